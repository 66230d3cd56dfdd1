// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/text/gguf_token_lists.h"

namespace bitlathe {
namespace {

/// A name "[PAD7]" that no token has.
std::string padding_name(std::size_t id, const std::set<std::string_view>& taken) {
    std::string name = fmt::format("[PAD{}]", id);
    while (taken.contains(name)) {
        name += '_';
    }
    return name;
}

}  // namespace

void name_holes(std::vector<Token>& tokens, const std::vector<bool>& present) {
    std::set<std::string_view> taken;
    for (std::size_t id = 0; id < tokens.size(); ++id) {
        if (present[id] && tokens[id].text.starts_with("[PAD")) {
            taken.insert(tokens[id].text);
        }
    }
    for (std::size_t id = 0; id < tokens.size(); ++id) {
        if (!present[id]) {
            tokens[id] = {padding_name(id, taken), 0, TokenType::kUnused};
        }
    }
}

Status fit_rows(GgufTokenLists& lists, std::uint64_t rows, std::vector<std::string>& warnings) {
    std::vector<Token>& tokens = lists.tokens;
    if (rows == 0 || rows == tokens.size()) {
        return {};
    }
    if (rows > kMaxTokens) {
        return fail(ErrorCode::kRefused,
                    fmt::format("an embedding of {} rows has more than any vocabulary", rows));
    }
    if (rows > tokens.size()) {
        std::vector<bool> present(rows);
        std::fill_n(present.begin(), tokens.size(), true);
        tokens.resize(rows);
        name_holes(tokens, present);
        return {};
    }
    for (std::size_t id = rows; id < tokens.size(); ++id) {
        const Token& token = tokens[id];
        if (token.type == TokenType::kNormal || token.type == TokenType::kByte) {
            return fail(ErrorCode::kRefused,
                        fmt::format("token {} (\"{}\") has no row: the vocabulary has {} tokens, "
                                    "the embedding {} rows",
                                    id, printable(token.text, 60), tokens.size(), rows),
                        {}, {}, "the tokenizer is that of another model");
        }
    }
    warnings.push_back(
        fmt::format("{} added tokens from \"{}\" on are left out: the embedding has "
                    "no rows for them",
                    tokens.size() - rows, printable(tokens[rows].text, 60)));
    tokens.resize(rows);
    return {};
}

}  // namespace bitlathe
