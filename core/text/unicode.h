// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace bitlathe {

// Properties of characters, by ICU. Names are those of the Unicode standard.

[[nodiscard]] bool is_white_space(char32_t c);      ///< White_Space
[[nodiscard]] bool is_punctuation(char32_t c);      ///< category P
[[nodiscard]] bool is_symbol(char32_t c);           ///< category S
[[nodiscard]] bool is_number(char32_t c);           ///< category N
[[nodiscard]] bool is_mark(char32_t c);             ///< category M
[[nodiscard]] bool is_nonspacing_mark(char32_t c);  ///< category Mn
[[nodiscard]] bool is_control(char32_t c);          ///< categories Cc, Cf, Co, Cs
[[nodiscard]] bool is_unassigned(char32_t c);       ///< category Cn
[[nodiscard]] bool is_word(char32_t c);             ///< Alphabetic, M, Nd, Pc or Join_Control
[[nodiscard]] bool is_cjk(char32_t c);              ///< the ideographs that BERT sets apart
/// Simple lower case.
[[nodiscard]] char32_t to_lower(char32_t c);
/// First character of the canonical decomposition.
[[nodiscard]] char32_t first_of_decomposition(char32_t c);

enum class NormalForm { kNfc, kNfd, kNfkc, kNfkd };
/// Normal form of a well-formed text.
[[nodiscard]] std::string normal_form(std::string_view text, NormalForm form);

/// Calls `visit` for every extended grapheme cluster (UAX 29) of a well-formed text, in order.
void for_each_grapheme(std::string_view text, const std::function<void(std::string_view)>& visit);

}  // namespace bitlathe
