// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/targets/planner.h"
#include "tests/core/targets/plan_fixture.h"

namespace bitlathe {
namespace {

using test::errors_for;
using test::format;
using test::llama;
using test::planned;
using test::with_budget;
using ::testing::Each;

/// Statistics as they would be of a Gaussian, except for ZD.
WeightStatistics gaussian(double zd) {
    WeightStatistics weights;
    weights.count = 100'000;
    weights.mean = 0;
    weights.sigma = 1;
    weights.absmax = 5;
    weights.min = -5;
    weights.max = 5;
    weights.zd = zd;
    const double width = 10.0 / WeightStatistics::kBins;
    double before = 0;
    for (std::size_t j = 0; j < WeightStatistics::kBins; ++j) {
        const double edge = -5 + static_cast<double>(j + 1) * width;
        const double below = 0.5 * std::erfc(-edge / std::sqrt(2.0)) * 100'000;
        weights.histogram[j] = static_cast<std::uint64_t>(below - before);
        before = below;
    }
    return weights;
}

void set_statistics(ErrorTable& table, std::size_t tensor, const WeightStatistics& weights) {
    table.profiles[tensor].edit([&](TensorProfile& profile) { profile.statistics = weights; });
}

TEST(ZdSolver, LeastImportantBlocksGetTheLowFormat) {
    const auto model = llama(4);
    PlanRequest request;
    request.solver = "zd";
    request.low = format("Q3_K");
    request.high = format("Q6_K");
    request.share_low = 0.5;
    auto errors = errors_for(*model, request);
    // The weights are all 0: above the threshold where the mean is said to be far below, and so of
    // no importance.
    const double mean_of_block[] = {0, -5, 0, -5};
    for (std::size_t i = 0; i < model->places.size(); ++i) {
        if (const auto block = model->places[i].block) {
            WeightStatistics weights = gaussian(0.158655);
            weights.mean = mean_of_block[*block];
            set_statistics(errors, i, weights);
        }
    }
    const auto plan = make_plan(*model, request, errors, {});
    ASSERT_TRUE(plan) << plan.error().to_string();
    EXPECT_EQ(planned(*plan, "blk.2.attn_q.weight"), "Q6_K");
    EXPECT_EQ(planned(*plan, "blk.0.ffn_down.weight"), "Q6_K");
    EXPECT_EQ(planned(*plan, "blk.3.attn_q.weight"), "Q3_K");
    EXPECT_EQ(planned(*plan, "blk.1.ffn_down.weight"), "Q3_K");
    EXPECT_EQ(planned(*plan, "token_embd.weight"), "Q6_K");
    EXPECT_EQ(planned(*plan, "output_norm.weight"), "F32");
    // By budget: the same order, and no byte more than allowed.
    request.share_low.reset();
    const auto range = feasible_range(*model, request, errors).value();
    for (int step = 0; step <= 10; ++step) {
        const auto bytes = range.min_bytes +
                           (range.max_bytes - range.min_bytes) * static_cast<unsigned>(step) / 10;
        request.budget = Budget{Budget::Unit::kBytes, static_cast<double>(bytes)};
        const auto by_budget = make_plan(*model, request, errors, {});
        // Blocks alone cannot reach the minimum: embedding and head stay high.
        if (by_budget) {
            EXPECT_LE(totals(*model, *by_budget, errors).bytes, bytes);
        } else {
            EXPECT_EQ(by_budget.error().code, ErrorCode::kImpossible);
        }
    }
    EXPECT_EQ(make_plan(*model, request, ErrorTable{}, {}).error().code, ErrorCode::kImpossible)
        << "no statistics, no order";
}

TEST(BlockZd, OneTensorsZdIsExact) {
    const auto model = llama(3);
    auto errors = errors_for(*model, with_budget(4));
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    set_statistics(errors, q, gaussian(0.1566));
    const auto scores = estimate_block_zd(*model, errors);
    ASSERT_EQ(scores.size(), 3U);
    EXPECT_NEAR(scores[0], 0.1566, 1e-12);
    EXPECT_TRUE(std::isnan(scores[1]));
    // Norms are no linear weights: they change nothing.
    set_statistics(errors, model->checkpoint->find("blk.0.attn_norm.weight").value(),
                   gaussian(0.9));
    EXPECT_EQ(estimate_block_zd(*model, errors)[0], scores[0]);
    // Nor does an equal tensor.
    set_statistics(errors, model->checkpoint->find("blk.0.attn_v.weight").value(),
                   gaussian(0.1566));
    EXPECT_NEAR(estimate_block_zd(*model, errors)[0], 0.1566, 1e-12);
}

TEST(BlockZd, PoolsTensorsOfDifferentWidth) {
    // Two Gaussians of deviation 1 and 3, equally many: the pooled threshold is sqrt(5), above
    // which lie 1.27 % and 22.8 % of them.
    const auto model = llama(1);
    auto errors = errors_for(*model, with_budget(4));
    const std::size_t narrow = model->checkpoint->find("blk.0.attn_q.weight").value();
    const std::size_t wide = model->checkpoint->find("blk.0.ffn_down.weight").value();
    WeightStatistics weights = gaussian(0.158655);
    set_statistics(errors, narrow, weights);
    weights.sigma = 3;
    weights.absmax = 15;
    set_statistics(errors, wide, weights);
    const double expected = 0.25 * (std::erfc(std::sqrt(5.0 / 2)) + std::erfc(std::sqrt(5.0 / 18)));
    EXPECT_NEAR(estimate_block_zd(*model, errors)[0], expected, 1e-3);
}

/// ZD of a block by definition: all its linear weights side by side, two passes.
double exact_zd(const Model& model, std::uint32_t block) {
    std::vector<float> weights;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        if (model.places[i].block != block || model.places[i].role == Role::kNorm) {
            continue;
        }
        const TensorView view = model.checkpoint->view(i);
        const std::size_t before = weights.size();
        weights.resize(before + view.rows() * view.cols());
        view.decode_rows(0, view.rows(), weights.data() + before);
    }
    double sum = 0;
    for (const float weight : weights) {
        sum += static_cast<double>(weight);
    }
    const double mean = sum / static_cast<double>(weights.size());
    double squares = 0;
    for (const float weight : weights) {
        squares += (static_cast<double>(weight) - mean) * (static_cast<double>(weight) - mean);
    }
    const double threshold = mean + std::sqrt(squares / static_cast<double>(weights.size()));
    const auto above = std::count_if(weights.begin(), weights.end(), [&](float weight) {
        return static_cast<double>(weight) > threshold;
    });
    return static_cast<double>(above) / static_cast<double>(weights.size());
}

TEST(BlockZd, TrainedModelAgreesWithTheDefinition) {
    const std::filesystem::path path =
        std::filesystem::path(BITLATHE_SHARED_DATA) / "models" / "storybook-7m-bf16.gguf";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "NOT TESTED: " << path << " is not there";
    }
    const auto model = open_model(path).value();
    ErrorTable errors;
    errors.profiles.resize(model->places.size());
    ASSERT_TRUE(profile_weights(
        *model->checkpoint, {},
        [&](TensorProfile profile) { errors.profiles[profile.tensor] = std::move(profile); }, {}));
    const auto scores = block_zd(*model, errors, {.threads = 3});
    ASSERT_TRUE(scores);
    const auto estimates = estimate_block_zd(*model, errors);
    ASSERT_EQ(scores->size(), 8U);
    std::vector<double> exact;
    for (std::uint32_t block = 0; block < 8; ++block) {
        exact.push_back(exact_zd(*model, block));
        EXPECT_NEAR((*scores)[block], exact.back(), 3e-6) << block;
        EXPECT_NEAR(estimates[block], exact.back(), 2e-3) << block;
    }
    EXPECT_EQ(rank_blocks(*scores), rank_blocks(exact));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(block_zd(*model, errors, {.stop = stop.get_token()}).error().code,
              ErrorCode::kCancelled);
}

TEST(BlockZd, StrangeStatistics) {
    const auto model = llama(2);
    auto errors = errors_for(*model, with_budget(4));
    const std::size_t q = model->checkpoint->find("blk.0.attn_q.weight").value();
    WeightStatistics strange = gaussian(0.15);
    strange.nonfinite = 1'000'000;  // more than there are
    set_statistics(errors, q, strange);
    const std::size_t zero = model->checkpoint->find("blk.1.attn_q.weight").value();
    strange = gaussian(0);
    strange.sigma = 0;
    strange.absmax = 0;
    strange.zd.reset();
    set_statistics(errors, zero, strange);
    EXPECT_THAT(estimate_block_zd(*model, errors), Each(::testing::IsNan()));
}

}  // namespace
}  // namespace bitlathe
