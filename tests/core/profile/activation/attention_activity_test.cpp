// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/attention_activity.h"

#include <cmath>

#include <gtest/gtest.h>

#include "core/profile/activation/profile_activations.h"
#include "tests/core/forward/run_model.h"
#include "tests/core/forward/tiny_model.h"

namespace bitlathe {
namespace {

TEST(RsqWeights, OfTheOracle) {
    // One head, rows (1,0,0,0), (.7,.3,0,0), (.6,.1,.3,0), (.5,.2,.1,.2).
    const std::vector<double> received = {2.8, 0.6, 0.4, 0.2};
    const auto weights = rsq_weights(received, 0.005);
    const double wanted[] = {3.213844, 0.508035, 0.262052, 0.016069};
    const double roots[] = {1.792720, 0.712765, 0.511910, 0.126764};
    for (std::size_t t = 0; t < 4; ++t) {
        EXPECT_NEAR(weights[t], wanted[t], 1e-6);
        EXPECT_NEAR(std::sqrt(weights[t]), roots[t], 1e-6);
    }
}

TEST(RsqWeights, AreAllOneWhereNothingDiffers) {
    EXPECT_EQ(rsq_weights(std::vector<double>{1, 1, 1}, 0.005), (std::vector<double>{1, 1, 1}));
    EXPECT_TRUE(rsq_weights({}, 0.005).empty());
}

TEST(AttentionActivity, CountsWhatGoesToTheFirstToken) {
    // Two windows (3 and 2 tokens) and two heads. In the first window the first head gives all to
    // the first token, the second half of it.
    const std::vector<float> sums = {3, 2, 0, 0.5F, 0, 0.5F, 2, 1.5F, 0, 0.5F};
    const std::vector<std::uint32_t> tokens = {0, 1, 2, 3, 4};
    const std::vector<TokenPlace> places = {{0, 0, 7}, {1, 1, 7}, {2, 2, 7}, {3, 0, 7}, {4, 1, 7}};
    AttentionActivity activity;
    accumulate_attention({0, 2, tokens, sums}, places, activity);
    EXPECT_EQ(activity.windows, 2U);
    EXPECT_EQ(activity.queries, 3U);
    EXPECT_DOUBLE_EQ(activity.sink_share(0).value(), 1);
    EXPECT_DOUBLE_EQ(activity.sink_share(1).value(), 0.5);
    EXPECT_DOUBLE_EQ(activity.sink_share().value(), 0.75);
    EXPECT_EQ(activity.seen, (std::vector<std::uint64_t>{2, 2, 1}));
    EXPECT_EQ(activity.received, (std::vector<double>{8.5, 1, 0.5}));
}

TEST(AttentionActivity, NothingIsKnownOfWindowsOfOneToken) {
    const std::vector<float> sums = {1};
    const std::vector<std::uint32_t> tokens = {0};
    const std::vector<TokenPlace> places = {{0, 0, 7}};
    AttentionActivity activity;
    accumulate_attention({0, 1, tokens, sums}, places, activity);
    EXPECT_FALSE(activity.sink_share());
    EXPECT_FALSE(AttentionActivity().sink_share());
}

TEST(RouterActivity, SharesFollowFromTheChoices) {
    const std::vector<std::uint32_t> tokens = {0, 1};
    const std::vector<std::uint32_t> experts = {2, 0, 2, 1};
    const std::vector<float> weights = {0.75F, 0.25F, 0.5F, 0.5F};
    RouterActivity activity;
    accumulate_router({0, 2, tokens, experts, weights}, 4, activity);
    EXPECT_EQ(activity.tokens, 2U);
    EXPECT_DOUBLE_EQ(activity.frequency(2).value(), 0.5);
    EXPECT_DOUBLE_EQ(activity.weight_share(2).value(), 0.625);
    EXPECT_DOUBLE_EQ(activity.mean_weight(2).value(), 0.625);
    EXPECT_DOUBLE_EQ(activity.frequency(3).value(), 0);
    EXPECT_FALSE(activity.mean_weight(3));
    EXPECT_FALSE((RouterActivity{0, {0}, {0}}.frequency(0)));
}

TEST(ProfiledAttention, EveryQueryGivesAllItHas) {
    Scratch folder;
    tiny_llama().write(folder.path());
    const auto model = Transformer::create(open_model(folder.path()).value()).value();
    std::vector<std::uint32_t> ids;
    for (std::uint32_t i = 0; i < 57; ++i) {
        ids.push_back(i * 7 % 11);
    }
    const auto profile = profile_activations(model, cut_windows(ids, 16, true), {}, {}).value();
    for (const BlockActivity& block : profile.blocks) {
        double received = 0;
        double weights = 0;
        for (std::size_t p = 0; p < block.heads.seen.size(); ++p) {
            received += block.heads.received[p];
            weights += block.heads.token_weight[p];
        }
        EXPECT_EQ(block.heads.heads(), 3U);
        EXPECT_EQ(block.heads.windows, 4U);
        EXPECT_EQ(block.heads.queries, ids.size() - 4);
        EXPECT_NEAR(received, 3.0 * static_cast<double>(ids.size()), 1e-4);
        EXPECT_NEAR(weights, static_cast<double>(ids.size()), 1e-9);
        const double sink = block.heads.sink_share().value();
        EXPECT_GT(sink, 0);
        EXPECT_LT(sink, 1);
    }
}

TEST(ProfiledMixture, RoutersAreCounted) {
    const auto folder = shared_data() / "families/mixtral";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models beside the project";
    }
    const auto model = Transformer::create(open_model(folder).value()).value();
    const auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    const auto profile = profile_activations(model, cut_windows(ids, 64, true), {}, {}).value();
    for (std::uint32_t b = 0; b < model.blocks(); ++b) {
        const RouterActivity& router = profile.blocks[b].router;
        EXPECT_EQ(router.tokens, ids.size());
        ASSERT_EQ(router.chosen.size(), model.spec().experts);
        double weight = 0;
        for (std::uint32_t e = 0; e < router.chosen.size(); ++e) {
            const TapProfile* tap = profile.find({b, TapPoint::kMlpMid, e});
            EXPECT_EQ(router.chosen[e], tap == nullptr ? 0 : tap->statistics.all().tokens);
            weight += router.weight[e];
        }
        // The weights of a token's experts add up to 1.
        EXPECT_NEAR(weight, static_cast<double>(ids.size()), 1e-4);
    }
}

}  // namespace
}  // namespace bitlathe
