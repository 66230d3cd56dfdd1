// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

#include <gtest/gtest.h>

#include "core/allocation/problem.h"
#include "tests/core/allocation/llama_fixture.h"
#include "tests/core/allocation/random_problem.h"

namespace bitlathe {
namespace {

using test::brute_force;
using test::random_problem;

TEST(Solvers, DynamicProgrammingEqualsBruteForce) {
    std::mt19937_64 random(1);
    for (int round = 0; round < 2000; ++round) {
        const Problem problem = random_problem(random);
        const double optimum = brute_force(problem, problem.budget_bytes);
        const auto solution = solve_dp(problem, {});
        ASSERT_TRUE(solution) << solution.error().to_string();
        ASSERT_EQ(solution->loss, optimum) << "round " << round;
        ASSERT_TRUE(check_solution(problem, *solution));
    }
}

TEST(Solvers, TwelveItemsEqualBruteForce) {
    std::mt19937_64 random(2);
    for (int round = 0; round < 3; ++round) {
        Problem problem;
        do {
            problem = random_problem(random, 12);
        } while (problem.items.size() < 12);
        ASSERT_EQ(solve_dp(problem, {})->loss, brute_force(problem, problem.budget_bytes));
    }
}

TEST(Solvers, AllStayWithinBudgetAndPassTheChecker) {
    std::mt19937_64 random(3);
    for (int round = 0; round < 500; ++round) {
        const Problem problem = random_problem(random, 20);
        const double exact = solve_dp(problem, {})->loss;
        for (const Solver& solver : all_solvers()) {
            const auto solution = solver.solve(problem, {});
            ASSERT_TRUE(solution) << solver.name;
            const auto checked = check_solution(problem, *solution);
            ASSERT_TRUE(checked) << solver.name << ": " << checked.error().to_string();
            ASSERT_GE(solution->loss, exact) << solver.name;
        }
    }
}

TEST(Solvers, CoarseSlotsNeverExceedTheBudgetAndBoundTheLoss) {
    // 7 slots for dozens of bytes: costs are rounded up, and what that leaves is filled.
    std::mt19937_64 random(4);
    for (int round = 0; round < 500; ++round) {
        const Problem problem = random_problem(random);
        const auto solution = solve_dp(problem, {}, 7);
        ASSERT_TRUE(solution);
        ASSERT_TRUE(check_solution(problem, *solution));
        const std::uint64_t unit = problem.budget_bytes / 6 + 1;
        const std::uint64_t lost = unit * problem.items.size();
        if (problem.budget_bytes >= lost) {
            ASSERT_LE(solution->loss, brute_force(problem, problem.budget_bytes - lost));
        }
    }
}

TEST(Solvers, LossFallsAsTheBudgetRises) {
    std::mt19937_64 random(5);
    for (int round = 0; round < 100; ++round) {
        Problem problem = random_problem(random, 10);
        const FeasibleRange range = feasible_range(problem);
        double last = std::numeric_limits<double>::infinity();
        for (std::uint64_t budget = range.min_bytes; budget <= range.max_bytes; ++budget) {
            problem.budget_bytes = budget;
            const auto solution = solve_dp(problem, {});
            ASSERT_TRUE(solution);
            ASSERT_LE(solution->loss, last);
            last = solution->loss;
        }
    }
}

TEST(Solvers, OrderOfItemsDoesNotMatter) {
    std::mt19937_64 random(6);
    Problem problem = llama_fixture::problem(3.25);
    const double optimum = solve_dp(problem, {})->loss;
    for (int round = 0; round < 5; ++round) {
        std::shuffle(problem.items.begin(), problem.items.end(), random);
        EXPECT_NEAR(solve_dp(problem, {})->loss, optimum, 1e-12);
    }
}

TEST(Solvers, SplittingAnItem) {
    std::mt19937_64 random(7);
    for (int round = 0; round < 200; ++round) {
        Problem problem = random_problem(random, 6);
        const double optimum = solve_dp(problem, {})->loss;
        // A part that is the same in every level can be an item of its own.
        Problem peeled = problem;
        for (Level& level : peeled.items[0].levels) {
            level.bytes += 5;
            level.loss += 2;
        }
        peeled.budget_bytes += 5;
        ASSERT_EQ(solve_dp(peeled, {})->loss, optimum + 2);
        // Two halves may choose differently, so they do at least as well as the whole.
        Problem halves = problem;
        halves.budget_bytes *= 2;
        for (Item& item : halves.items) {
            for (Level& level : item.levels) {
                level.bytes *= 2;
            }
        }
        ASSERT_EQ(solve_dp(halves, {})->loss, optimum);
        for (Level& level : halves.items[0].levels) {
            level.bytes /= 2;
            level.loss /= 2;
        }
        halves.items.push_back(halves.items[0]);
        ASSERT_LE(solve_dp(halves, {})->loss, optimum);
        ASSERT_EQ(solve_dp(halves, {})->loss, brute_force(halves, halves.budget_bytes));
    }
}

TEST(Solvers, LocksAreOneLevel) {
    Problem problem = llama_fixture::problem(3.25);
    const double free = solve_dp(problem, {})->loss;
    Item& locked = problem.items[13];
    locked.levels = {locked.levels[2]};
    const auto solution = solve_dp(problem, {});
    ASSERT_TRUE(solution);
    EXPECT_TRUE(check_solution(problem, *solution));
    EXPECT_EQ(solution->choice[13], 0U);
    EXPECT_GT(solution->loss, free);
}

TEST(Solvers, TiesAreDecidedTheSameWayEveryTime) {
    // Four equal items, room for two: whichever are raised, it is always the same ones, and the
    // same level of two equal ones.
    Problem problem{.items = std::vector<Item>(4), .budget_bytes = 6};
    for (Item& item : problem.items) {
        item.levels = {{FormatId(1), 1, 1}, {FormatId(2), 2, 0}, {FormatId(3), 2, 0}};
    }
    for (const Solver& solver : all_solvers()) {
        const auto first = solver.solve(problem, {});
        ASSERT_TRUE(first);
        EXPECT_EQ(first->loss, 2);
        EXPECT_EQ(first->choice, (std::vector<std::size_t>{1, 1, 0, 0})) << solver.name;
    }
}

TEST(Solvers, OfEquallyGoodPlansTheSmallest) {
    Problem problem{.items = std::vector<Item>(2), .budget_bytes = 100};
    for (Item& item : problem.items) {
        item.levels = {{FormatId(1), 1, 1}, {FormatId(2), 7, 0}, {FormatId(3), 9, 0}};
    }
    for (const Solver& solver : all_solvers()) {
        EXPECT_EQ(solver.solve(problem, {})->bytes, 14U) << solver.name;
    }
}

TEST(Solvers, NothingToDecide) {
    for (const Solver& solver : all_solvers()) {
        const auto empty = solver.solve(Problem{}, {});
        ASSERT_TRUE(empty) << solver.name;
        EXPECT_EQ(empty->bytes, 0U);
        EXPECT_TRUE(empty->choice.empty());
    }
}

TEST(Solvers, ImpossibleProblemsAreRefused) {
    const Item good{.tensors = {}, .levels = {{FormatId(0), 10, 1}}};
    Problem small{.items = {good, good}, .budget_bytes = 19};
    Problem no_levels{.items = {good, Item{}}, .budget_bytes = 100};
    Problem not_finite{.items = {good}, .budget_bytes = 100};
    not_finite.items[0].levels[0].loss = std::numeric_limits<double>::quiet_NaN();
    Problem negative{.items = {good}, .budget_bytes = 100};
    negative.items[0].levels[0].loss = -1;
    Problem huge{.items = {good, good}, .budget_bytes = 100};
    huge.items[0].levels[0].bytes = std::numeric_limits<std::uint64_t>::max();
    for (const Solver& solver : all_solvers()) {
        for (const Problem* problem : {&small, &no_levels, &not_finite, &negative, &huge}) {
            const auto solution = solver.solve(*problem, {});
            ASSERT_FALSE(solution) << solver.name;
            EXPECT_EQ(solution.error().code, ErrorCode::kImpossible) << solver.name;
        }
    }
    EXPECT_FALSE(pareto_front(huge, {}));
    EXPECT_TRUE(pareto_front(small, {})) << "a front asks for no budget";
}

TEST(Solvers, CancelledBeforeItStarts) {
    std::stop_source stop;
    stop.request_stop();
    const WorkContext context{.stop = stop.get_token()};
    const Problem problem = llama_fixture::problem(3);
    for (const Solver& solver : all_solvers()) {
        const auto solution = solver.solve(problem, context);
        ASSERT_FALSE(solution) << solver.name;
        EXPECT_EQ(solution.error().code, ErrorCode::kCancelled);
    }
    EXPECT_EQ(pareto_front(problem, context).error().code, ErrorCode::kCancelled);
}

TEST(Front, IsTheBruteForceFront) {
    std::mt19937_64 random(8);
    for (int round = 0; round < 200; ++round) {
        const Problem problem = random_problem(random);
        const auto front = pareto_front(problem, {}, 10'000);
        ASSERT_TRUE(front);
        const FeasibleRange range = feasible_range(problem);
        std::vector<FrontPoint> expected;
        double last = std::numeric_limits<double>::infinity();
        for (std::uint64_t bytes = range.min_bytes; bytes <= range.max_bytes; ++bytes) {
            const double loss = brute_force(problem, bytes);
            if (loss < last) {
                expected.push_back({bytes, loss});
                last = loss;
            }
        }
        ASSERT_EQ(front->size(), expected.size()) << "round " << round;
        for (std::size_t j = 0; j < expected.size(); ++j) {
            ASSERT_EQ((*front)[j].bytes, expected[j].bytes);
            ASSERT_EQ((*front)[j].loss, expected[j].loss);
        }
    }
}

TEST(Front, IsThinnedToWhatWasAskedFor) {
    const Problem problem = llama_fixture::problem(3);
    const FeasibleRange range = feasible_range(problem);
    for (const std::size_t points : {2U, 3U, 50U, 400U}) {
        const auto front = pareto_front(problem, {}, points);
        ASSERT_TRUE(front);
        EXPECT_LE(front->size(), points);
        EXPECT_GE(front->size(), std::min<std::size_t>(points, 2));
        EXPECT_EQ(front->front().bytes, range.min_bytes);
        EXPECT_EQ(front->back().bytes, range.max_bytes);
        for (std::size_t j = 1; j < front->size(); ++j) {
            EXPECT_GT((*front)[j].bytes, (*front)[j - 1].bytes);
            EXPECT_LT((*front)[j].loss, (*front)[j - 1].loss);
        }
    }
}

TEST(Checker, FindsEveryLie) {
    const Problem problem = llama_fixture::problem(3);
    const Solution good = *solve_dp(problem, {});
    ASSERT_TRUE(check_solution(problem, good));
    Solution lie = good;
    lie.bytes -= 1;
    EXPECT_FALSE(check_solution(problem, lie));
    lie = good;
    lie.loss *= 1.001;
    EXPECT_FALSE(check_solution(problem, lie));
    lie = good;
    lie.loss = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(check_solution(problem, lie));
    lie = good;
    lie.choice[3] = 99;
    EXPECT_FALSE(check_solution(problem, lie));
    lie = good;
    lie.choice.pop_back();
    EXPECT_FALSE(check_solution(problem, lie));
    Problem smaller = problem;
    smaller.budget_bytes = good.bytes - 1;
    EXPECT_FALSE(check_solution(smaller, good));
}

TEST(Solvers, FiftyThousandTensors) {
    // A mixture of experts: within the bounds of memory and time, and as good as the relaxation.
    std::mt19937_64 random(9);
    Problem problem;
    for (int i = 0; i < 50'000; ++i) {
        Item item;
        const double weight = std::exp(static_cast<double>(random() % 1000) / 100);
        for (std::uint64_t bits = 2; bits <= 8; ++bits) {
            item.levels.push_back({FormatId(static_cast<std::uint16_t>(bits)),
                                   (1 + random() % 3) * 4096 * (bits * 32 + 2),
                                   weight * std::pow(4.0, -static_cast<double>(bits))});
        }
        problem.items.push_back(std::move(item));
    }
    const FeasibleRange range = feasible_range(problem);
    problem.budget_bytes = range.min_bytes + (range.max_bytes - range.min_bytes) / 3;
    const auto exact = solve_dp(problem, {});
    ASSERT_TRUE(exact) << exact.error().to_string();
    EXPECT_TRUE(check_solution(problem, *exact));
    EXPECT_LE(exact->loss, solve_lagrange(problem, {})->loss);
    EXPECT_LE(exact->loss, solve_greedy(problem, {})->loss);
    const auto front = pareto_front(problem, {});
    ASSERT_TRUE(front);
    EXPECT_LE(front->size(), 400U);
}

}  // namespace
}  // namespace bitlathe
