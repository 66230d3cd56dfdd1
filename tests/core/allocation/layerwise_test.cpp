// SPDX-License-Identifier: GPL-3.0-or-later
#include <limits>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/allocation/problem.h"

namespace bitlathe {
namespace {

using testing::ElementsAre;

FormatId format(std::string_view name) {
    return *find_format(name);
}

/// Blocks of two items each (100 and 60 bytes at the low format, twice that at the high one), and
/// an embedding before them.
Problem blocks(std::uint32_t count) {
    Problem problem;
    problem.items.push_back(
        {.tensors = {0}, .levels = {{format("Q4_K"), 30, 3}, {format("Q8_0"), 60, 1}}});
    for (std::uint32_t block = 0; block < count; ++block) {
        for (const std::uint64_t bytes : {100U, 60U}) {
            problem.items.push_back(
                {.tensors = {problem.items.size()},
                 .levels = {{format("Q4_K"), bytes, 2}, {format("Q8_0"), 2 * bytes, 1}},
                 .block = block});
        }
    }
    return problem;
}

LayerwiseRequest request(std::vector<std::uint32_t> ranking) {
    return {.low = format("Q4_K"),
            .high = format("Q8_0"),
            .ranking = std::move(ranking),
            .share_low = {}};
}

TEST(RankBlocks, SmallestScoreFirstUnknownLast) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THAT(rank_blocks({.16, .12, unknown, .21, .12, unknown}), ElementsAre(1, 4, 0, 3, 2, 5));
    EXPECT_TRUE(rank_blocks({}).empty());
}

TEST(Layerwise, ShareOfTheLeastImportantBlocks) {
    const Problem problem = blocks(4);
    auto asked = request({2, 0, 3, 1});
    asked.share_low = 0.5;
    const auto solution = solve_layerwise(problem, asked);
    ASSERT_TRUE(solution) << solution.error().to_string();
    // Blocks 3 and 1 are low; block 0, block 2 and the embedding are not.
    EXPECT_THAT(solution->choice, ElementsAre(1, 1, 1, 0, 0, 1, 1, 0, 0));
    EXPECT_EQ(solution->bytes, 60U + 2 * 320 + 2 * 160);
    EXPECT_EQ(solution->loss, 1 + 4 * 1 + 4 * 2);
}

TEST(Layerwise, AverageBitsFollowTheShare) {
    // Average = low + (high - low) x N / blocks, N the number of high ones.
    const Problem problem = blocks(8);
    auto asked = request({0, 1, 2, 3, 4, 5, 6, 7});
    std::uint64_t last = std::numeric_limits<std::uint64_t>::max();
    for (int eighths = 0; eighths <= 8; ++eighths) {
        asked.share_low = eighths / 8.0;
        const auto solution = solve_layerwise(problem, asked);
        ASSERT_TRUE(solution);
        EXPECT_EQ(solution->bytes, 60U + 8 * 160 + static_cast<unsigned>(8 - eighths) * 160);
        EXPECT_LT(solution->bytes, last);
        last = solution->bytes;
    }
}

TEST(Layerwise, ShareIsRoundedToBlocks) {
    const Problem problem = blocks(3);
    auto asked = request({0, 1, 2});
    asked.share_low = 0.34;
    EXPECT_EQ(solve_layerwise(problem, asked)->bytes, 60U + 320 + 320 + 160);
    asked.share_low = 0.16;
    EXPECT_EQ(solve_layerwise(problem, asked)->bytes, 60U + 3 * 320);
}

TEST(Layerwise, SharesOutsideAreRefused) {
    const Problem problem = blocks(2);
    auto asked = request({0, 1});
    for (const double share : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        asked.share_low = share;
        const auto solution = solve_layerwise(problem, asked);
        ASSERT_FALSE(solution);
        EXPECT_EQ(solution.error().code, ErrorCode::kUsage);
    }
}

TEST(Layerwise, BudgetTakesTheFewestBlocksAndFillsTheLastOneItemByItem) {
    Problem problem = blocks(3);
    const auto asked = request({1, 2, 0});
    problem.budget_bytes = 60 + 3 * 320;
    EXPECT_EQ(solve_layerwise(problem, asked)->bytes, problem.budget_bytes) << "all high";
    // One block must go low; of its 160 bytes of saving, 110 can be had back: the first item's.
    problem.budget_bytes = 60 + 2 * 320 + 160 + 110;
    auto solution = solve_layerwise(problem, asked);
    ASSERT_TRUE(solution);
    EXPECT_THAT(solution->choice, ElementsAre(1, 1, 0, 1, 1, 1, 1));
    // 70 bytes: the first does not fit, the second does.
    problem.budget_bytes = 60 + 2 * 320 + 160 + 70;
    EXPECT_THAT(solve_layerwise(problem, asked)->choice, ElementsAre(1, 0, 1, 1, 1, 1, 1));
    // Two blocks low exactly.
    problem.budget_bytes = 60 + 320 + 160 + 160;
    EXPECT_THAT(solve_layerwise(problem, asked)->choice, ElementsAre(1, 0, 0, 1, 1, 0, 0));
}

TEST(Layerwise, EveryBudgetIsKept) {
    Problem problem = blocks(5);
    const auto asked = request({4, 1, 0, 3, 2});
    std::uint64_t last = 0;
    for (std::uint64_t budget = 60 + 5 * 160; budget <= 60 + 5 * 320; ++budget) {
        problem.budget_bytes = budget;
        const auto solution = solve_layerwise(problem, asked);
        ASSERT_TRUE(solution);
        ASSERT_TRUE(check_solution(problem, *solution));
        ASSERT_GE(solution->bytes, last);
        last = solution->bytes;
    }
    problem.budget_bytes = 60 + 5 * 160 - 1;
    EXPECT_EQ(solve_layerwise(problem, asked).error().code, ErrorCode::kImpossible);
}

TEST(Layerwise, MissingFormatsTakeTheNearest) {
    Problem problem;
    problem.items.push_back(
        {.tensors = {0}, .levels = {{format("Q5_0"), 55, 2}, {format("Q8_0"), 85, 1}}, .block = 0});
    problem.items.push_back({.tensors = {1}, .levels = {{format("F32"), 7, 0}}, .block = 0});
    LayerwiseRequest asked{
        .low = format("Q4_K"), .high = format("Q6_K"), .ranking = {0}, .share_low = 1.0};
    EXPECT_EQ(solve_layerwise(problem, asked)->bytes, 55U + 7);
    asked.high = format("BF16");
    asked.share_low = 0.0;
    EXPECT_EQ(solve_layerwise(problem, asked)->bytes, 85U + 7);
}

TEST(Layerwise, LowMustBeLow) {
    const Problem problem = blocks(2);
    LayerwiseRequest asked{
        .low = format("Q8_0"), .high = format("Q4_K"), .ranking = {0, 1}, .share_low = 0.5};
    EXPECT_EQ(solve_layerwise(problem, asked).error().code, ErrorCode::kUsage);
    auto twice = request({0, 0});
    twice.share_low = 0.5;
    EXPECT_EQ(solve_layerwise(problem, twice).error().code, ErrorCode::kUsage);
}

}  // namespace
}  // namespace bitlathe
