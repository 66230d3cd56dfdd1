// SPDX-License-Identifier: GPL-3.0-or-later
// The same bits on every instruction set the machine has.
#include <cmath>
#include <random>

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include "core/profile/activation/activation_kernels.h"
#include "core/profile/activation/stream_change.h"
#include "tests/core/profile/activation/same_statistics.h"

namespace bitlathe {
namespace {

/// Calls `check` with only one instruction set allowed, for all that this machine has.
template <class Check>
int for_each_target(const Check& check) {
    hwy::SetSupportedTargetsForTest(0);
    const std::int64_t supported = hwy::SupportedTargets();
    int seen = 0;
    for (std::int64_t rest = supported & HWY_TARGETS; rest != 0; rest &= rest - 1) {
        SCOPED_TRACE(hwy::TargetName(rest & -rest));
        hwy::SetSupportedTargetsForTest(rest & -rest);
        check();
        ++seen;
    }
    hwy::SetSupportedTargetsForTest(0);
    return seen;
}

std::vector<float> heavy_values(std::size_t count) {
    std::mt19937 generator(11);
    std::student_t_distribution<float> heavy(3);
    std::vector<float> values(count);
    for (float& value : values) {
        value = heavy(generator);
    }
    return values;
}

FirstAndRest<TapStatistics> collect(const std::vector<float>& values, std::size_t channels) {
    std::vector<TokenPlace> places;
    for (std::uint32_t t = 0; t < values.size() / channels; ++t) {
        places.push_back({t, t % 50, t});
    }
    const std::vector<float> thresholds = {0.5F, 2, 6};
    const TapStatistics empty(channels, thresholds.size());
    FirstAndRest<TapStatistics> statistics{empty, empty};
    EXPECT_TRUE(accumulate_tap({values.data(), places.size(), channels, channels}, places,
                               thresholds, statistics, {}));
    return statistics;
}

TEST(ActivationKernels, GiveTheSameStatisticsOnEveryTarget) {
    for (const std::size_t channels : {3U, 8U, 13U, 64U, 131U}) {
        auto values = heavy_values(channels * 117);
        values[5] = NAN;
        values[channels * 60 + 1] = -INFINITY;
        const auto wanted = collect(values, channels);
        EXPECT_EQ(wanted.all().nonfinite, 2U);
        EXPECT_GE(for_each_target([&] {
                      const auto got = collect(values, channels);
                      expect_same(wanted.first, got.first);
                      expect_same(wanted.rest, got.rest);
                  }),
                  2)
            << "only one instruction set: nothing was compared";
    }
}

TEST(ActivationKernels, GiveTheSameProductsOnEveryTarget) {
    for (std::size_t count = 1; count < 40; ++count) {
        // The values end where the allocation ends: a sanitizer sees any read past them.
        const auto x = heavy_values(count);
        auto y = x;
        std::reverse(y.begin(), y.end());
        const VectorProducts wanted = vector_products(x.data(), y.data(), count);
        const double dot = dot_product(x.data(), y.data(), count);
        EXPECT_EQ(dot, wanted.xy);
        for_each_target([&] {
            const VectorProducts got = vector_products(x.data(), y.data(), count);
            EXPECT_EQ(got.xx, wanted.xx);
            EXPECT_EQ(got.yy, wanted.yy);
            EXPECT_EQ(got.xy, wanted.xy);
            EXPECT_EQ(got.dd, wanted.dd);
            EXPECT_EQ(dot_product(x.data(), y.data(), count), dot);
        });
    }
}

}  // namespace
}  // namespace bitlathe
