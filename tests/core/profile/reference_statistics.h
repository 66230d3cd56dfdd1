// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// The definitions of WeightStatistics written down without regard for speed: 80-bit arithmetic,
/// one full pass per quantity, bins by comparing with every edge.
struct ReferenceStatistics {
    std::uint64_t zeros = 0;
    std::uint64_t nonfinite = 0;
    long double min = 0, max = 0, absmax = 0, mean = 0, sigma = 0, kurtosis = 0, zd = 0;
    long double sum_of_squares = 0;
    std::vector<std::uint64_t> histogram;
};
[[nodiscard]] ReferenceStatistics reference_statistics(const std::vector<double>& values);

/// Entropy in bits of the exponents of float32 values, from a map.
[[nodiscard]] double reference_exponent_entropy(const std::vector<float>& values);

/// Compares with the reference: counts and range exactly, moments to `tolerance` relative (the mean
/// relative to sigma).
void expect_like_reference(const WeightStatistics& statistics, const std::vector<double>& values,
                           double tolerance = 1e-11);

/// Equal to the last bit.
void expect_identical(const WeightStatistics& a, const WeightStatistics& b);

}  // namespace bitlathe
