// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/channel_map.h"

#include <cmath>

#include <gmock/gmock.h>

namespace bitlathe {
namespace {

using ::testing::ElementsAre;

/// Statistics of one token per row.
TapStatistics seen(const std::vector<std::vector<float>>& rows) {
    TapStatistics s(rows.front().size(), 0);
    s.tokens = rows.size();
    for (const auto& row : rows) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            s.absmax[c] = std::max(s.absmax[c], std::abs(row[c]));
            s.sum_abs[c] += std::abs(double{row[c]});
        }
    }
    return s;
}

/// Block 0 has three channels, block 2 two, block 1 nothing at this place; block 0 also an expert
/// at another one.
ActivationProfile profile() {
    ActivationProfile p;
    p.blocks.resize(3);
    p.taps = {{{0, TapPoint::kMlpIn}, {seen({{-9, 1, 0}}), seen({{1, -2, 4}, {3, 2, -4}})}},
              {{0, TapPoint::kMlpMid, {}, true}, {seen({{1, 1}}), seen({{2, 5}})}},
              {{0, TapPoint::kMlpMid, 1}, {seen({{3, 0}}), seen({{4, 0}})}},
              {{2, TapPoint::kMlpIn}, {seen({{1, 1}}), seen({{6, 2}})}}};
    return p;
}

TEST(ChannelFigures, HaveLargestMeanAndMedian) {
    const auto all = channel_figures(profile(), 0, TapPoint::kMlpIn, true);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->tokens, 3U);
    EXPECT_THAT(all->largest, ElementsAre(9, 2, 4));
    EXPECT_THAT(all->mean, ElementsAre(13.0F / 3, 5.0F / 3, 8.0F / 3));
    EXPECT_EQ(all->median_of_largest, 4);
    const auto rest = channel_figures(profile(), 0, TapPoint::kMlpIn, false);
    ASSERT_TRUE(rest);
    EXPECT_THAT(rest->largest, ElementsAre(3, 2, 4));
    EXPECT_THAT(rest->mean, ElementsAre(2, 2, 4));
    EXPECT_FALSE(channel_figures(profile(), 1, TapPoint::kMlpIn, true));
}

TEST(ChannelFigures, TakeExpertsTogether) {
    const auto all = channel_figures(profile(), 0, TapPoint::kMlpMid, true);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->tokens, 4U);
    EXPECT_THAT(all->largest, ElementsAre(4, 5));
    EXPECT_THAT(all->mean, ElementsAre(2.5F, 1.5F));
}

TEST(ChannelMap, StandsChannelsDownAndBlocksAcross) {
    const ChannelMap map =
        channel_map(profile(), TapPoint::kMlpIn, ChannelQuantity::kLargest, true);
    EXPECT_THAT(map.blocks, ElementsAre(0, 2));
    EXPECT_EQ(map.channels, 3U);
    ASSERT_EQ(map.values.size(), 6U);
    EXPECT_EQ(map.values[0], 9);
    EXPECT_EQ(map.values[1], 6);
    EXPECT_EQ(map.values[2], 2);
    EXPECT_EQ(map.values[3], 2);
    EXPECT_EQ(map.values[4], 4);
    EXPECT_TRUE(std::isnan(map.values[5])) << "block 2 has no such channel: unknown, not 0";
    EXPECT_THAT(map.medians, ElementsAre(4, 4));
}

TEST(ChannelMap, RatiosAreToTheMedianOfTheBlock) {
    const ChannelMap map = channel_map(profile(), TapPoint::kMlpIn, ChannelQuantity::kRatio, true);
    EXPECT_EQ(map.values[0], 2.25F);
    EXPECT_EQ(map.values[1], 1.5F);
}

TEST(ChannelMap, IsEmptyWhereNothingWasSeen) {
    EXPECT_TRUE(
        channel_map(profile(), TapPoint::kAttnIn, ChannelQuantity::kMean, true).blocks.empty());
}

}  // namespace
}  // namespace bitlathe
