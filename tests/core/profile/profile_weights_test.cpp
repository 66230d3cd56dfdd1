// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <set>

#include "reference_statistics.h"
#include "tensors.h"
#include <gtest/gtest.h>

#include "core/profile/weight_profile.h"

namespace bitlathe {
namespace {

std::shared_ptr<const Checkpoint> storybook() {
    static const auto checkpoint =
        Checkpoint::open(BITLATHE_SOURCE_DIR "/resources/sample/storybook-7m-bf16.gguf");
    return checkpoint.value();
}

std::vector<TensorProfile> profile(const ProfileRequest& request, unsigned threads = 0) {
    WorkContext context;
    context.threads = threads;
    std::vector<TensorProfile> profiles;
    const auto status = profile_weights(
        *storybook(), request, [&](TensorProfile p) { profiles.push_back(std::move(p)); }, context);
    EXPECT_TRUE(status.has_value());
    return profiles;
}

TEST(ProfileWeights, EveryTensorOnceLargestFirst) {
    const auto profiles = profile({{}, {}}, 1);
    std::set<std::size_t> seen;
    std::uint64_t last = UINT64_MAX;
    for (const TensorProfile& p : profiles) {
        seen.insert(p.tensor);
        const std::uint64_t bytes = storybook()->tensors()[p.tensor].bytes;
        EXPECT_LE(bytes, last);
        last = bytes;
        EXPECT_EQ(p.statistics.count, storybook()->tensors()[p.tensor].elements());
        EXPECT_TRUE(p.errors.empty());
    }
    EXPECT_EQ(profiles.size(), storybook()->tensors().size());
    EXPECT_EQ(seen.size(), profiles.size());
}

TEST(ProfileWeights, OnlyWhatWasAskedForAndErrorsInThatOrder) {
    ProfileRequest request;
    request.tensors = {storybook()->find("blk.0.attn_q.weight").value(),
                       storybook()->find("blk.3.ffn_down.weight").value()};
    request.formats = {format_named("Q4_0"), format_named("Q8_0"), formats::bf16()};
    for (const TensorProfile& p : profile(request)) {
        ASSERT_EQ(p.errors.size(), 3U);
        EXPECT_EQ(p.errors[0].format, request.formats[0]);
        EXPECT_GT(p.errors[0].nmse.value(), p.errors[1].nmse.value());
        EXPECT_GT(p.errors[1].nmse.value(), 0.0);
        EXPECT_EQ(p.errors[2].nmse, 0.0);
    }
    EXPECT_EQ(profile(request).size(), 2U);
}

TEST(ProfileWeights, TheSameNumbersForAnyNumberOfThreads) {
    auto one = profile({{}, {}}, 1);
    auto four = profile({{}, {}}, 4);
    const auto by_tensor = [](const TensorProfile& a, const TensorProfile& b) {
        return a.tensor < b.tensor;
    };
    std::sort(one.begin(), one.end(), by_tensor);
    std::sort(four.begin(), four.end(), by_tensor);
    ASSERT_EQ(one.size(), four.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        expect_identical(one[i].statistics, four[i].statistics);
    }
}

TEST(ProfileWeights, ProgressRisesToTheBytesOfAllTensors) {
    WorkContext context;
    std::uint64_t last = 0;
    std::uint64_t total = 0;
    context.progress = [&](const Progress& now) {
        EXPECT_GE(now.done, last);
        last = now.done;
        total = now.total;
    };
    ASSERT_TRUE(
        profile_weights(
            *storybook(), {{}, {format_named("Q8_0")}}, [](const TensorProfile&) {}, context)
            .has_value());
    EXPECT_EQ(total, storybook()->tensor_bytes());
    EXPECT_EQ(last, total);
}

TEST(ProfileWeights, CancelStopsBetweenResults) {
    std::stop_source stop;
    WorkContext context;
    context.stop = stop.get_token();
    context.threads = 1;
    std::size_t results = 0;
    const auto status = profile_weights(
        *storybook(), {},
        [&](const TensorProfile&) {
            ++results;
            stop.request_stop();
        },
        context);
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::kCancelled);
    EXPECT_EQ(results, 1U);
}

TEST(ProfileWeights, UnknownTensorsAreAnError) {
    const auto status = profile_weights(
        *storybook(), {{9999}, {}}, [](const TensorProfile&) {}, WorkContext{});
    ASSERT_FALSE(status.has_value());
    EXPECT_EQ(status.error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace bitlathe
