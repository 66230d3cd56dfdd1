// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_models.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/text/bpe.h"
#include "core/text/json_fields.h"
#include "core/text/unigram.h"
#include "core/text/word_models.h"

namespace bitlathe {
namespace {

/// {"text": id, ...}
Status read_vocabulary(const JsonFields& fields, Vocabulary& vocabulary) {
    const Json* entries = fields.find("vocab");
    if (entries == nullptr || !entries->is_object()) {
        return fields.refuse("\"vocab\" is not an object");
    }
    // Ids may have holes, but no file has more holes than tokens and then some.
    const std::size_t limit = std::min(kMaxTokens, 4 * entries->size() + 100'000);
    for (const auto& [text, id] : entries->items()) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() >= limit) {
            return fields.refuse(fmt::format("the id of token \"{}\" is not a number below {}",
                                             printable(text, 60), limit));
        }
        const auto number = id.get<TokenId>();
        if (vocabulary.has(number)) {
            return fields.refuse(fmt::format("two tokens have the id {}", number));
        }
        vocabulary.add(number, {text, 0, TokenType::kNormal});
    }
    return {};
}

Result<std::optional<TokenId>> read_unknown(const JsonFields& fields,
                                            const Vocabulary& vocabulary) {
    BITLATHE_ASSIGN(const std::string text, fields.string_or("unk_token", ""));
    return text.empty() ? std::optional<TokenId>() : vocabulary.find(text);
}

Result<MergeTable> read_merges(const JsonFields& fields, const BpeOptions& options,
                               const Vocabulary& vocabulary) {
    const Json* merges = fields.find("merges");
    if (merges == nullptr || !merges->is_array()) {
        return fields.refuse("\"merges\" is not an array");
    }
    MergeTable table;
    for (std::size_t i = 0; i < merges->size(); ++i) {
        const auto pair = read_merge_pair((*merges)[i]);
        if (!pair) {
            return fields.refuse(fmt::format("merge {} is not a pair of tokens", i));
        }
        const auto left = vocabulary.find(pair->left);
        const auto right = vocabulary.find(pair->right);
        const std::size_t prefix = std::min(options.prefix.size(), pair->right.size());
        const auto both = vocabulary.find(pair->left + pair->right.substr(prefix));
        if (!left || !right || !both) {
            return fields.refuse(
                fmt::format("merge {} (\"{}\" and \"{}\") is of texts that are no "
                            "tokens",
                            i, printable(pair->left, 60), printable(pair->right, 60)));
        }
        table.add(*left, *right, {static_cast<double>(i), *both}, false);
    }
    return table;
}

Result<JsonModel> read_bpe(const JsonFields& fields, bool byte_level, Vocabulary& vocabulary) {
    BITLATHE_TRY(read_vocabulary(fields, vocabulary));
    BpeOptions options;
    options.byte_level = byte_level;
    BITLATHE_ASSIGN(options.unknown, read_unknown(fields, vocabulary));
    BITLATHE_ASSIGN(options.ignore_merges, fields.boolean_or("ignore_merges", false));
    BITLATHE_ASSIGN(options.fuse_unknown, fields.boolean_or("fuse_unk", false));
    BITLATHE_ASSIGN(options.prefix, fields.string_or("continuing_subword_prefix", ""));
    BITLATHE_ASSIGN(options.suffix, fields.string_or("end_of_word_suffix", ""));
    BITLATHE_ASSIGN(const bool byte_fallback, fields.boolean_or("byte_fallback", false));
    options.unknown_text = byte_fallback ? UnknownText::kByteTokens : UnknownText::kToken;
    BITLATHE_ASSIGN(MergeTable merges, read_merges(fields, options, vocabulary));
    JsonModel out;
    out.kind = byte_level ? TokenizerKind::kByteLevelBpe : TokenizerKind::kBpe;
    out.unknown = options.unknown;
    out.model = std::make_unique<BpeModel>(vocabulary, StringIndex(), std::move(merges), options);
    return out;
}

/// A score as the library of the models reads it: its digits as a whole number, then one division
/// by a power of ten. That is off by the last bit now and then, which decides between splits that
/// are equally likely.
double score_as_trained(double value) {
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), std::abs(value),
                                   std::chars_format::scientific);
    std::uint64_t digits = 0;
    int exponent = 0;
    const char* at = text.data();
    bool behind_point = false;
    for (; at != end.ptr && *at != 'e'; ++at) {
        if (*at == '.') {
            behind_point = true;
            continue;
        }
        digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
        exponent -= behind_point ? 1 : 0;
    }
    if (at == end.ptr) {
        return value;
    }
    int stated = 0;
    std::from_chars(at + (at[1] == '+' ? 2 : 1), end.ptr, stated);
    exponent += stated;
    if (std::abs(exponent) > 22) {
        return value;  // powers of ten up to here are exact
    }
    const double power = std::pow(10.0, std::abs(exponent));
    const auto whole = static_cast<double>(digits);
    return std::copysign(exponent < 0 ? whole / power : whole * power, value);
}

