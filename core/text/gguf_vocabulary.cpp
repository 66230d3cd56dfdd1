// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/gguf_vocabulary.h"

#include <cmath>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "core/base/byte_reader.h"
#include "core/base/text.h"

namespace bitlathe {

Status read_gguf_tokens(const Metadata& metadata, Vocabulary& vocabulary) {
    const MetaEntry* tokens = metadata.find("tokenizer.ggml.tokens");
    if (tokens == nullptr || tokens->type != MetaType::kArray ||
        tokens->element_type != MetaType::kString || tokens->count == 0 ||
        tokens->count > kMaxTokens) {
        return refuse_gguf_tokenizer("tokenizer.ggml.tokens is missing or not a list of texts");
    }
    const auto list = [&](const char* key, MetaType type) -> Result<const MetaEntry*> {
        const MetaEntry* entry = metadata.find(key);
        if (entry != nullptr && (entry->type != MetaType::kArray || entry->element_type != type ||
                                 entry->count < tokens->count)) {
            return refuse_gguf_tokenizer(fmt::format("{} does not fit the tokens", key));
        }
        return entry;
    };
    BITLATHE_ASSIGN(const MetaEntry* types, list("tokenizer.ggml.token_type", MetaType::kInt32));
    BITLATHE_ASSIGN(const MetaEntry* scores, list("tokenizer.ggml.scores", MetaType::kFloat32));
    ByteReader type_reader(types == nullptr ? std::span<const std::byte>() : types->raw);
    ByteReader score_reader(scores == nullptr ? std::span<const std::byte>() : scores->raw);
    bool finite = true;
    metadata.for_each_string("tokenizer.ggml.tokens", [&](std::uint64_t i, std::string_view text) {
        Token token;
        token.text = text.empty() ? fmt::format("[EMPTY_{}]", i) : std::string(text);
        if (types != nullptr) {
            const auto type = type_reader.read<std::int32_t>();
            token.type =
                type >= 0 && type <= 6 ? static_cast<TokenType>(type) : TokenType::kUndefined;
        }
        if (scores != nullptr) {
            token.score = static_cast<double>(score_reader.read<float>());
            finite = finite && !std::isnan(token.score);
        }
        vocabulary.add(static_cast<TokenId>(i), std::move(token));
    });
    return finite ? Status() : refuse_gguf_tokenizer("a score is not a number");
}

MergeTable read_gguf_merges(const Metadata& metadata, const Vocabulary& vocabulary,
                            StringIndex& extra) {
    const auto number = [&](std::string_view text) {
        const auto id = vocabulary.find(text);
        return id ? *id : static_cast<TokenId>(vocabulary.size() + extra.intern(text));
    };
    MergeTable merges;
    std::string both;
    metadata.for_each_string("tokenizer.ggml.merges", [&](std::uint64_t i, std::string_view text) {
        const std::size_t space = text.find(' ', 1);
        if (space == std::string_view::npos || extra.size() > kMaxTokens) {
            return;
        }
        const std::string_view left = text.substr(0, space);
        const std::string_view right = text.substr(space + 1);
        both.assign(left).append(right);
        merges.add(number(left), number(right), {static_cast<double>(i), number(both)}, true);
    });
    return merges;
}

tl::unexpected<Error> refuse_gguf_tokenizer(const std::string& why) {
    return fail(ErrorCode::kRefused, "the tokenizer in the file: " + printable(why, 400));
}

}  // namespace bitlathe
