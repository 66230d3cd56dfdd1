// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/typical_group.h"

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

WeightStatistics statistics_of(const std::vector<double>& weights) {
    WeightStatistics result;
    double absmax = 0;
    for (const double w : weights)
        absmax = std::max(absmax, std::abs(w));
    result.absmax = absmax;
    for (const double w : weights) {
        const auto bin = static_cast<std::size_t>((w / absmax + 1) / 2 * WeightStatistics::kBins);
        ++result.histogram[std::min(bin, WeightStatistics::kBins - 1)];
    }
    return result;
}

TEST(TypicalGroup, ItIsTheMedianOfTheLargestMagnitude) {
    std::mt19937 random(1);
    std::normal_distribution<double> normal;
    std::vector<double> weights(320'000);
    for (double& w : weights)
        w = normal(random);
    const WeightStatistics statistics = statistics_of(weights);
    for (const std::size_t group : {16, 32, 128}) {
        std::vector<double> reach;
        for (std::size_t at = 0; at + group <= weights.size(); at += group) {
            double largest = 0;
            for (std::size_t i = 0; i < group; ++i)
                largest = std::max(largest, std::abs(weights[at + i]));
            reach.push_back(largest);
        }
        std::nth_element(reach.begin(), reach.begin() + reach.size() / 2, reach.end());
        const auto found = typical_group_reach(statistics, group);
        ASSERT_TRUE(found);
        EXPECT_NEAR(*found, reach[reach.size() / 2], 0.03) << group;
    }
}

TEST(TypicalGroup, ALargerGroupReachesFurtherAndNoneBeyondTheTensor) {
    const WeightStatistics statistics = statistics_of({-4, -1, -0.5, 0.25, 0.5, 1, 1.5, 2});
    double last = 0;
    for (const std::uint64_t group : {1, 2, 32, 1'000'000}) {
        const auto reach = typical_group_reach(statistics, group);
        ASSERT_TRUE(reach);
        EXPECT_GE(*reach, last);
        EXPECT_LE(*reach, 4);
        last = *reach;
    }
}

TEST(TypicalGroup, NothingIsKnownOfNothing) {
    EXPECT_FALSE(typical_group_reach({}, 32));
    WeightStatistics zeros;
    zeros.absmax = 0;
    zeros.histogram[64] = 10;
    EXPECT_FALSE(typical_group_reach(zeros, 32));
}

}  // namespace
}  // namespace bitlathe
