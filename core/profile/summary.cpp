// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/summary.h"

#include <algorithm>
#include <cmath>

namespace bitlathe {

namespace {
constexpr std::size_t kHalf = WeightStatistics::kBins / 2;
}

std::size_t histogram_bin(double weight, double absmax) {
    if (absmax == 0) {
        return kHalf;
    }
    // Counted from the middle, so that a tiny negative weight stays on its side of zero.
    const double steps = std::abs(weight) / absmax * static_cast<double>(kHalf);
    if (weight < 0) {
        return kHalf - static_cast<std::size_t>(std::clamp(std::ceil(steps), 1.0, double{kHalf}));
    }
    return std::min(kHalf + static_cast<std::size_t>(steps), WeightStatistics::kBins - 1);
}

double entropy_bits(std::span<const std::uint64_t> counts) {
    double total = 0;
    for (const std::uint64_t count : counts) {
        total += static_cast<double>(count);
    }
    double bits = 0;
    for (const std::uint64_t count : counts) {
        if (count != 0) {
            const double p = static_cast<double>(count) / total;
            bits -= p * std::log2(p);
        }
    }
    return std::max(bits, 0.0);
}

void set_moments(WeightStatistics& statistics, const Range& range, const Moments& moments) {
    // Adding zero turns -0 into 0, which people expect to read.
    statistics.min = range.min + 0.0;
    statistics.max = range.max + 0.0;
    statistics.absmax = range.absmax() + 0.0;
    if (range.min == range.max) {
        statistics.mean = statistics.min;
        statistics.sigma = 0.0;
        statistics.sum_of_squares = moments.n * range.min * range.min;
        return;
    }
    statistics.mean = moments.mean;
    statistics.sigma = std::sqrt(moments.m2 / moments.n);
    statistics.sum_of_squares = moments.m2 + moments.n * (moments.mean * moments.mean);
    const double kurtosis = moments.n * moments.m4 / (moments.m2 * moments.m2);
    if (std::isfinite(kurtosis)) {
        statistics.kurtosis = kurtosis;
    }
    const double skewness =
        moments.m3 / moments.n / (*statistics.sigma * *statistics.sigma * *statistics.sigma);
    if (std::isfinite(skewness)) {
        statistics.skewness = skewness;
    }
}

Moments moments_of(const WeightStatistics& statistics) {
    Moments moments;
    if (!statistics.mean || !statistics.sigma ||
        (*statistics.sigma > 0 && !(statistics.kurtosis && statistics.skewness))) {
        return moments;
    }
    const double square = *statistics.sigma * *statistics.sigma;
    moments.n = static_cast<double>(statistics.count - statistics.nonfinite);
    moments.mean = *statistics.mean;
    moments.m2 = moments.n * square;
    moments.m3 = moments.n * square * *statistics.sigma * statistics.skewness.value_or(0);
    moments.m4 = moments.n * square * square * statistics.kurtosis.value_or(0);
    return moments;
}

}  // namespace bitlathe
