// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/moments.h"

#include <algorithm>

namespace bitlathe {

Moments central_moments(double n, double shift, const std::array<double, 4>& sums) {
    const auto [s1, s2, s3, s4] = sums;
    const double d = s1 / n;
    Moments result;
    result.n = n;
    result.mean = shift + d;
    // Rounding must not turn the spread of equal numbers negative.
    result.m2 = std::max(0.0, s2 - d * s1);
    result.m3 = s3 - 3 * d * s2 + 2 * d * d * s1;
    result.m4 = std::max(0.0, s4 - 4 * d * s3 + 6 * d * d * s2 - 3 * d * d * d * s1);
    return result;
}

Moments merge(const Moments& a, const Moments& b) {
    if (a.n == 0) {
        return b;
    }
    if (b.n == 0) {
        return a;
    }
    Moments sum;
    sum.n = a.n + b.n;
    const double p = a.n / sum.n;
    const double q = b.n / sum.n;
    const double d = b.mean - a.mean;
    const double d2 = d * d;
    sum.mean = a.mean + d * q;
    sum.m2 = a.m2 + b.m2 + d2 * (p * b.n);
    sum.m3 = a.m3 + b.m3 + d2 * d * (p * b.n) * (p - q) + 3 * d * (p * b.m2 - q * a.m2);
    sum.m4 = a.m4 + b.m4 + d2 * d2 * (p * b.n) * (p * p - p * q + q * q) +
             6 * d2 * (p * p * b.m2 + q * q * a.m2) + 4 * d * (p * b.m3 - q * a.m3);
    return sum;
}

}  // namespace bitlathe
