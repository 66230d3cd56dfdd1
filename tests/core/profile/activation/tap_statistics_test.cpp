// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "core/profile/activation/tap_accumulator.h"
#include "tests/core/profile/activation/same_statistics.h"

namespace bitlathe {
namespace {

using Statistics = FirstAndRest<TapStatistics>;

struct Rows2 {
    std::vector<float> values;
    std::vector<TokenPlace> places;
    std::size_t channels = 0;
    [[nodiscard]] ConstRows view() const {
        return {values.data(), places.size(), channels, channels};
    }
};

Rows2 rows_of(std::vector<float> values, std::size_t channels, std::uint32_t window) {
    Rows2 rows{std::move(values), {}, channels};
    for (std::uint32_t t = 0; t < rows.values.size() / channels; ++t) {
        rows.places.push_back({t, t % window, 100 + t});
    }
    return rows;
}

Rows2 random_rows(std::size_t tokens, std::size_t channels, std::uint32_t window) {
    std::mt19937 generator(7);
    std::student_t_distribution<float> heavy(3);
    std::vector<float> values(tokens * channels);
    for (float& value : values) {
        value = heavy(generator);
    }
    return rows_of(std::move(values), channels, window);
}

Statistics collect(const Rows2& rows, const std::vector<float>& thresholds, unsigned threads = 1) {
    const TapStatistics empty(rows.channels, thresholds.size());
    Statistics statistics{empty, empty};
    WorkContext context;
    context.threads = threads;
    EXPECT_TRUE(accumulate_tap(rows.view(), rows.places, thresholds, statistics, context));
    return statistics;
}

TEST(TapStatistics, KurtosisOfTheOracle) {
    // x = (1,-1,1,-1,1,-1,1,9): m4 / m2^2 = 5.170870, absmax / rms 2.713602, absmax / mean|x| 4.5
    const auto all = collect(rows_of({1, -1, 1, -1, 1, -1, 1, 9}, 2, 4), {}).all();
    EXPECT_NEAR(all.kurtosis().value(), 5.170870, 1e-6);
    const double squares = all.sum2[0] + all.sum2[1];
    EXPECT_NEAR(all.largest() / std::sqrt(squares / 8), 2.713602, 1e-6);
    EXPECT_NEAR(all.largest() / ((all.sum_abs[0] + all.sum_abs[1]) / 8), 4.5, 1e-12);
}

TEST(TapStatistics, AreThoseOfAPlainReading) {
    const auto rows = random_rows(301, 130, 50);
    const auto all = collect(rows, {1, 2.5F}).all();
    for (std::size_t c = 0; c < rows.channels; ++c) {
        long double sum = 0, sum2 = 0, sum3 = 0, sum4 = 0, sum_abs = 0;
        float absmax = 0;
        std::uint32_t one = 0, more = 0;
        for (std::size_t t = 0; t < 301; ++t) {
            const long double x = rows.values[t * rows.channels + c];
            sum += x;
            sum2 += x * x;
            sum3 += x * x * x;
            sum4 += x * x * x * x;
            sum_abs += std::abs(x);
            absmax = std::max(absmax, static_cast<float>(std::abs(x)));
            one += std::abs(x) >= 1 ? 1 : 0;
            more += std::abs(x) >= 2.5L ? 1 : 0;
        }
        const auto near = [](double ours, long double exact, long double scale) {
            EXPECT_NEAR(ours, static_cast<double>(exact), static_cast<double>(scale) * 301 * 2e-16);
        };
        near(all.sum[c], sum, sum_abs);
        near(all.sum2[c], sum2, sum2);
        near(all.sum3[c], sum3, sum4 + sum2);
        near(all.sum4[c], sum4, sum4);
        near(all.sum_abs[c], sum_abs, sum_abs);
        EXPECT_EQ(all.absmax[c], absmax);
        EXPECT_EQ(all.above[c * 2], one);
        EXPECT_EQ(all.above[c * 2 + 1], more);
    }
}

TEST(TapStatistics, FirstTokensAreApart) {
    // Two windows of two tokens, two channels.
    const auto s = collect(rows_of({100, 1, 2, 3, 200, 4, 5, 6}, 2, 2), {50});
    EXPECT_EQ(s.first.tokens, 2U);
    EXPECT_EQ(s.rest.tokens, 2U);
    EXPECT_EQ(s.first.sum, (std::vector<double>{300, 5}));
    EXPECT_EQ(s.rest.sum, (std::vector<double>{7, 9}));
    EXPECT_EQ(s.first.above, (std::vector<std::uint32_t>{2, 0}));
    EXPECT_EQ(s.rest.above, (std::vector<std::uint32_t>{0, 0}));
    EXPECT_EQ(s.rest.largest(), 6.0F);
    EXPECT_EQ(s.all().largest(), 200.0F);
    EXPECT_EQ(s.all().tokens, 4U);
}

TEST(TapStatistics, TheSameForAnyNumberOfThreads) {
    const auto rows = random_rows(257, 391, 32);
    const auto one = collect(rows, {1, 3}, 1);
    for (const unsigned threads : {2U, 4U, 7U}) {
        const auto more = collect(rows, {1, 3}, threads);
        expect_same(one.first, more.first);
        expect_same(one.rest, more.rest);
    }
}

TEST(TapStatistics, TheLargestValuesKnowWhereTheyWere) {
    auto rows = random_rows(90, 70, 30);
    rows.values[33 * 70 + 5] = -5000;
    rows.values[2 * 70 + 69] = 4000;
    rows.values[1 * 70 + 69] = 4000;  // of equal ones the earlier token comes first
    const auto all = collect(rows, {}).all();
    ASSERT_EQ(all.top.size(), TapStatistics::kTop);
    EXPECT_EQ(all.top[0], (TopValue{-5000, 5, 33, 3, 133}));
    EXPECT_EQ(all.top[1], (TopValue{4000, 69, 1, 1, 101}));
    EXPECT_EQ(all.top[2], (TopValue{4000, 69, 2, 2, 102}));
    std::vector<float> magnitudes;
    for (const float value : rows.values) {
        magnitudes.push_back(std::abs(value));
    }
    std::sort(magnitudes.rbegin(), magnitudes.rend());
    for (std::size_t i = 0; i < TapStatistics::kTop; ++i) {
        EXPECT_EQ(std::abs(all.top[i].value), magnitudes[i]);
    }
}

TEST(TapStatistics, QuantilesAreRightToAPercent) {
    const auto rows = random_rows(400, 50, 400);
    std::vector<float> sorted;
    for (const float value : rows.values) {
        sorted.push_back(std::abs(value));
    }
    std::sort(sorted.begin(), sorted.end());
    const auto all = collect(rows, {}).all();
    for (const double share : {0.1, 0.5, 0.9, 0.99, 0.999, 1.0}) {
        const auto place =
            static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())) - 1);
        EXPECT_NEAR(all.quantile(share).value(), sorted[place], 0.01 * sorted[place]) << share;
    }
}

