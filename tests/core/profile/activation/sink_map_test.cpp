// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/sink_map.h"

#include <cmath>

#include <gmock/gmock.h>

namespace bitlathe {
namespace {

using ::testing::ElementsAre;

/// Windows that do not see each other, each with so many tokens.
std::vector<TokenPlace> places_of(const std::vector<std::uint32_t>& windows) {
    std::vector<TokenPlace> places;
    for (const std::uint32_t count : windows) {
        for (std::uint32_t p = 0; p < count; ++p) {
            places.push_back({places.size(), p, 0});
        }
    }
    return places;
}

AttentionActivity activity_of(std::uint32_t heads, const std::vector<std::uint32_t>& windows,
                              const std::vector<float>& sums) {
    const std::vector<TokenPlace> places = places_of(windows);
    AttentionSums attention;
    attention.heads = heads;
    attention.sums = sums;
    AttentionActivity activity;
    accumulate_attention(attention, places, activity);
    return activity;
}

/// Block 0: two heads over windows of three and of two tokens. Block 1 saw nothing; block 2 has
/// one head over one window of two.
ActivationProfile profile() {
    ActivationProfile p;
    p.blocks.resize(3);
    p.blocks[0].heads = activity_of(2, {3, 2},
                                    {2.5F, 1,       //
                                     0.25F, 1.5F,   //
                                     0.25F, 0.5F,   //
                                     1.75F, 1.25F,  //
                                     0.25F, 0.75F});
    p.blocks[2].heads = activity_of(1, {2}, {1.25F, 0.75F});
    return p;
}

TEST(SinkMap, StandsHeadsDownAndBlocksAcross) {
    const SinkMap map = sink_map(profile());
    EXPECT_THAT(map.blocks, ElementsAre(0, 2));
    EXPECT_THAT(map.queries, ElementsAre(3, 1));
    EXPECT_EQ(map.heads, 2U);
    ASSERT_EQ(map.shares.size(), 4U);
    EXPECT_EQ(map.shares[0], 0.75F) << "(1.5 + 0.75) of 3 queries";
    EXPECT_EQ(map.shares[1], 0.25F);
    EXPECT_FLOAT_EQ(map.shares[2], 0.25F / 3);
    EXPECT_TRUE(std::isnan(map.shares[3])) << "block 2 has one head: unknown, not 0";
    EXPECT_EQ(known_heads(map), 3U);
    EXPECT_EQ(heads_above(map, kSinkShare), 1U);
    EXPECT_EQ(heads_above(map, 0.25), 1U) << "more than that, not as much";
    EXPECT_EQ(heads_above(map, 0), 3U);
}

TEST(SinkMap, WhatIsRoundedBelowNothingIsNothing) {
    ActivationProfile p;
    p.blocks.resize(1);
    p.blocks[0].heads = activity_of(1, {2}, {0.99999994F, 1});
    EXPECT_EQ(sink_map(p).shares.front(), 0);
}

TEST(SinkMap, IsEmptyWhereNobodyLooksBack) {
    ActivationProfile p;
    p.blocks.resize(2);
    p.blocks[0].heads = activity_of(1, {1, 1}, {1, 1});
    const SinkMap map = sink_map(p);
    EXPECT_TRUE(map.blocks.empty());
    EXPECT_TRUE(map.shares.empty());
    EXPECT_EQ(known_heads(map), 0U);
}

TEST(AttentionPlaces, AreWhatReceivesMostFirst) {
    const auto places = attention_places(profile(), 10);
    ASSERT_EQ(places.size(), 5U);
    const AttentionPlace& first = places[0];
    EXPECT_EQ(first.block, 0U);
    EXPECT_EQ(first.position, 0U);
    EXPECT_EQ(first.windows, 2U);
    // Both heads and both windows: 2.5 + 1 + 1.75 + 1.25 = 6.5.
    EXPECT_DOUBLE_EQ(first.received, 6.5 / 4);
    EXPECT_DOUBLE_EQ(first.share, 6.5 / (2 * 5));
    EXPECT_DOUBLE_EQ(first.ratio, 6.5 / (2 * (2 / 1.0 + 2 / 2.0 + 1 / 3.0)));
    // Of each window, the token that receives most weighs most.
    const double longer = rsq_weights(std::vector{3.5, 1.75, 0.75}, kRsqLeast)[0];
    const double shorter = rsq_weights(std::vector{3.0, 1.0}, kRsqLeast)[0];
    EXPECT_DOUBLE_EQ(first.weight, (longer + shorter) / 2);
    EXPECT_EQ(places[1].block, 2U);
    EXPECT_EQ(places[1].received, 1.25);
    EXPECT_EQ(places[2].block, 2U) << "0.75 by one head";
    EXPECT_EQ(places[3].position, 1U);
    EXPECT_DOUBLE_EQ(places[3].received, 2.75 / 4);
    EXPECT_DOUBLE_EQ(places[3].share, 2.75 / (2 * 3));
    EXPECT_EQ(places[4].position, 2U);
    EXPECT_EQ(places[4].windows, 1U) << "the other window ends before";
    EXPECT_DOUBLE_EQ(places[4].share, 0.75 / 2);
    EXPECT_DOUBLE_EQ(places[4].ratio, 0.75 / (2 / 3.0));
}

TEST(AttentionPlaces, AreAtMostSoMany) {
    const auto places = attention_places(profile(), 2);
    ASSERT_EQ(places.size(), 2U);
    EXPECT_EQ(places[1].block, 2U);
    EXPECT_TRUE(attention_places(ActivationProfile(), 2).empty());
}

TEST(AttentionPlaces, EvenAttentionHasARatioOfOne) {
    ActivationProfile p;
    p.blocks.resize(1);
    p.blocks[0].heads =
        activity_of(1, {3}, {1 + 1 / 2.0F + 1 / 3.0F, 1 / 2.0F + 1 / 3.0F, 1 / 3.0F});
    for (const AttentionPlace& place : attention_places(p, 3)) {
        EXPECT_NEAR(place.ratio, 1, 1e-6) << place.position;
    }
}

}  // namespace
}  // namespace bitlathe
