// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/profile/moments.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {

/// Smallest and largest of some finite numbers.
struct Range {
    double min = 0;
    double max = 0;
    [[nodiscard]] double absmax() const { return max > -min ? max : -min; }
};

/// Bin of a finite weight in WeightStatistics::histogram: bins are closed below and open above,
/// the last one closed. All bins of an all-zero tensor have no width; its zeros are in the bin that
/// begins at 0.
[[nodiscard]] std::size_t histogram_bin(double weight, double absmax);

/// Whether the z-score of a weight is above 1; nothing is when sigma is 0.
[[nodiscard]] inline bool is_far_above(double weight, double mean, double sigma) {
    return (weight - mean) / sigma > 1.0;
}

/// Shannon entropy in bits of a distribution given by counts; 0 when there are none.
[[nodiscard]] double entropy_bits(std::span<const std::uint64_t> counts);

/// Fills in everything that follows from range and moments: min, max, absmax, mean, sigma,
/// kurtosis, skewness, sum_of_squares. `moments.n` > 0.
void set_moments(WeightStatistics& statistics, const Range& range, const Moments& moments);
/// The moments again, right to rounding; those of nothing where they are not known.
[[nodiscard]] Moments moments_of(const WeightStatistics& statistics);

}  // namespace bitlathe
