// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>

#include "reference_statistics.h"
#include "tensors.h"
#include <gtest/gtest.h>

#include "core/profile/moments.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

WeightStatistics statistics_of(const TestTensor& tensor, unsigned threads = 0) {
    WorkContext context;
    context.threads = threads;
    auto result = weight_statistics(tensor.view(), context);
    EXPECT_TRUE(result.has_value());
    return result.value_or(WeightStatistics{});
}

class StatisticsProperty : public ::testing::TestWithParam<const char*> {};

TEST_P(StatisticsProperty, TheSameBitsForAnyNumberOfThreads) {
    const auto tensor = encoded_tensor(GetParam(), 3000, gaussian(3000 * 2048, 0.02F, 1));
    const auto one = statistics_of(tensor, 1);
    for (const unsigned threads : {2U, 3U, 8U}) {
        expect_identical(one, statistics_of(tensor, threads));
    }
}

TEST_P(StatisticsProperty, ScalingByAPowerOfTwoScalesEverythingExactly) {
    auto values = gaussian(256 * 1024, 1.0F, 2);
    // Too small for a half even before they are scaled: would not scale.
    std::erase_if(values, [](float value) { return std::abs(value) < 1e-3F; });
    values.resize(255 * 1024);
    const auto plain = statistics_of(encoded_tensor(GetParam(), 255, values));
    for (float& value : values) {
        value *= 0.25F;
    }
    const auto scaled = statistics_of(encoded_tensor(GetParam(), 255, values));
    EXPECT_EQ(*scaled.mean, *plain.mean * 0.25);
    EXPECT_EQ(*scaled.sigma, *plain.sigma * 0.25);
    EXPECT_EQ(*scaled.kurtosis, *plain.kurtosis);
    EXPECT_EQ(*scaled.zd, *plain.zd);
    EXPECT_EQ(scaled.histogram, plain.histogram);
}

TEST_P(StatisticsProperty, HistogramCountsEveryWeightOnce) {
    const auto statistics =
        statistics_of(encoded_tensor(GetParam(), 99, laplace(std::size_t{99} * 1024, 3)));
    EXPECT_EQ(
        std::accumulate(statistics.histogram.begin(), statistics.histogram.end(), std::uint64_t{0}),
        std::uint64_t{99} * 1024);
}

INSTANTIATE_TEST_SUITE_P(Formats, StatisticsProperty,
                         ::testing::Values("F32", "BF16", "F16", "Q8_0"),
                         [](const auto& test) { return std::string(test.param); });

TEST(StatisticsProperty, OrderOfEqualCountsDoesNotMatterTo16BitWeights) {
    auto values = gaussian(200'000, 0.02F, 4);
    const auto a = statistics_of(encoded_tensor("BF16", 1, values));
    std::reverse(values.begin(), values.end());
    expect_identical(a, statistics_of(encoded_tensor("BF16", 1, values)));
}

TEST(StatisticsProperty, EveryLengthAroundTheLanes) {
    for (std::size_t count = 1; count <= 40; ++count) {
        const auto values = gaussian(count, 1, count);
        expect_like_reference(statistics_of(plain_tensor("F32", values)),
                              {values.begin(), values.end()});
        // A first weight of zero is what fills up the last lanes.
        std::vector<float> zeros(count);
        zeros.back() = 1;
        EXPECT_EQ(statistics_of(plain_tensor("F32", zeros)).zeros, count - 1);
    }
}

TEST(StatisticsProperty, BinEdgesAreExact) {
    // absmax 3 x 2^-20: edges are no float32 neighbours of round numbers.
    constexpr float kMax = 3 * 0x1p-20F;
    std::vector<float> values{kMax};
    for (int edge = -64; edge <= 64; ++edge) {
        const float at = static_cast<float>(edge) * kMax / 64;
        for (const float value : {at, std::nextafter(at, 1.0F), std::nextafter(at, -1.0F)}) {
            values.push_back(std::clamp(value, -kMax, kMax));
        }
    }
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()});
    // And where the largest weight is odd to the last bit.
    const float odd = std::nextafter(0.1F, 1.0F);
    values = {odd};
    for (int edge = -64; edge <= 64; ++edge) {
        const auto at = static_cast<float>(static_cast<double>(odd) * edge / 64);
        for (const float value : {at, std::nextafter(at, 1.0F), std::nextafter(at, -1.0F)}) {
            values.push_back(std::clamp(value, -odd, odd));
        }
    }
    expect_like_reference(statistics_of(plain_tensor("F32", values)),
                          {values.begin(), values.end()});
}

TEST(StatisticsProperty, ExponentsOfFloat32AreCountedExactly) {
    // Magnitudes over 200 exponents: many are below what a key can tell.
    std::mt19937_64 random(5);
    std::vector<float> values(100'000);
    for (float& value : values) {
        value = std::ldexp(1.0F + static_cast<float>(random() % 1000) / 1000,
                           static_cast<int>(random() % 200) - 140);
        value = (random() & 1U) != 0 ? value : -value;
    }
    const auto wide = statistics_of(plain_tensor("F32", values));
    EXPECT_NEAR(*wide.exponent_entropy, reference_exponent_entropy(values), 1e-9);
    values = gaussian(100'000, 0.02F, 6);
    std::fill(values.begin(), values.begin() + 5000, 0.0F);
    const auto with_zeros = statistics_of(plain_tensor("F32", values));
    EXPECT_NEAR(*with_zeros.exponent_entropy, reference_exponent_entropy(values), 1e-9);
}

TEST(Moments, MergingEqualsCountingTogether) {
    const auto of = [](const std::vector<double>& values) {
        std::array<double, 4> sums{};
        for (const double v : values) {
            const double d = v - values[0];
            sums[0] += d;
            sums[1] += d * d;
            sums[2] += d * d * d;
            sums[3] += d * d * d * d;
        }
        return central_moments(static_cast<double>(values.size()), values[0], sums);
    };
    const Moments together = of({1, 2, 4, 8, 16, -3, 0, 5});
    const Moments merged = merge(of({1, 2, 4}), of({8, 16, -3, 0, 5}));
    EXPECT_DOUBLE_EQ(merged.n, together.n);
    EXPECT_DOUBLE_EQ(merged.mean, together.mean);
    EXPECT_NEAR(merged.m2, together.m2, 1e-12 * together.m2);
    EXPECT_NEAR(merged.m3, together.m3, 1e-11 * std::abs(together.m3));
    EXPECT_NEAR(merged.m4, together.m4, 1e-12 * together.m4);
}

}  // namespace
}  // namespace bitlathe
