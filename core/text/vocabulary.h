// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/string_index.h"

namespace bitlathe {

using TokenId = std::uint32_t;

/// No tokenizer has more tokens than this; ids of a file are held to it before they size anything.
inline constexpr std::size_t kMaxTokens = 8'000'000;

/// What a token is, with the numbers of GGUF.
enum class TokenType : std::uint8_t {
    kUndefined = 0,
    kNormal = 1,
    kUnknown = 2,
    kControl = 3,
    kUserDefined = 4,
    kUnused = 5,
    kByte = 6,
};

/// One token of a vocabulary as it stands in the file.
struct Token {
    std::string text;
    double score = 0;
    TokenType type = TokenType::kNormal;
};

/// The tokens of a tokenizer: by id, and ids by text. Ids may have holes (tokens with no text).
class Vocabulary {
public:
    /// Puts a token at `id` (at most kMaxTokens). A text that is there twice is found by its last
    /// id, or stays with its first one.
    void add(TokenId id, Token token, bool keep_first = false);
    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] const Token& token(TokenId id) const { return tokens_[id]; }
    [[nodiscard]] Token& token(TokenId id) { return tokens_[id]; }
    [[nodiscard]] bool has(TokenId id) const { return id < present_.size() && present_[id]; }
    [[nodiscard]] std::optional<TokenId> find(std::string_view text) const;
    /// Id of "<0x41>" and its like.
    [[nodiscard]] std::optional<TokenId> byte(unsigned char value) const;
    [[nodiscard]] std::size_t longest() const { return index_.longest(); }

private:
    std::vector<Token> tokens_;
    std::vector<bool> present_;
    StringIndex index_;
    std::vector<TokenId> id_of_;  ///< by number in the index
};

/// "<0x41>" for 0x41.
[[nodiscard]] std::string byte_token_text(unsigned char value);
/// 0x41 for "<0x41>", nothing for other texts.
[[nodiscard]] std::optional<unsigned char> byte_of_token_text(std::string_view text);

/// The printable character that stands for a byte in byte-level vocabularies, as UTF-8.
[[nodiscard]] std::string_view byte_character(unsigned char value);
/// The text with every byte written as its character.
[[nodiscard]] std::string to_byte_characters(std::string_view bytes);
/// The bytes a text of such characters stands for; nothing when one of them is none.
[[nodiscard]] std::optional<std::string> from_byte_characters(std::string_view text);

}  // namespace bitlathe
