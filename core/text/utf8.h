// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bitlathe {

/// U+FFFD, what stands for bytes that are not UTF-8.
inline constexpr char32_t kReplacement = 0xFFFD;

/// One character of a text and the bytes it takes.
struct Utf8Char {
    char32_t code = 0;
    std::uint32_t bytes = 0;
};

/// The character at `at` (inside the text). Bytes that are not UTF-8 read as U+FFFD, as many of
/// them at once as could begin a character (Unicode 15, section 3.9, "maximal subparts"); `valid`,
/// where given, says whether they were.
[[nodiscard]] Utf8Char utf8_at(std::string_view text, std::size_t at, bool* valid = nullptr);

/// Appends one character (a scalar value).
void append_utf8(std::string& out, char32_t code);

/// The text with every malformed sequence replaced by U+FFFD.
[[nodiscard]] std::string to_valid_utf8(std::string_view bytes);

/// How many characters a well-formed text has.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// Start of the character before `at` (at > 0) of a well-formed text.
[[nodiscard]] std::size_t utf8_before(std::string_view text, std::size_t at);

/// How many bytes at the end of `bytes` begin a character that is not complete yet: 0 to 3.
[[nodiscard]] std::size_t incomplete_utf8_tail(std::string_view bytes);

}  // namespace bitlathe
