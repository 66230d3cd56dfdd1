// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace bitlathe {

/// Names that the program gives to plans. They stand in files, so they are kept in English and put
/// into the language of the window where they are shown.
inline constexpr std::string_view kStoredName = "as stored";
/// "Q4_K_M edited", however often it is edited; a copy of that, "Q4_K_M edited 2", says it already.
[[nodiscard]] std::string edited_name(const std::string& name);
/// "Q4_K/Q8_0, 40 % low, LIM": blocks at two formats. `share_low` is 0 to 1.
[[nodiscard]] std::string layerwise_name(std::string_view low, std::string_view high,
                                         double share_low, bool by_lim);

/// A plan's name and the number that tells it from others of that name; without one it is 1.
struct NumberedName {
    std::string base;
    int number = 1;
};
/// "Q4_K_M 2" is Q4_K_M, 2.
[[nodiscard]] NumberedName numbered_name(const std::string& name);

/// The name of a plan as it is shown: what the program put into it in the language of the window,
/// what a person did as it is.
[[nodiscard]] QString plan_name_text(const std::string& name);

}  // namespace bitlathe
