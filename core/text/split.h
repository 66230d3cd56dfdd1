// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/text/pre_tokenizer.h"

namespace bitlathe {

/// A stretch of a text that is a match of a pattern, or lies between matches.
struct Stretch {
    std::size_t begin = 0, end = 0;
    bool match = false;
};

/// Appends all stretches of a text, in order, none left out.
using FindStretches = std::function<Status(std::string_view, std::vector<Stretch>&)>;

/// Every match of the pattern.
[[nodiscard]] FindStretches by_regex(Regex regex, bool invert);
/// Every single character that `is` is true for.
[[nodiscard]] FindStretches by_character(std::function<bool(char32_t)> is);

/// Splits every piece by what `find` finds; empty pieces vanish.
[[nodiscard]] PreTokenizer::Step split_step(FindStretches find, SplitBehavior behavior);

/// Splits every piece where the script of its characters changes.
[[nodiscard]] PreTokenizer::Step split_scripts_step();

/// Applies a behaviour: the stretches that become pieces, in order. For tests as much as for us.
[[nodiscard]] std::vector<Stretch> kept_stretches(const std::vector<Stretch>& found,
                                                  SplitBehavior behavior);

}  // namespace bitlathe
