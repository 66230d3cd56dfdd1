// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/json_write_models.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/text/base64.h"
#include "core/text/gguf_patterns.h"
#include "core/text/gguf_vocabulary.h"
#include "core/text/safe_cuts.h"
#include "core/text/utf8.h"

namespace bitlathe {
namespace {

/// {"text": id, ...} of the tokens that can be written.
Json vocabulary_of(const WritableTokens& tokens) {
    std::vector<std::pair<std::string, TokenId>> entries;
    for (TokenId id = 0; id < tokens.texts.size(); ++id) {
        if (!tokens.texts[id].empty()) {
            entries.emplace_back(tokens.texts[id], id);
        }
    }
    return vocabulary_json(entries);
}

Json unknown_of(const TokenizerBackend& tokenizer, const WritableTokens& tokens) {
    const auto id = tokenizer.special.unknown;
    return id && !tokens.texts[*id].empty() ? Json(tokens.texts[*id]) : Json(nullptr);
}

struct Merge {
    std::string left, right;
};

/// As texts "left right", or as pairs when a part has a space.
Json merges_json(const std::vector<Merge>& merges) {
    const auto spaced = [](const Merge& merge) {
        return merge.left.find(' ') != std::string::npos ||
               merge.right.find(' ') != std::string::npos;
    };
    const bool pairs = std::any_of(merges.begin(), merges.end(), spaced);
    Json list = Json::array();
    for (const Merge& merge : merges) {
        list.push_back(pairs ? Json{merge.left, merge.right}
                             : Json(merge.left + " " + merge.right));
    }
    return list;
}

Json bpe_json(Json unknown, bool bytes, bool ignore_merges, Json vocabulary, Json merges) {
    return Json{{"type", "BPE"},
                {"dropout", nullptr},
                {"unk_token", std::move(unknown)},
                {"continuing_subword_prefix", nullptr},
                {"end_of_word_suffix", nullptr},
                {"fuse_unk", bytes},
                {"byte_fallback", bytes},
                {"ignore_merges", ignore_merges},
                {"vocab", std::move(vocabulary)},
                {"merges", std::move(merges)}};
}

/// Whether the token with this text can be written.
bool has(const TokenizerBackend& tokenizer, const WritableTokens& tokens, std::string_view text) {
    const auto id = tokenizer.vocabulary.find(text);
    return id && !tokens.texts[*id].empty();
}

std::vector<Merge> stated_merges(const Metadata& metadata, const TokenizerBackend& tokenizer,
                                 const WritableTokens& tokens) {
    std::vector<Merge> merges;
    metadata.for_each_string("tokenizer.ggml.merges", [&](std::uint64_t, std::string_view text) {
        const std::size_t space = text.find(' ', 1);
        if (space == std::string_view::npos) {
            return;
        }
        Merge merge{std::string(text.substr(0, space)), std::string(text.substr(space + 1))};
        // The libraries refuse merges of what is no token.
        if (has(tokenizer, tokens, merge.left) && has(tokenizer, tokens, merge.right) &&
            has(tokenizer, tokens, merge.left + merge.right)) {
            merges.push_back(std::move(merge));
        }
    });
    return merges;
}

/// A pattern in the words of tokenizer.json, where "$" is the end of a line.
std::string pattern_of(std::string_view pattern) {
    std::string out(pattern);
    if (out.ends_with('$') && !out.ends_with("\\$")) {
        out.replace(out.size() - 1, 1, "\\z");
    }
    return out;
}

Result<TokenizerParts> byte_level_parts(const Metadata& metadata, const TokenizerBackend& tokenizer,
                                        const WritableTokens& tokens) {
    const auto how = gguf_pre_tokenizer(metadata.string("tokenizer.ggml.pre").value_or(""));
    if (!how || !how->byte_level) {
        return refuse_gguf_tokenizer("tokenizer.json has no words for its way of splitting text");
    }
    TokenizerParts parts;
    if (how->patterns == gguf_pre_tokenizer("gpt-2")->patterns) {
        parts.pre_tokenizer = byte_level_json(true);
    } else {
        std::vector<Json> steps;
        for (const std::string_view pattern : how->patterns) {
            steps.push_back(split_json(pattern_of(pattern)));
        }
        steps.push_back(byte_level_json(false));
        parts.pre_tokenizer = sequence_json("pretokenizers", std::move(steps));
    }
    parts.decoder = byte_level_json(true);
    parts.model = bpe_json(nullptr, false, how->ignore_merges, vocabulary_of(tokens),
                           merges_json(stated_merges(metadata, tokenizer, tokens)));
    return parts;
}

/// All pairs of tokens that make a token, in the order of its score: what the scores of
/// SentencePiece mean, as transformers writes them.
std::vector<Merge> scored_merges(const TokenizerBackend& tokenizer, const WritableTokens& tokens) {
    struct Rule {
        double score;
        TokenId whole, left, right;
    };
    std::vector<Rule> rules;
    for (TokenId id = 0; id < tokens.texts.size(); ++id) {
        const Token& token = tokenizer.vocabulary.token(id);
        if (tokens.texts[id].empty() ||
            (token.type != TokenType::kNormal && token.type != TokenType::kUserDefined)) {
            continue;
        }
        const std::string_view text = token.text;
        for (std::size_t at = utf8_at(text, 0).bytes; at < text.size();
             at += utf8_at(text, at).bytes) {
            const auto left = tokenizer.vocabulary.find(text.substr(0, at));
            const auto right = tokenizer.vocabulary.find(text.substr(at));
            if (left && right && !tokens.texts[*left].empty() && !tokens.texts[*right].empty()) {
                rules.push_back({token.score, id, *left, *right});
            }
        }
    }
    std::sort(rules.begin(), rules.end(), [](const Rule& a, const Rule& b) {
        return std::tuple(-a.score, a.whole, a.left, a.right) <
               std::tuple(-b.score, b.whole, b.left, b.right);
    });
    std::vector<Merge> merges;
    for (const Rule& rule : rules) {
        merges.push_back({tokens.texts[rule.left], tokens.texts[rule.right]});
    }
    return merges;
}

Result<TokenizerParts> spm_parts(const Metadata& metadata, const TokenizerBackend& tokenizer,
                                 const WritableTokens& tokens) {
    const bool prefix = metadata.boolean("tokenizer.ggml.add_space_prefix").value_or(true);
    TokenizerParts parts;
    std::vector<Json> normalizers;
    std::vector<Json> decoders = {replace_json(kSpaceMark, " "), Json{{"type", "ByteFallback"}},
                                  Json{{"type", "Fuse"}}};
    if (prefix) {
        normalizers.push_back({{"type", "Prepend"}, {"prepend", kSpaceMark}});
        decoders.push_back({{"type", "Strip"}, {"content", " "}, {"start", 1}, {"stop", 0}});
    }
    normalizers.push_back(replace_json(" ", kSpaceMark));
    parts.normalizer = sequence_json("normalizers", std::move(normalizers));
    parts.decoder = sequence_json("decoders", std::move(decoders));
    parts.model = bpe_json(unknown_of(tokenizer, tokens), true, false, vocabulary_of(tokens),
                           merges_json(scored_merges(tokenizer, tokens)));
    return parts;
}

Result<TokenizerParts> word_piece_parts(const Metadata& metadata, const TokenizerBackend& tokenizer,
                                        const WritableTokens& tokens) {
    const bool lower = metadata.boolean("tokenizer.ggml.normalizer.lowercase").value_or(true);
    WritableTokens marked = tokens;
    for (TokenId id = 0; id < marked.texts.size(); ++id) {
        std::string& text = marked.texts[id];
        const bool special = tokenizer.vocabulary.token(id).type != TokenType::kNormal ||
                             (text.starts_with('[') && text.ends_with(']'));
        if (!special && !text.empty()) {
            text = text.starts_with(kSpaceMark) ? text.substr(kSpaceMark.size()) : "##" + text;
        }
    }
    const bool strip = metadata.boolean("tokenizer.ggml.normalizer.strip_accents").value_or(lower);
    return bert_parts(bert_normalizer_json(lower, strip, true), unknown_of(tokenizer, marked),
                      vocabulary_of(marked));
}

Result<TokenizerParts> unigram_parts(const Metadata& metadata, const TokenizerBackend& tokenizer,
                                     const WritableTokens& tokens) {
    TokenizerParts parts;
    std::vector<Json> normalizers;
    const MetaEntry* rules = metadata.find("tokenizer.ggml.precompiled_charsmap");
    if (rules != nullptr && rules->type == MetaType::kArray && !rules->raw.empty()) {
        normalizers.push_back(
            {{"type", "Precompiled"},
             {"precompiled_charsmap",
              to_base64({reinterpret_cast<const char*>(rules->raw.data()), rules->raw.size()})}});
    }
    if (metadata.boolean("tokenizer.ggml.remove_extra_whitespaces").value_or(false)) {
        normalizers.push_back({{"type", "Strip"}, {"strip_left", true}, {"strip_right", true}});
        normalizers.push_back(
            {{"type", "Replace"}, {"pattern", {{"Regex", " {2,}"}}}, {"content", " "}});
    }
    const bool prefix = metadata.boolean("tokenizer.ggml.add_space_prefix").value_or(false);
    const Json marks = {{"type", "Metaspace"},
                        {"replacement", kSpaceMark},
                        {"prepend_scheme", prefix ? "always" : "never"},
                        {"split", true}};
    parts.normalizer = sequence_json("normalizers", std::move(normalizers));
    parts.pre_tokenizer = marks;
    parts.decoder = marks;
    Json vocabulary = Json::array();
    for (TokenId id = 0; id < tokens.texts.size(); ++id) {
        // Every id must have an entry here.
        const std::string text =
            tokens.texts[id].empty() ? fmt::format("[PAD{}]", id) : tokens.texts[id];
        vocabulary.push_back(Json{text, tokenizer.vocabulary.token(id).score});
    }
    parts.model = Json{
        {"type", "Unigram"},
        {"unk_id", tokenizer.special.unknown ? Json(*tokenizer.special.unknown) : Json(nullptr)},
        {"vocab", std::move(vocabulary)},
        {"byte_fallback", false}};
    return parts;
}

}  // namespace

WritableTokens writable_tokens(const TokenizerBackend& tokenizer) {
    const Vocabulary& vocabulary = tokenizer.vocabulary;
    WritableTokens out;
    out.texts.resize(vocabulary.size());
    std::size_t lost = 0;
    std::string first;
    for (TokenId id = 0; id < vocabulary.size(); ++id) {
        const Token& token = vocabulary.token(id);
        if (token.type == TokenType::kUnused && token.text.starts_with("[PAD")) {
            continue;
        }
        if (vocabulary.find(token.text) != id || !is_utf8(token.text)) {
            first = lost++ == 0 ? printable(token.text, 60) : first;
            continue;
        }
        out.texts[id] = token.text;
    }
    if (lost > 0) {
        out.warnings.push_back(fmt::format(
            "{} tokens are left out: another one has the same text, or it is not UTF-8; the first "
            "is \"{}\"",
            lost, first));
    }
    return out;
}

Result<TokenizerParts> json_parts_of_gguf(const Metadata& metadata,
                                          const TokenizerBackend& tokenizer,
                                          const WritableTokens& tokens) {
    switch (tokenizer.kind) {
        case TokenizerKind::kByteLevelBpe:
            return byte_level_parts(metadata, tokenizer, tokens);
        case TokenizerKind::kSentencePieceBpe:
            return spm_parts(metadata, tokenizer, tokens);
        case TokenizerKind::kWordPiece:
            return word_piece_parts(metadata, tokenizer, tokens);
        case TokenizerKind::kUnigram:
            return unigram_parts(metadata, tokenizer, tokens);
        default:
            return refuse_gguf_tokenizer(fmt::format("tokenizer.json has no words for its kind, {}",
                                                     tokenizer_kind_name(tokenizer.kind)));
    }
}

}  // namespace bitlathe
