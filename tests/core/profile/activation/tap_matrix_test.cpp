// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/tap_matrix.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <gmock/gmock.h>

#include "core/profile/activation/profile_activations.h"
#include "tests/core/forward/run_model.h"
#include "tests/core/forward/tiny_model.h"

namespace bitlathe {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();

class TapMatrixTest : public ::testing::Test {
protected:
    void SetUp() override {
        tiny_llama().write(folder_.path());
        model_.emplace(Transformer::create(open_model(folder_.path()).value()).value());
        std::vector<std::uint32_t> ids;
        for (std::uint32_t i = 0; i < 19; ++i) {
            ids.push_back(i * 7 % 11);
        }
        window_ = cut_windows(ids, 19, true);
    }
    Scratch folder_;
    std::optional<Transformer> model_;
    TokenBatch window_;
};

TEST_F(TapMatrixTest, IsWhatTheProfileSumsUp) {
    const auto profile = profile_activations(*model_, window_, {}, {});
    ASSERT_TRUE(profile);
    for (const TapProfile& tap : profile->taps) {
        const auto matrix = tap_matrix(*model_, window_, tap.id.block, tap.id.point, {});
        ASSERT_TRUE(matrix) << matrix.error().to_string();
        EXPECT_EQ(matrix->ids, window_.ids);
        const TapStatistics all = tap.statistics.all();
        ASSERT_EQ(matrix->channels, all.channels());
        ASSERT_EQ(matrix->values.size(), 19 * matrix->channels);
        for (std::size_t c = 0; c < matrix->channels; ++c) {
            float largest = 0;
            double sum = 0;
            for (std::size_t t = 0; t < 19; ++t) {
                const float value = matrix->values[t * matrix->channels + c];
                largest = std::max(largest, std::abs(value));
                sum += double{value};
            }
            EXPECT_EQ(largest, all.absmax[c]) << tap_name(tap.id) << " channel " << c;
            EXPECT_NEAR(sum, all.sum[c], 1e-9) << tap_name(tap.id) << " channel " << c;
        }
        auto top = tap.statistics.first.top;
        top.insert(top.end(), tap.statistics.rest.top.begin(), tap.statistics.rest.top.end());
        std::sort(top.begin(), top.end(), is_larger);
        top.resize(TapStatistics::kTop);
        EXPECT_EQ(largest_values(*matrix, TapStatistics::kTop), top) << tap_name(tap.id);
    }
}

TEST_F(TapMatrixTest, EndsAfterItsBlock) {
    std::uint64_t done = 0, total = 0;
    WorkContext context;
    context.progress = [&](const Progress& progress) {
        EXPECT_LE(progress.done, progress.total);
        done = progress.done;
        total = progress.total;
    };
    ASSERT_TRUE(tap_matrix(*model_, window_, 0, TapPoint::kMlpMid, context));
    EXPECT_EQ(done, 19U);
    EXPECT_EQ(total, 19U);
}

TEST_F(TapMatrixTest, RefusesWhatThereIsNot) {
    const auto beyond = tap_matrix(*model_, window_, 2, TapPoint::kAttnIn, {});
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, ErrorCode::kUsage);
    const TokenBatch two = cut_windows(window_.ids, 8, true);
    EXPECT_FALSE(tap_matrix(*model_, two, 0, TapPoint::kAttnIn, {}));
}

TEST_F(TapMatrixTest, StopsWhenAsked) {
    std::stop_source stop;
    stop.request_stop();
    WorkContext context;
    context.stop = stop.get_token();
    const auto stopped = tap_matrix(*model_, window_, 1, TapPoint::kResidOut, context);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
}

TEST(TapMatrixOfMixtures, TakesTheLargestOfTheExpertsOfAToken) {
    const auto folder = shared_data() / "families/mixtral";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "no reference models beside the project";
    }
    const auto transformer = Transformer::create(open_model(folder).value()).value();
    const auto ids = read_numbers<std::uint32_t>(folder / "ids.i32");
    const TokenBatch window = cut_windows(std::span(ids).first(40), 40, true);
    const auto profile = profile_activations(transformer, window, {}, {});
    ASSERT_TRUE(profile);
    const auto matrix = tap_matrix(transformer, window, 1, TapPoint::kMlpMid, {});
    ASSERT_TRUE(matrix) << matrix.error().to_string();
    std::vector<float> largest(matrix->channels);
    for (const TapProfile& tap : profile->taps) {
        if (tap.id.block != 1 || tap.id.point != TapPoint::kMlpMid) {
            continue;
        }
        ASSERT_TRUE(tap.id.expert);
        const TapStatistics all = tap.statistics.all();
        for (std::size_t c = 0; c < largest.size(); ++c) {
            largest[c] = std::max(largest[c], all.absmax[c]);
        }
    }
    for (std::size_t c = 0; c < largest.size(); ++c) {
        float found = 0;
        for (std::size_t t = 0; t < window.ids.size(); ++t) {
            found = std::max(found, std::abs(matrix->values[t * largest.size() + c]));
        }
        EXPECT_EQ(found, largest[c]) << c;
    }
}

TEST(LargestValues, LeaveOutWhatIsNoNumber) {
    TapMatrix matrix;
    matrix.ids = {5, 6};
    matrix.channels = 3;
    matrix.values = {1, -4, kNone, 4, std::numeric_limits<float>::infinity(), 0.5F};
    const auto top = largest_values(matrix, 3);
    ASSERT_EQ(top.size(), 3U);
    EXPECT_EQ(top[0], (TopValue{-4, 1, 0, 0, 5})) << "of equal ones the earlier token";
    EXPECT_EQ(top[1], (TopValue{4, 0, 1, 1, 6}));
    EXPECT_EQ(top[2], (TopValue{1, 0, 0, 0, 5}));
    EXPECT_EQ(largest_values(matrix, 9).size(), 4U);
    EXPECT_TRUE(largest_values(matrix, 0).empty());
}

}  // namespace
}  // namespace bitlathe
