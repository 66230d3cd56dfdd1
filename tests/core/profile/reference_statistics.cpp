// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

std::size_t reference_bin(long double value, long double absmax) {
    // The last edge that is not above the value; products of edges are exact in 80 bits.
    constexpr int kHalf = WeightStatistics::kBins / 2;
    int bin = 0;
    for (int edge = 0; edge < 2 * kHalf; ++edge) {
        if (value * kHalf >= (edge - kHalf) * absmax) {
            bin = edge;
        }
    }
    return static_cast<std::size_t>(bin);
}

long double central(const std::vector<double>& values, long double mean, int power) {
    long double sum = 0;
    for (const double value : values) {
        sum += std::pow(value - mean, static_cast<long double>(power));
    }
    return sum / static_cast<long double>(values.size());
}

bool same_bits(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() == b.has_value() &&
           (!a || std::bit_cast<std::uint64_t>(*a) == std::bit_cast<std::uint64_t>(*b));
}

}  // namespace

ReferenceStatistics reference_statistics(const std::vector<double>& values) {
    ReferenceStatistics result;
    result.histogram.resize(WeightStatistics::kBins);
    std::vector<double> finite;
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
                 [](double v) { return std::isfinite(v); });
    result.nonfinite = values.size() - finite.size();
    if (finite.empty()) {
        return result;
    }
    const auto n = static_cast<long double>(finite.size());
    result.min = *std::min_element(finite.begin(), finite.end());
    result.max = *std::max_element(finite.begin(), finite.end());
    result.absmax = std::max(-result.min, result.max);
    for (const double value : finite) {
        result.zeros += value == 0 ? 1U : 0U;
        result.mean += value / n;
        result.sum_of_squares += static_cast<long double>(value) * value;
        ++result.histogram[result.absmax == 0 ? WeightStatistics::kBins / 2
                                              : reference_bin(value, result.absmax)];
    }
    const long double m2 = central(finite, result.mean, 2);
    result.sigma = std::sqrt(m2);
    result.kurtosis = central(finite, result.mean, 4) / (m2 * m2);
    const auto above = std::count_if(finite.begin(), finite.end(), [&](double value) {
        return (value - result.mean) / result.sigma > 1;
    });
    result.zd = static_cast<long double>(above) / n;
    return result;
}

double reference_exponent_entropy(const std::vector<float>& values) {
    std::map<std::uint32_t, double> counts;
    for (const float value : values) {
        counts[std::bit_cast<std::uint32_t>(value) << 1 >> 24] += 1;
    }
    double bits = 0;
    for (const auto& [exponent, count] : counts) {
        const double p = count / static_cast<double>(values.size());
        bits -= p * std::log2(p);
    }
    return bits;
}

void expect_like_reference(const WeightStatistics& statistics, const std::vector<double>& values,
                           double tolerance) {
    const ReferenceStatistics expected = reference_statistics(values);
    EXPECT_EQ(statistics.count, values.size());
    EXPECT_EQ(statistics.zeros, expected.zeros);
    EXPECT_EQ(statistics.nonfinite, expected.nonfinite);
    EXPECT_EQ(statistics.min.value(), static_cast<double>(expected.min));
    EXPECT_EQ(statistics.max.value(), static_cast<double>(expected.max));
    EXPECT_EQ(statistics.absmax.value(), static_cast<double>(expected.absmax));
    const auto near = [&](double actual, long double wanted) {
        return std::abs(actual - static_cast<double>(wanted)) <=
               tolerance * std::abs(static_cast<double>(wanted));
    };
    EXPECT_TRUE(near(statistics.sigma.value(), expected.sigma))
        << *statistics.sigma << " for " << expected.sigma;
    EXPECT_LE(std::abs(*statistics.mean - static_cast<double>(expected.mean)),
              tolerance * static_cast<double>(expected.sigma) +
                  1e-15 * std::abs(static_cast<double>(expected.mean)));
    EXPECT_TRUE(near(statistics.sum_of_squares, expected.sum_of_squares));
    if (expected.sigma > 0) {
        EXPECT_TRUE(near(statistics.kurtosis.value(), expected.kurtosis))
            << *statistics.kurtosis << " for " << expected.kurtosis;
        EXPECT_EQ(statistics.zd.value(), static_cast<double>(expected.zd));
    }
    EXPECT_EQ(std::vector(statistics.histogram.begin(), statistics.histogram.end()),
              expected.histogram);
}

void expect_identical(const WeightStatistics& a, const WeightStatistics& b) {
    EXPECT_EQ(a.count, b.count);
    EXPECT_EQ(a.zeros, b.zeros);
    EXPECT_EQ(a.nonfinite, b.nonfinite);
    EXPECT_TRUE(same_bits(a.min, b.min));
    EXPECT_TRUE(same_bits(a.max, b.max));
    EXPECT_TRUE(same_bits(a.absmax, b.absmax));
    EXPECT_TRUE(same_bits(a.mean, b.mean));
    EXPECT_TRUE(same_bits(a.sigma, b.sigma));
    EXPECT_TRUE(same_bits(a.kurtosis, b.kurtosis));
    EXPECT_TRUE(same_bits(a.zd, b.zd));
    EXPECT_TRUE(same_bits(a.exponent_entropy, b.exponent_entropy));
    EXPECT_TRUE(same_bits(a.sum_of_squares, b.sum_of_squares));
    EXPECT_EQ(a.histogram, b.histogram);
}

}  // namespace bitlathe
