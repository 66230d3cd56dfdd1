// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ranking.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace bitlathe {
namespace {

std::vector<std::size_t> ranking(const std::vector<float>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return ranks_before(values[a], a, values[b], b);
    });
    return order;
}

TEST(Ranking, LargerFirstAndOfEqualOnesTheLowerNumber) {
    EXPECT_EQ(ranking({1, 3, -2, 3, 0.0F, -0.0F}), (std::vector<std::size_t>{1, 3, 0, 4, 5, 2}));
}

TEST(Ranking, NaNHasAPlaceAtTheEnds) {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    EXPECT_EQ(
        ranking({1, std::copysign(nan, -1.0F), INFINITY, std::copysign(nan, 1.0F), -INFINITY}),
        (std::vector<std::size_t>{3, 2, 0, 4, 1}));
}

TEST(Ranking, IsAnOrderForManyNaNs) {
    std::vector<float> values(1000);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = i % 3 == 0 ? NAN : static_cast<float>((i * 7919) % 100);
    }
    const auto order = ranking(values);
    const auto before = [&](std::size_t a, std::size_t b) {
        return ranks_before(values[a], a, values[b], b);
    };
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end(), before));
    EXPECT_FALSE(before(0, 0));
}

}  // namespace
}  // namespace bitlathe
