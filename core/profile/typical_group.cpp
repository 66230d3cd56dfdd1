// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/typical_group.h"

#include <cmath>

namespace bitlathe {

std::optional<double> typical_group_reach(const WeightStatistics& statistics, std::uint64_t group) {
    constexpr std::size_t kHalf = WeightStatistics::kBins / 2;
    const double absmax = statistics.absmax.value_or(0);
    if (!(absmax > 0) || group == 0) return std::nullopt;
    double total = 0;
    for (const std::uint64_t count : statistics.histogram)
        total += static_cast<double>(count);
    // P(largest of n <= x) = F(x)^n is a half where F(x) = 2^(-1/n).
    double left = total * std::exp2(-1.0 / static_cast<double>(group));
    for (std::size_t i = 0; i < kHalf; ++i) {
        const double count = static_cast<double>(statistics.histogram[kHalf + i]) +
                             static_cast<double>(statistics.histogram[kHalf - 1 - i]);
        if (count > 0 && left <= count) {
            return absmax * (static_cast<double>(i) + left / count) / kHalf;
        }
        left -= count;
    }
    return absmax;
}

}  // namespace bitlathe
