// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace bitlathe {

/// Central moments of some numbers: their count, mean, and the sums of (x - mean)^k for k = 2,
/// 3, 4.
struct Moments {
    double n = 0;
    double mean = 0;
    double m2 = 0;
    double m3 = 0;
    double m4 = 0;
};

/// Moments of `n` > 0 numbers from the sums of (x - shift)^k, k = 1 .. 4. Exact enough when the
/// shift is within some dozen standard deviations of the mean.
[[nodiscard]] Moments central_moments(double n, double shift, const std::array<double, 4>& sums);

/// Moments of two sets together, without cancellation however large the means are (P. Pebay,
/// "Formulas for robust, one-pass parallel computation of covariances and arbitrary-order
/// statistical moments", 2008). Not associative in floating point: merge in a fixed order.
[[nodiscard]] Moments merge(const Moments& a, const Moments& b);

}  // namespace bitlathe
