// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/profile_activations.h"

#include <gtest/gtest.h>

#include "tests/core/forward/run_model.h"
#include "tests/core/forward/tiny_model.h"
#include "tests/core/profile/activation/same_statistics.h"

namespace bitlathe {
namespace {

class ProfileActivations : public ::testing::Test {
protected:
    void SetUp() override {
        tiny_llama().write(folder_.path());
        auto model = open_model(folder_.path());
        ASSERT_TRUE(model) << model.error().to_string();
        auto transformer = Transformer::create(*model);
        ASSERT_TRUE(transformer) << transformer.error().to_string();
        model_.emplace(*std::move(transformer));
        for (std::uint32_t i = 0; i < 57; ++i) {
            ids_.push_back(i * 7 % 11);
        }
    }
    [[nodiscard]] Result<ActivationProfile> profile(std::size_t window, unsigned threads,
                                                    std::uint64_t bytes = 1U << 20) const {
        ActivationRequest request;
        request.activation_bytes = bytes;
        WorkContext context;
        context.threads = threads;
        return profile_activations(*model_, cut_windows(ids_, window, true), request, context);
    }
    Scratch folder_;
    std::optional<Transformer> model_;
    std::vector<std::uint32_t> ids_;
};

void expect_same(const ActivationProfile& a, const ActivationProfile& b) {
    ASSERT_EQ(a.taps.size(), b.taps.size());
    for (std::size_t i = 0; i < a.taps.size(); ++i) {
        EXPECT_EQ(a.taps[i].id, b.taps[i].id);
        expect_same(a.taps[i].statistics.first, b.taps[i].statistics.first);
        expect_same(a.taps[i].statistics.rest, b.taps[i].statistics.rest);
    }
    for (std::size_t b_index = 0; b_index < a.blocks.size(); ++b_index) {
        EXPECT_EQ(a.blocks[b_index].whole.all().cosine, b.blocks[b_index].whole.all().cosine);
        EXPECT_EQ(a.blocks[b_index].post_norm.all().cosine,
                  b.blocks[b_index].post_norm.all().cosine);
    }
}

TEST_F(ProfileActivations, SeesEveryTapOfEveryBlock) {
    const auto seen = profile(16, 1);
    ASSERT_TRUE(seen) << seen.error().to_string();
    EXPECT_EQ(seen->taps.size(), model_->blocks() * 7);
    EXPECT_EQ(seen->text.tokens, ids_.size());
    EXPECT_EQ(seen->text.windows, 4U);
    EXPECT_EQ(seen->text.context, 16U);
    for (const TapProfile& tap : seen->taps) {
        EXPECT_EQ(tap.statistics.first.tokens, 4U) << tap_name(tap.id);
        EXPECT_EQ(tap.statistics.rest.tokens, ids_.size() - 4) << tap_name(tap.id);
    }
    for (const BlockActivity& block : seen->blocks) {
        EXPECT_EQ(block.post_norm.all().tokens, ids_.size());
    }
}

TEST_F(ProfileActivations, TheStreamGoesFromBlockToBlock) {
    const auto seen = profile(16, 1);
    ASSERT_TRUE(seen);
    const auto* out = seen->find({0, TapPoint::kResidOut});
    const auto* in = seen->find({1, TapPoint::kResidIn});
    ASSERT_TRUE(out != nullptr && in != nullptr);
    EXPECT_EQ(out->statistics.all().sum2, in->statistics.all().sum2);
    EXPECT_EQ(seen->find({9, TapPoint::kResidIn}), nullptr);
}

TEST_F(ProfileActivations, TheSameForAnyNumberOfThreadsAndAnySizeOfBatches) {
    const auto one = profile(8, 1);
    ASSERT_TRUE(one);
    for (const unsigned threads : {2U, 4U}) {
        const auto more = profile(8, threads);
        ASSERT_TRUE(more);
        expect_same(*one, *more);
    }
    const auto windows = profile(8, 2, 1);  // no memory for more than a window at a time
    ASSERT_TRUE(windows);
    expect_same(*one, *windows);
}

TEST(ProfileMixtures, ExpertsSeeTheTokensThatChoseThem) {
    const auto folder = shared_data() / "families/mixtral";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models beside the project";
    }
    const auto model = open_model(folder).value();
    const auto transformer = Transformer::create(model).value();
    const auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    const auto profile = profile_activations(transformer, cut_windows(ids, 64, true), {}, {});
    ASSERT_TRUE(profile) << profile.error().to_string();
    for (std::uint32_t b = 0; b < transformer.blocks(); ++b) {
        const TapStatistics shared = profile->find({b, TapPoint::kMlpIn})->statistics.all();
        std::uint64_t given = 0;
        double squares = 0;
        for (std::uint32_t e = 0; e < transformer.spec().experts; ++e) {
            const TapProfile* in = profile->find({b, TapPoint::kMlpIn, e});
            const TapProfile* middle = profile->find({b, TapPoint::kMlpMid, e});
            ASSERT_EQ(in == nullptr, middle == nullptr);
            if (in == nullptr) {
                continue;
            }
            const TapStatistics all = in->statistics.all();
            EXPECT_EQ(all.tokens, middle->statistics.all().tokens);
            EXPECT_EQ(all.channels(), shared.channels());
            given += all.tokens;
            squares += all.sum2[3];
        }
        // Every token is given to that many experts.
        EXPECT_EQ(given, ids.size() * transformer.spec().experts_used);
        const double expected =
            shared.sum2[3] * static_cast<double>(transformer.spec().experts_used);
        EXPECT_NEAR(squares, expected, 1e-9 * expected);
    }
}

TEST_F(ProfileActivations, StopsWhenAsked) {
    std::stop_source stop;
    WorkContext context;
    context.stop = stop.get_token();
    context.progress = [&](const Progress& progress) {
        if (progress.done > 0) {
            stop.request_stop();
        }
    };
    const auto seen = profile_activations(*model_, cut_windows(ids_, 8, true), {}, context);
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().code, ErrorCode::kCancelled);
}

TEST_F(ProfileActivations, RefusesWhatCannotBeCounted) {
    ActivationRequest request;
    request.thresholds = {6, 6};
    const auto seen = profile_activations(*model_, cut_windows(ids_, 8, true), request, {});
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().code, ErrorCode::kUsage);
    EXPECT_FALSE(profile_activations(*model_, {}, {}, {}));
}

TEST(TapNames, GoBothWays) {
    for (std::uint8_t point = 0; point <= static_cast<std::uint8_t>(TapPoint::kResidOut); ++point) {
        const auto tap = static_cast<TapPoint>(point);
        EXPECT_EQ(find_tap_point(tap_point_name(tap)), tap);
    }
    EXPECT_FALSE(find_tap_point("attn"));
    EXPECT_EQ(tap_name({3, TapPoint::kMlpMid}), "blk.3.mlp_mid");
    EXPECT_EQ(tap_name({3, TapPoint::kMlpMid, 7}), "blk.3.mlp_mid.7");
    EXPECT_EQ(tap_name({3, TapPoint::kMlpMid, {}, true}), "blk.3.mlp_mid.shared");
}

}  // namespace
}  // namespace bitlathe
