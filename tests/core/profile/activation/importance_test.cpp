// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gtest/gtest.h>

#include "core/profile/importance/block_importance.h"
#include "core/profile/importance/block_weights.h"
#include "tests/core/forward/run_model.h"

namespace bitlathe {
namespace {

StreamChange change(std::uint64_t tokens, double cosine, double angle, double relative) {
    StreamChange result;
    result.tokens = tokens;
    result.cosine = cosine;
    result.angle = angle;
    result.relative = relative;
    return result;
}

TEST(BlockImportance, FollowsFromTheSums) {
    ActivationProfile profile;
    profile.blocks.resize(2);
    profile.blocks[0].whole.first = change(1, 0.5, 1, 3);
    profile.blocks[0].whole.rest = change(3, 2.5, 0.5, 1);
    profile.blocks[0].post_norm.rest = change(2, 1, 0, 0);
    const auto all = block_importance(profile, true);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_DOUBLE_EQ(all[0].lim.value(), -0.75);
    EXPECT_DOUBLE_EQ(all[0].block_influence.value(), 0.25);
    EXPECT_DOUBLE_EQ(all[0].angular.value(), 0.375);
    EXPECT_DOUBLE_EQ(all[0].relative_norm.value(), 1);
    EXPECT_DOUBLE_EQ(all[0].lim_postnorm.value(), -0.5);
    EXPECT_FALSE(all[0].lim_attention);  // a block whose halves work side by side
    EXPECT_FALSE(all[0].zd);
    EXPECT_FALSE(all[1].lim);
    const auto rest = block_importance(profile, false);
    EXPECT_DOUBLE_EQ(rest[0].lim.value(), -2.5 / 3);
}

TEST(RankCorrelation, IsSpearmans) {
    const std::vector<std::optional<double>> rising = {1, 2, 30, 400, 5000};
    const std::vector<std::optional<double>> falling = {9, 8, 7, 6, 5};
    EXPECT_DOUBLE_EQ(rank_correlation(rising, rising).value(), 1);
    EXPECT_DOUBLE_EQ(rank_correlation(rising, falling).value(), -1);
    // 1 - 6 sum d^2 / (n (n^2 - 1)) with d = 0, 1, 1, 1, 1
    const std::vector<std::optional<double>> mixed = {1, 3, 2, 5, 4};
    EXPECT_DOUBLE_EQ(rank_correlation(rising, mixed).value(), 1 - 6.0 * 4 / (5 * 24));
    // Equal values share their mean rank: 0, 1.5, 1.5, 3 against 0, 1, 2, 3.
    const std::vector<std::optional<double>> ties = {1, 2, 2, 3};
    EXPECT_NEAR(rank_correlation(ties, rising).value(), 4.5 / std::sqrt(4.5 * 5), 1e-12);
}

TEST(RankCorrelation, LeavesOutWhatIsUnknown) {
    const std::vector<std::optional<double>> a = {1, {}, 3, NAN, 2};
    const std::vector<std::optional<double>> b = {5, 100, 7, 0, 6};
    EXPECT_DOUBLE_EQ(rank_correlation(a, b).value(), 1);
    const std::vector<std::optional<double>> constant = {4, 4, 4, 4, 4};
    EXPECT_FALSE(rank_correlation(a, constant));
    EXPECT_FALSE(rank_correlation({}, {}));
}

TEST(BlockKurtosis, IsOfAllWeightsTogether) {
    const auto model =
        open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value();
    std::vector<SharedProfile> tensors(model->places.size());
    EXPECT_FALSE(block_kurtosis(*model, tensors)[2]);
    ASSERT_TRUE(profile_weights(
        *model->checkpoint, {},
        [&](const TensorProfile& profile) { tensors[profile.tensor] = profile; }, {}));
    const auto kurtosis = block_kurtosis(*model, tensors);
    ASSERT_EQ(kurtosis.size(), 8U);
    // A plain reading of block 2: two passes in long double.
    std::vector<float> weights;
    const auto blocks = linears_of_blocks(*model);
    for (const std::size_t tensor : blocks[2]) {
        const TensorView view = model->checkpoint->view(tensor);
        const std::size_t end = weights.size();
        weights.resize(end + view.rows() * view.cols());
        view.decode_rows(0, view.rows(), weights.data() + end);
    }
    long double mean = 0, m2 = 0, m4 = 0;
    for (const float w : weights) {
        mean += w;
    }
    mean /= static_cast<long double>(weights.size());
    for (const float w : weights) {
        const long double d = w - mean;
        m2 += d * d;
        m4 += d * d * d * d;
    }
    const auto expected =
        static_cast<double>(m4 * static_cast<long double>(weights.size()) / (m2 * m2));
    EXPECT_NEAR(kurtosis[2].value(), expected, 1e-9 * expected);
}

TEST(LinearsOfBlocks, AreTheSevenOfALlama) {
    const auto model =
        open_model(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf").value();
    for (const auto& block : linears_of_blocks(*model)) {
        EXPECT_EQ(block.size(), 7U);
    }
}

}  // namespace
}  // namespace bitlathe
