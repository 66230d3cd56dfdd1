// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/outliers.h"

#include <cmath>
#include <random>

#include <gmock/gmock.h>

namespace bitlathe {
namespace {

constexpr std::size_t kChannels = 200;
constexpr std::size_t kTokens = 100;

/// Values of one place: small noise, and what `plant` puts into it.
template <class Plant>
TapProfile tap_with(TapId id, const Plant& plant) {
    std::mt19937 generator(id.block * 16 + static_cast<unsigned>(id.point));
    std::uniform_real_distribution<float> noise(-1, 1);
    std::vector<float> values(kTokens * kChannels);
    for (float& value : values) {
        value = noise(generator);
    }
    plant(values);
    std::vector<TokenPlace> places;
    for (std::uint32_t t = 0; t < kTokens; ++t) {
        places.push_back({t, t % 50, 1000 + t});
    }
    const TapStatistics empty(kChannels, 2);
    TapProfile tap{id, {empty, empty}};
    const std::vector<float> thresholds = {6, 20};
    EXPECT_TRUE(accumulate_tap({values.data(), kTokens, kChannels, kChannels}, places, thresholds,
                               tap.statistics, {}));
    return tap;
}

/// Four blocks: channel 7 is large in the first three at attn_in for every tenth token, channel 9
/// in one block only, and a massive activation sits in channel 33 of the first token of a window.
ActivationProfile planted() {
    ActivationProfile profile;
    profile.thresholds = {6, 20};
    profile.blocks.resize(4);
    for (std::uint32_t b = 0; b < 4; ++b) {
        profile.taps.push_back(tap_with({b, TapPoint::kAttnIn}, [&](std::vector<float>& values) {
            for (std::size_t t = 0; t < kTokens; t += 10) {
                if (b < 3) {
                    values[t * kChannels + 7] = -8 - static_cast<float>(b);
                }
                if (b == 1) {
                    values[t * kChannels + 9] = 7;
                }
            }
        }));
        profile.taps.push_back(tap_with({b, TapPoint::kResidOut}, [&](std::vector<float>& values) {
            if (b >= 2) {
                values[50 * kChannels + 33] = -3000;
                values[0 * kChannels + 33] = -2900;
            }
            values[3 * kChannels + 4] = 90;
        }));
    }
    return profile;
}

TEST(OutlierFeatures, AreThoseOfTheCriterion) {
    const auto found = outlier_features(planted(), {}, true);
    ASSERT_TRUE(found) << found.error().to_string();
    std::vector<std::uint32_t> attn_in;
    for (const OutlierFeature& feature : *found) {
        if (feature.point == TapPoint::kAttnIn) {
            attn_in.push_back(feature.channel);
        }
    }
    // Channel 9 is in a quarter of the blocks: just enough.
    EXPECT_THAT(attn_in, testing::ElementsAre(7, 9));
    EXPECT_DOUBLE_EQ(found->front().layers_share, 0.75);
    EXPECT_DOUBLE_EQ(found->front().tokens_share, 0.1);
    EXPECT_EQ(found->front().max, 10.0F);
}

TEST(OutlierFeatures, FollowTheShares) {
    EXPECT_EQ(outlier_features(planted(), {6, 0.5, 0.06}, true)->size(), 1U);
    EXPECT_EQ(outlier_features(planted(), {6, 0.5, 0.11}, true)->size(), 0U);
    // Without the first tokens of windows (2 of the 10 that reach it) 8 of 98 are left.
    const auto rest = outlier_features(planted(), {6, 0.5, 0.06}, false);
    ASSERT_EQ(rest->size(), 1U);
    EXPECT_DOUBLE_EQ(rest->front().tokens_share, 8.0 / 98);
}

TEST(OutlierFeatures, AreBoundedBetweenThresholdsThatWereCounted) {
    // Values of 8, 9 and 10 in channel 7: all reach 6, none 20, and the largest tell of 8.5.
    EXPECT_FALSE(is_counted(planted(), 8.5F));
    const auto found = outlier_features(planted(), {8.5F, 0.25, 0.06}, true);
    ASSERT_TRUE(found);
    std::vector<OutlierFeature> attn_in;
    std::copy_if(found->begin(), found->end(), std::back_inserter(attn_in),
                 [](const auto& f) { return f.point == TapPoint::kAttnIn; });
    ASSERT_EQ(attn_in.size(), 1U);
    EXPECT_EQ(attn_in[0].channel, 7U);
    EXPECT_DOUBLE_EQ(attn_in[0].layers_share, 0.5);
    EXPECT_DOUBLE_EQ(attn_in[0].tokens_share, 0.01);
    EXPECT_DOUBLE_EQ(attn_in[0].tokens_share_most, 0.1);
    const auto counted = outlier_features(planted(), {}, true);
    EXPECT_DOUBLE_EQ(counted->front().tokens_share, counted->front().tokens_share_most);
    // Below all that was counted every token may reach it.
    const auto low = outlier_features(planted(), {0.5F, 1, 1}, true);
    EXPECT_GE(low->size(), 200U);
    EXPECT_DOUBLE_EQ(low->front().tokens_share_most, 1);
    EXPECT_EQ(outlier_features(planted(), {0, 0.25, 0.06}, true).error().code, ErrorCode::kUsage);
}

TEST(MassiveActivations, AreFoundWithPlaceAndRatio) {
    const auto outliers = stream_outliers(planted(), true);
    ASSERT_GE(outliers.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(outliers[i].value.channel, 33U);
        EXPECT_EQ(outliers[i].value.position, 0U);
        EXPECT_EQ(outliers[i].value.token, 50U);
        EXPECT_EQ(outliers[i].value.id, 1050U);
        EXPECT_EQ(outliers[i].value.value, -3000.0F);
        // The median of |uniform(-1, 1)| is about a half.
        EXPECT_NEAR(outliers[i].ratio_to_median, 6000, 300);
        EXPECT_TRUE(is_massive(outliers[i], {}));
    }
    EXPECT_FALSE(is_massive(outliers[2], {}));  // 90 is neither above 100 nor 1000 times
    // Every channel of a block once.
    EXPECT_NE(outliers[0].block, outliers[1].block);
}

TEST(MassiveActivations, AreGoneWithoutTheFirstTokens) {
    for (const StreamOutlier& outlier : stream_outliers(planted(), false)) {
        EXPECT_FALSE(is_massive(outlier, {}));
    }
}

TEST(TapSummary, OfPlantedValues) {
    const ActivationProfile profile = planted();
    const TapSummary calm = summarise_tap(*profile.find({3, TapPoint::kAttnIn}), true);
    EXPECT_EQ(calm.tokens, kTokens);
    EXPECT_NEAR(calm.kurtosis.value(), 1.8, 0.05);  // of a uniform distribution
    EXPECT_NEAR(calm.p99.value(), 0.99, 0.01);
    EXPECT_NEAR(calm.rms.value(), std::sqrt(1.0 / 3), 0.01);
    EXPECT_NEAR(calm.channel_ratio.value(), 1, 0.02);
    EXPECT_NEAR(calm.energy_top1pct.value(), 0.01, 0.004);
    const TapSummary wild = summarise_tap(*profile.find({2, TapPoint::kResidOut}), true);
    EXPECT_EQ(wild.absmax, 3000.0F);
    EXPECT_GT(wild.kurtosis.value(), 5000);
    EXPECT_NEAR(wild.channel_ratio.value(), 3000, 60);
    EXPECT_GT(wild.energy_top1pct.value(), 0.99);
}

TEST(TapSummary, OfNothing) {
    const TapStatistics none(0, 0);
    const TapSummary summary = summarise_tap({{}, {none, none}}, true);
    EXPECT_FALSE(summary.kurtosis || summary.p99 || summary.rms || summary.channel_ratio ||
                 summary.energy_top1pct);
}

}  // namespace
}  // namespace bitlathe