TEST(TapStatistics, EveryMagnitudeIsInItsBin) {
    for (std::size_t bin = 0; bin < TapStatistics::kMagnitudes; ++bin) {
        const auto edge = static_cast<float>(magnitude_edge(bin));
        EXPECT_EQ(magnitude_bin(edge), bin);
        if (bin > 0) {
            EXPECT_EQ(magnitude_bin(std::nextafter(edge, 0.0F)), bin - 1);
        }
    }
    EXPECT_EQ(magnitude_bin(0), 0U);
    EXPECT_EQ(magnitude_bin(1e-30F), 0U);
    EXPECT_EQ(magnitude_bin(1e30F), TapStatistics::kMagnitudes - 1);
}

TEST(TapStatistics, ValuesThatAreNoNumbersAreCountedAndLeftOut) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const float inf = std::numeric_limits<float>::infinity();
    const auto all = collect(rows_of({nan, 1, 2, -inf, 3, 4}, 2, 8), {1}).all();
    EXPECT_EQ(all.nonfinite, 2U);
    EXPECT_EQ(all.sum, (std::vector<double>{5, 5}));
    EXPECT_EQ(all.absmax, (std::vector<float>{3, 4}));
    EXPECT_EQ(all.above, (std::vector<std::uint32_t>{2, 2}));
    EXPECT_EQ(all.top.front().value, 4.0F);
}

TEST(TapStatistics, NothingIsKnownOfNothing) {
    const TapStatistics none(4, 1);
    EXPECT_FALSE(none.kurtosis());
    EXPECT_FALSE(none.quantile(0.5));
    const auto constant = collect(rows_of({2, 2, 2, 2}, 1, 4), {}).all();
    EXPECT_FALSE(constant.kurtosis());
}

}  // namespace
}  // namespace bitlathe