Result<JsonModel> read_unigram(const JsonFields& fields, bool, Vocabulary& vocabulary) {
    const Json* entries = fields.find("vocab");
    if (entries == nullptr || !entries->is_array() || entries->size() > kMaxTokens) {
        return fields.refuse("\"vocab\" is not an array");
    }
    double lowest = 0;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        const Json& entry = (*entries)[i];
        if (!entry.is_array() || entry.size() != 2 || !entry[0].is_string() ||
            !entry[1].is_number()) {
            return fields.refuse(fmt::format("token {} is not a text and a number", i));
        }
        const double score = score_as_trained(entry[1].get<double>());
        lowest = i == 0 ? score : std::min(lowest, score);
        vocabulary.add(static_cast<TokenId>(i),
                       {entry[0].get<std::string>(), score, TokenType::kNormal});
    }
    UnigramOptions options;
    BITLATHE_ASSIGN(const std::uint64_t unknown, fields.unsigned_or("unk_id", entries->size()));
    if (fields.find("unk_id") != nullptr && unknown >= entries->size()) {
        return fields.refuse("\"unk_id\" is no token");
    }
    if (unknown < entries->size()) {
        options.unknown = static_cast<TokenId>(unknown);
    }
    BITLATHE_ASSIGN(options.byte_fallback, fields.boolean_or("byte_fallback", false));
    options.unknown_score = lowest - 10;  // SentencePiece's penalty
    options.look_up_unknown = true;
    JsonModel out;
    out.kind = TokenizerKind::kUnigram;
    out.unknown = options.unknown;
    out.model = std::make_unique<UnigramModel>(vocabulary, std::move(options));
    return out;
}

Result<JsonModel> read_word_piece(const JsonFields& fields, bool, Vocabulary& vocabulary) {
    BITLATHE_TRY(read_vocabulary(fields, vocabulary));
    WordPieceOptions options;
    BITLATHE_ASSIGN(options.unknown, read_unknown(fields, vocabulary));
    BITLATHE_ASSIGN(options.prefix, fields.string_or("continuing_subword_prefix", "##"));
    BITLATHE_ASSIGN(options.max_characters, fields.unsigned_or("max_input_chars_per_word", 100));
    JsonModel out;
    out.kind = TokenizerKind::kWordPiece;
    out.unknown = options.unknown;
    out.model = std::make_unique<WordPieceModel>(vocabulary, std::move(options));
    return out;
}

Result<JsonModel> read_word_level(const JsonFields& fields, bool, Vocabulary& vocabulary) {
    BITLATHE_TRY(read_vocabulary(fields, vocabulary));
    JsonModel out;
    out.kind = TokenizerKind::kWordLevel;
    BITLATHE_ASSIGN(out.unknown, read_unknown(fields, vocabulary));
    out.model = std::make_unique<WordLevelModel>(vocabulary, out.unknown);
    return out;
}

struct Row {
    std::string_view type;
    Result<JsonModel> (*read)(const JsonFields&, bool, Vocabulary&);
};
constexpr std::array kRows = {
    Row{"BPE", read_bpe},
    Row{"Unigram", read_unigram},
    Row{"WordPiece", read_word_piece},
    Row{"WordLevel", read_word_level},
};

/// Files of before 2020 do not name the type.
std::string_view guessed_type(const JsonFields& fields) {
    if (fields.find("merges") != nullptr) {
        return "BPE";
    }
    const Json* vocabulary = fields.find("vocab");
    if (vocabulary != nullptr && vocabulary->is_array()) {
        return "Unigram";
    }
    return fields.find("max_input_chars_per_word") != nullptr ? "WordPiece" : "WordLevel";
}

}  // namespace

std::optional<MergePair> read_merge_pair(const Json& merge) {
    if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
        return MergePair{merge[0].get<std::string>(), merge[1].get<std::string>()};
    }
    if (merge.is_string()) {
        const std::string& text = merge.get_ref<const std::string&>();
        const std::size_t space = text.find(' ');
        if (space != std::string::npos && text.find(' ', space + 1) == std::string::npos) {
            return MergePair{text.substr(0, space), text.substr(space + 1)};
        }
    }
    return std::nullopt;
}

Result<JsonModel> read_json_model(const Json& json, bool byte_level, Vocabulary& vocabulary) {
    const JsonFields fields(json, "the model of the tokenizer");
    if (!json.is_object()) {
        return fields.refuse("missing");
    }
    BITLATHE_ASSIGN(const std::string type,
                    fields.string_or("type", std::string(guessed_type(fields))));
    for (const Row& row : kRows) {
        if (row.type == type) {
            return row.read(fields, byte_level, vocabulary);
        }
    }
    return fields.refuse(fmt::format("type \"{}\" is not known", type));
}

}  // namespace bitlathe
