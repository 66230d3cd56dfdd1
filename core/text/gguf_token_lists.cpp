// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_token_lists.h"

#include <map>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/checkpoint/metadata_values.h"
#include "core/text/base64.h"
#include "core/text/json_fields.h"
#include "core/text/json_models.h"
#include "core/text/safe_cuts.h"

namespace bitlathe {
namespace {

const std::vector<GgufFlags> kSpaceFlags = {{{"add_space_prefix", true}},
                                            {{"add_space_prefix", false}}};
const std::vector<GgufFlags> kUnigramFlags = {
    {{"add_space_prefix", true}, {"remove_extra_whitespaces", true}},
    {{"add_space_prefix", true}, {"remove_extra_whitespaces", false}},
    {{"add_space_prefix", false}, {"remove_extra_whitespaces", true}},
    {{"add_space_prefix", false}, {"remove_extra_whitespaces", false}}};
// Nothing said means both.
const std::vector<GgufFlags> kWordPieceFlags = {
    {},
    {{"normalizer.lowercase", true}, {"normalizer.strip_accents", false}},
    {{"normalizer.lowercase", false}, {"normalizer.strip_accents", false}},
    {{"normalizer.lowercase", false}, {"normalizer.strip_accents", true}}};

std::vector<Token> tokens_of(const TokenizerBackend& reference) {
    const Vocabulary& vocabulary = reference.vocabulary;
    std::vector<Token> tokens(vocabulary.size());
    std::vector<bool> present(vocabulary.size());
    for (TokenId id = 0; id < tokens.size(); ++id) {
        present[id] = vocabulary.has(id);
        if (present[id]) {
            tokens[id] = vocabulary.token(id);
        }
    }
    name_holes(tokens, present);
    return tokens;
}

/// Bytes and the unknown token, which tokenizer.json does not tell apart.
void mark_types(std::vector<Token>& tokens, std::optional<TokenId> unknown, bool bytes) {
    for (Token& token : tokens) {
        if (bytes && token.type == TokenType::kNormal && byte_of_token_text(token.text)) {
            token.type = TokenType::kByte;
        }
    }
    if (unknown && *unknown < tokens.size()) {
        tokens[*unknown].type = TokenType::kUnknown;
    }
}

Result<std::vector<MergePair>> merges_of(const JsonFields& model) {
    const Json* list = model.find("merges");
    std::vector<MergePair> merges;
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        auto pair = read_merge_pair((*list)[i]);
        if (!pair) {
            return model.refuse(fmt::format("merge {} is not a pair of tokens", i));
        }
        merges.push_back(*std::move(pair));
    }
    return merges;
}

Result<GgufTokenLists> byte_level_lists(const JsonFields& model,
                                        const TokenizerBackend& reference) {
    GgufTokenLists lists;
    lists.model = "gpt2";
    lists.tokens = tokens_of(reference);
    BITLATHE_ASSIGN(const auto merges, merges_of(model));
    for (const MergePair& merge : merges) {
        std::string text;
        for (const std::string* part : {&merge.left, &merge.right}) {
            text += part == &merge.right ? " " : "";
            for (const char c : *part) {
                // A space inside a part would read as the border.
                c == ' ' ? void(text += byte_character(' ')) : text.push_back(c);
            }
        }
        lists.merges.push_back(std::move(text));
    }
    return lists;
}

/// SentencePiece's scores say the order of merges: the first merge that makes a token gives the
/// token its place. What no merge makes comes after all that, in the order of ids.
void score_by_merges(std::vector<Token>& tokens, const std::vector<MergePair>& merges) {
    std::map<std::string, std::size_t, std::less<>> place;
    for (const MergePair& merge : merges) {
        place.emplace(merge.left + merge.right, place.size());
    }
    std::size_t behind = place.size();
    for (Token& token : tokens) {
        if (token.type == TokenType::kNormal || token.type == TokenType::kUserDefined) {
            const auto found = place.find(token.text);
            token.score =
                0.0 - static_cast<double>(found == place.end() ? behind++ : found->second);
        }
    }
}

Result<GgufTokenLists> spm_lists(const JsonFields& model, const TokenizerBackend& reference) {
    GgufTokenLists lists;
    lists.model = "llama";
    lists.scores = true;
    lists.flags = kSpaceFlags;
    lists.tokens = tokens_of(reference);
    BITLATHE_ASSIGN(const bool bytes, model.boolean_or("byte_fallback", false));
    mark_types(lists.tokens, reference.special.unknown, bytes);
    BITLATHE_ASSIGN(const auto merges, merges_of(model));
    score_by_merges(lists.tokens, merges);
    return lists;
}

/// The compiled rules of a normalizer, wherever they stand in it.
Result<std::string> rules_of(const Json& normalizer, int depth) {
    const JsonFields fields(normalizer, "the normalizer of the tokenizer");
    if (fields.string_or("type", "").value_or("") == "Precompiled") {
        BITLATHE_ASSIGN(const std::string text, fields.string_or("precompiled_charsmap", ""));
        const auto bytes = from_base64(text);
        return bytes ? Result<std::string>(*bytes)
                     : fields.refuse("\"precompiled_charsmap\" is not base64");
    }
    const Json* parts = fields.find("normalizers");
    for (std::size_t i = 0; parts != nullptr && depth > 0 && i < parts->size(); ++i) {
        BITLATHE_ASSIGN(std::string rules, rules_of((*parts)[i], depth - 1));
        if (!rules.empty()) {
            return rules;
        }
    }
    return std::string();
}

Result<GgufTokenLists> unigram_lists(const JsonFields& model, const Json& normalizer,
                                     const TokenizerBackend& reference) {
    GgufTokenLists lists;
    lists.model = "t5";
    lists.scores = true;
    lists.flags = kUnigramFlags;
    lists.tokens = tokens_of(reference);
    BITLATHE_ASSIGN(const bool bytes, model.boolean_or("byte_fallback", false));
    mark_types(lists.tokens, reference.special.unknown, bytes);
    BITLATHE_ASSIGN(lists.rules, rules_of(normalizer, 32));
    return lists;
}

/// Tokens that begin a word get a mark, the others lose theirs: so GGUF has them.
Result<GgufTokenLists> word_piece_lists(const JsonFields& model,
                                        const TokenizerBackend& reference) {
    GgufTokenLists lists;
    lists.model = "bert";
    lists.flags = kWordPieceFlags;
    lists.tokens = tokens_of(reference);
    BITLATHE_ASSIGN(const std::string prefix, model.string_or("continuing_subword_prefix", "##"));
    if (prefix.empty()) {
        return model.refuse("its tokens do not say whether they begin a word, which GGUF needs");
    }
    for (Token& token : lists.tokens) {
        if (token.type != TokenType::kNormal ||
            (token.text.starts_with('[') && token.text.ends_with(']'))) {
            continue;
        }
        token.text = token.text.starts_with(prefix) ? token.text.substr(prefix.size())
                                                    : std::string(kSpaceMark) + token.text;
    }
    return lists;
}

}  // namespace

