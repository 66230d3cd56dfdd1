// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/routing_map.h"

#include <cmath>

#include <gmock/gmock.h>

namespace bitlathe {
namespace {

using ::testing::ElementsAre;

/// Block 0 is dense; block 1 gives each of four tokens to two of four experts, the last of which
/// nobody chooses; block 2 has two experts and gives each token to both.
ActivationProfile profile() {
    ActivationProfile p;
    p.blocks.resize(3);
    p.blocks[1].router = {4, {4, 2, 2, 0}, {3, 0.5, 0.5, 0}};
    p.blocks[2].router = {4, {4, 4}, {1, 3}};
    return p;
}

TEST(RoutingMap, StandsExpertsDownAndBlocksAcross) {
    const RoutingMap map = routing_map(profile(), RoutingQuantity::kTokens);
    EXPECT_THAT(map.blocks, ElementsAre(1, 2)) << "dense blocks route nothing";
    EXPECT_EQ(map.experts, 4U);
    ASSERT_EQ(map.values.size(), 8U);
    EXPECT_EQ(map.values[0], 1);
    EXPECT_EQ(map.values[1], 1);
    EXPECT_EQ(map.values[2], 0.5F);
    EXPECT_EQ(map.values[3], 1);
    EXPECT_EQ(map.values[6], 0) << "never chosen is known: 0";
    EXPECT_TRUE(std::isnan(map.values[5])) << "block 2 has no third expert";
    EXPECT_TRUE(std::isnan(map.values[7]));
}

TEST(RoutingMap, WeightsAreMeansOrShares) {
    const RoutingMap mean = routing_map(profile(), RoutingQuantity::kMeanWeight);
    EXPECT_EQ(mean.values[0], 0.75F);
    EXPECT_EQ(mean.values[2], 0.25F);
    EXPECT_EQ(mean.values[3], 0.75F);
    EXPECT_TRUE(std::isnan(mean.values[6])) << "of no token there is no mean";
    const RoutingMap share = routing_map(profile(), RoutingQuantity::kWeightShare);
    EXPECT_EQ(share.values[0], 0.75F);
    EXPECT_EQ(share.values[2], 0.125F);
    EXPECT_EQ(share.values[6], 0);
    EXPECT_EQ(share.values[1], 0.25F);
}

TEST(RoutingMap, WhatWasMeasuredStandsInItsPlace) {
    const std::vector<ExpertValue> measured = {{0, 0, 9},    {1, 1, 0.5}, {1, 7, 9},
                                               {2, 0, 0.25}, {2, 2, 9},   {8, 0, 9}};
    const RoutingMap map = routing_map(profile(), measured);
    EXPECT_THAT(map.blocks, ElementsAre(1, 2));
    ASSERT_EQ(map.values.size(), 8U);
    EXPECT_EQ(map.values[2], 0.5F);
    EXPECT_EQ(map.values[1], 0.25F);
    for (const std::size_t unknown : {0U, 3U, 4U, 5U, 6U, 7U}) {
        EXPECT_TRUE(std::isnan(map.values[unknown])) << unknown;
    }
    for (const float value : routing_map(profile(), RoutingQuantity::kError).values) {
        EXPECT_TRUE(std::isnan(value)) << "it is not in a profile";
    }
}

TEST(RoutingMap, IsEmptyWithoutRouters) {
    ActivationProfile p;
    p.blocks.resize(2);
    p.blocks[1].router.chosen = {0, 0};
    p.blocks[1].router.weight = {0, 0};
    EXPECT_TRUE(routing_map(p, RoutingQuantity::kTokens).blocks.empty());
    EXPECT_TRUE(routing_balance(p).empty());
}

TEST(RoutingBalance, SaysHowEvenlyExpertsAreChosen) {
    const auto rows = routing_balance(profile());
    ASSERT_EQ(rows.size(), 2U);
    const RoutingBalance& skewed = rows[0];
    EXPECT_EQ(skewed.block, 1U);
    EXPECT_EQ(skewed.tokens, 4U);
    EXPECT_EQ(skewed.experts, 4U);
    EXPECT_EQ(skewed.per_token, 2);
    // Shares 1/2, 1/4, 1/4, 0: an entropy of 1.5 bits of at most 2.
    EXPECT_NEAR(skewed.entropy, 0.75, 1e-12);
    EXPECT_NEAR(skewed.effective, std::pow(2.0, 1.5), 1e-12);
    EXPECT_EQ(skewed.most_used, 0U);
    EXPECT_EQ(skewed.most_share, 1);
    EXPECT_EQ(skewed.most_ratio, 2);
    EXPECT_EQ(skewed.unused, 1U);
    const RoutingBalance& even = rows[1];
    EXPECT_NEAR(even.entropy, 1, 1e-12);
    EXPECT_NEAR(even.effective, 2, 1e-12);
    EXPECT_EQ(even.most_ratio, 1);
    EXPECT_EQ(even.unused, 0U);
}

TEST(RoutingBalance, OfOneExpertIsEven) {
    ActivationProfile p;
    p.blocks.resize(1);
    p.blocks[0].router = {7, {7}, {7}};
    const auto rows = routing_balance(p);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows[0].entropy, 1);
    EXPECT_EQ(rows[0].effective, 1);
}

}  // namespace
}  // namespace bitlathe
