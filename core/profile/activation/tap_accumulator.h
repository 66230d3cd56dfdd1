// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/compute/device.h"
#include "core/profile/activation/tap_statistics.h"

namespace bitlathe {

/// The first tokens of windows apart from all others: attention sinks make them another
/// distribution, and whoever looks may want them left out.
template <class T>
struct FirstAndRest {
    T first, rest;
    [[nodiscard]] T all() const {
        T sum = rest;
        sum.add(first);
        return sum;
    }
    /// Those a person asked for.
    [[nodiscard]] T chosen(bool with_first) const { return with_first ? all() : rest; }
};

/// Where a row of activations comes from.
struct TokenPlace {
    std::uint64_t token = 0;     ///< index in all tokens of the profile
    std::uint32_t position = 0;  ///< in its window
    std::uint32_t id = 0;
};

/// Adds rows of one place to its statistics: channels in parallel, tokens of a channel one after
/// another, so that the numbers are the same for any number of threads. `places`: one a row.
/// `thresholds`: ascending, as many as the statistics count. Errors: kCancelled.
[[nodiscard]] Status accumulate_tap(ConstRows rows, std::span<const TokenPlace> places,
                                    std::span<const float> thresholds,
                                    FirstAndRest<TapStatistics>& statistics,
                                    const WorkContext& context);

}  // namespace bitlathe