Result<GgufTokenLists> gguf_lists_of_json(const Json& document, const TokenizerBackend& reference) {
    const JsonFields fields(document, "the tokenizer");
    const Json* model_json = fields.find("model");
    const Json missing;
    const JsonFields model(model_json == nullptr ? missing : *model_json,
                           "the model of the tokenizer");
    const Json* normalizer = fields.find("normalizer");
    for (const char* key : {"continuing_subword_prefix", "end_of_word_suffix"}) {
        BITLATHE_ASSIGN(const std::string text, model.string_or(key, ""));
        if (!text.empty() && (reference.kind == TokenizerKind::kByteLevelBpe ||
                              reference.kind == TokenizerKind::kBpe)) {
            return model.refuse(fmt::format("it has a \"{}\", which GGUF has no place for", key));
        }
    }
    switch (reference.kind) {
        case TokenizerKind::kByteLevelBpe:
            return byte_level_lists(model, reference);
        case TokenizerKind::kBpe:
            return spm_lists(model, reference);
        case TokenizerKind::kUnigram:
            return unigram_lists(model, normalizer == nullptr ? missing : *normalizer, reference);
        case TokenizerKind::kWordPiece:
            return word_piece_lists(model, reference);
        default:
            return fields.refuse(fmt::format("GGUF has no vocabularies of its kind, {}",
                                             tokenizer_kind_name(reference.kind)));
    }
}

Result<GgufTokenLists> gguf_lists_of_sentencepiece(const SentencePieceModel& model,
                                                   const TokenizerBackend& reference) {
    if (model.type != SentencePieceType::kUnigram && model.type != SentencePieceType::kBpe) {
        return fail(ErrorCode::kRefused,
                    "GGUF has no vocabularies whose tokens are words or characters");
    }
    GgufTokenLists lists;
    lists.model = model.type == SentencePieceType::kBpe ? "llama" : "t5";
    lists.scores = true;
    lists.flags = model.type == SentencePieceType::kBpe ? kSpaceFlags : kUnigramFlags;
    lists.tokens = tokens_of(reference);
    lists.rules = model.type == SentencePieceType::kBpe ? "" : model.rules;
    return lists;
}

void add_lists(const GgufTokenLists& lists, const std::string& pre, Metadata& metadata) {
    std::vector<std::string> texts;
    std::vector<float> scores;
    std::vector<std::int32_t> types;
    for (const Token& token : lists.tokens) {
        texts.push_back(token.text);
        scores.push_back(static_cast<float>(token.score));
        types.push_back(static_cast<std::int32_t>(token.type));
    }
    metadata.add_string("tokenizer.ggml.model", lists.model);
    metadata.add_string("tokenizer.ggml.pre", pre);
    add_strings(metadata, "tokenizer.ggml.tokens", texts);
    if (lists.scores) {
        add_values<float>(metadata, "tokenizer.ggml.scores", scores);
    }
    add_values<std::int32_t>(metadata, "tokenizer.ggml.token_type", types);
    if (lists.model == "gpt2") {
        add_strings(metadata, "tokenizer.ggml.merges", lists.merges);
    }
    if (!lists.rules.empty()) {
        add_values<std::uint8_t>(
            metadata, "tokenizer.ggml.precompiled_charsmap",
            std::span(reinterpret_cast<const std::uint8_t*>(lists.rules.data()),
                      lists.rules.size()));
    }
}

}  // namespace bitlathe
