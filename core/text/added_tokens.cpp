// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/added_tokens.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "core/base/json.h"
#include "core/text/unicode.h"
#include "core/text/utf8.h"

namespace bitlathe {
namespace {

bool word_at_end(std::string_view text) {
    return !text.empty() && is_word(utf8_at(text, utf8_before(text, text.size())).code);
}
bool word_at_start(std::string_view text) {
    return !text.empty() && is_word(utf8_at(text, 0).code);
}

std::size_t without_space_at_end(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0 && is_white_space(utf8_at(text, utf8_before(text, end)).code)) {
        end = utf8_before(text, end);
    }
    return end;
}

std::size_t space_at_start(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && is_white_space(utf8_at(text, at).code)) {
        at += utf8_at(text, at).bytes;
    }
    return at;
}

}  // namespace

Result<std::vector<AddedToken>> read_added_tokens(const JsonFields& fields, std::size_t known) {
    std::vector<AddedToken> tokens;
    const Json* list = fields.find("added_tokens");
    if (list == nullptr) {
        return tokens;
    }
    if (!list->is_array()) {
        return fields.refuse("\"added_tokens\" is not an array");
    }
    for (const Json& item : *list) {
        const JsonFields entry(item, "an added token of the tokenizer");
        AddedToken token;
        BITLATHE_ASSIGN(token.content, entry.string("content"));
        BITLATHE_ASSIGN(const std::uint64_t id, entry.unsigned_or("id", kMaxTokens));
        if (id >= std::min(kMaxTokens, known + list->size() + 1'000'000)) {
            return entry.refuse("its id is missing or far above all others");
        }
        token.id = static_cast<TokenId>(id);
        BITLATHE_ASSIGN(token.special, entry.boolean_or("special", false));
        BITLATHE_ASSIGN(token.left_strip, entry.boolean_or("lstrip", false));
        BITLATHE_ASSIGN(token.right_strip, entry.boolean_or("rstrip", false));
        BITLATHE_ASSIGN(token.single_word, entry.boolean_or("single_word", false));
        BITLATHE_ASSIGN(token.normalized, entry.boolean_or("normalized", !token.special));
        if (!token.content.empty()) {
            tokens.push_back(std::move(token));
        }
    }
    return tokens;
}

Result<AddedTokens> AddedTokens::make(std::vector<AddedToken> tokens,
                                      const Normalizer& normalizer) {
    AddedTokens added;
    added.tokens_ = std::move(tokens);
    std::vector<std::pair<std::string_view, std::uint32_t>> raw;
    std::vector<std::pair<std::string_view, std::uint32_t>> normalized;
    std::deque<std::string> contents;
    for (std::uint32_t i = 0; i < added.tokens_.size(); ++i) {
        const AddedToken& token = added.tokens_[i];
        if (token.normalized) {
            BITLATHE_ASSIGN(std::string content, normalizer.apply(token.content));
            normalized.emplace_back(contents.emplace_back(std::move(content)), i);
        } else {
            raw.emplace_back(token.content, i);
        }
    }
    added.raw_ = PrefixTrie(std::move(raw));
    added.normalized_ = PrefixTrie(std::move(normalized));
    return added;
}

std::vector<TextPart> AddedTokens::split_raw(std::string_view text, bool parse_special) const {
    return split(raw_, text, parse_special);
}

std::vector<TextPart> AddedTokens::split_normalized(std::string_view text,
                                                    bool parse_special) const {
    return split(normalized_, text, parse_special);
}

std::vector<TextPart> AddedTokens::split(const PrefixTrie& trie, std::string_view text,
                                         bool parse_special) const {
    std::vector<TextPart> parts;
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t bytes = 0;
        std::uint32_t which = 0;
        if (trie.begins_with(static_cast<unsigned char>(text[at]))) {
            trie.for_each_prefix(text.substr(at), [&](std::size_t length, std::uint32_t value) {
                bytes = length;
                which = value;
            });
        }
        if (bytes == 0) {
            ++at;
            continue;
        }
        const AddedToken& token = tokens_[which];
        std::size_t begin = at;
        std::size_t end = at + bytes;
        at = end;
        const bool alone = !word_at_end(text.substr(0, begin)) && !word_at_start(text.substr(end));
        if ((token.special && !parse_special) || (token.single_word && !alone)) {
            continue;
        }
        if (token.left_strip) {
            begin = std::max(without_space_at_end(text.substr(0, begin)), done);
        }
        if (token.right_strip) {
            end += space_at_start(text.substr(end));
        }
        if (done < begin) {
            parts.push_back({done, begin, std::nullopt});
        }
        parts.push_back({begin, end, token.id});
        done = end;
    }
    if (done < text.size()) {
        parts.push_back({done, text.size(), std::nullopt});
    }
    return parts;
}

}  // namespace bitlathe
