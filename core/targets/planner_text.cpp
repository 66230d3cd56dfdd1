// SPDX-License-Identifier: GPL-3.0-or-later
// Budgets and rules as people write them.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/planner.h"

namespace bitlathe {
namespace {

struct UnitName {
    std::string_view name;
    Budget::Unit unit;
    double factor;
};
constexpr std::array<UnitName, 10> kUnits{{
    {"bpw", Budget::Unit::kBitsPerWeight, 1},
    {"b", Budget::Unit::kBytes, 1},
    {"kib", Budget::Unit::kBytes, 0x1p10},
    {"mib", Budget::Unit::kBytes, 0x1p20},
    {"gib", Budget::Unit::kBytes, 0x1p30},
    {"tib", Budget::Unit::kBytes, 0x1p40},
    {"kb", Budget::Unit::kBytes, 1e3},
    {"mb", Budget::Unit::kBytes, 1e6},
    {"gb", Budget::Unit::kBytes, 1e9},
    {"tb", Budget::Unit::kBytes, 1e12},
}};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return result;
}

tl::unexpected<Error> usage(std::string message, std::string hint) {
    return fail(ErrorCode::kUsage, std::move(message), {}, {}, std::move(hint));
}

}  // namespace

std::uint64_t Budget::bytes(std::uint64_t parameters) const {
    const double exact = unit == Unit::kBytes ? value : value * static_cast<double>(parameters) / 8;
    if (!(exact > 0)) {
        return 0;
    }
    return exact >= 0x1p64 ? std::numeric_limits<std::uint64_t>::max()
                           : static_cast<std::uint64_t>(exact);
}

Result<Budget> parse_budget(std::string_view text) {
    constexpr std::string_view kHint = "write it as 4.2bpw, 3.5GiB, 900MiB or 123456789B";
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, value, std::chars_format::fixed);
    if (error != std::errc() || !(value > 0) || !std::isfinite(value)) {
        return usage(
            fmt::format("the budget \"{}\" does not start with a number above 0", printable(text)),
            std::string(kHint));
    }
    std::string_view unit(rest, static_cast<std::size_t>(end - rest));
    unit.remove_prefix(std::min(unit.find_first_not_of(' '), unit.size()));
    const auto found =
        std::find_if(kUnits.begin(), kUnits.end(),
                     [name = lower(unit)](const UnitName& row) { return row.name == name; });
    if (found == kUnits.end()) {
        return usage(unit.empty() ? fmt::format("the budget \"{}\" has no unit", printable(text))
                                  : fmt::format("the budget \"{}\" has an unknown unit, \"{}\"",
                                                printable(text), printable(unit)),
                     std::string(kHint));
    }
    return Budget{found->unit, value * found->factor};
}

Result<FormatRule> parse_rule(std::string_view text) {
    const auto equals = text.rfind('=');
    if (equals == std::string_view::npos || equals == 0) {
        return usage(fmt::format("the rule \"{}\" is not of the form GLOB=FORMAT", printable(text)),
                     "for example 'blk.0.*=Q6_K'");
    }
    const std::string_view name = text.substr(equals + 1);
    const auto format = find_format(name);
    if (!format) {
        return usage(fmt::format("the rule \"{}\" names an unknown format, \"{}\"", printable(text),
                                 printable(name)),
                     "bitlathe-cli formats lists them");
    }
    return FormatRule{std::string(text.substr(0, equals)), *format};
}

}  // namespace bitlathe
