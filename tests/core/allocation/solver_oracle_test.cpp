// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/allocation/problem.h"
#include "tests/core/allocation/llama_fixture.h"

namespace bitlathe {
namespace {

using llama_fixture::kCoefficients;
using llama_fixture::kQuantizers;
using llama_fixture::kSizes;

struct TableRow {
    double bits, uniform, dp, dp_integers, lagrange, lagrange_bits, greedy, continuous;
};
constexpr std::array<TableRow, 6> kTable{{
    {2.00, 0.581738, 0.333809, 0.581738, 0.334001, 1.99955, 0.333814, 0.286169},
    {2.50, 0.297484, 0.171572, 0.182199, 0.171793, 2.49895, 0.171572, 0.142819},
    {3.00, 0.154935, 0.090613, 0.096091, 0.090790, 2.99835, 0.090615, 0.072008},
    {3.25, 0.119169, 0.067004, 0.070581, 0.067274, 3.24669, 0.067004, 0.051428},
    {3.50, 0.083370, 0.050097, 0.052858, 0.050194, 3.49820, 0.050098, 0.036975},
    {4.00, 0.048341, 0.029311, 0.031413, 0.029329, 3.99940, 0.029312, 0.019779},
}};

/// Within `problem`'s budget, checked, and at most `loss` (1 + tolerance).
void expect_good(const Problem& problem, const Result<Solution>& solution, double loss,
                 double tolerance) {
    ASSERT_TRUE(solution) << solution.error().to_string();
    EXPECT_TRUE(check_solution(problem, *solution));
    EXPECT_LE(solution->loss, loss * (1 + tolerance));
}

class LlamaTable : public testing::TestWithParam<TableRow> {};

TEST_P(LlamaTable, UniformLevel) {
    // The fixture itself: a sum over all tensors at one level, before any solver is asked.
    const TableRow& row = GetParam();
    double sum = 0;
    for (const auto& block : kCoefficients) {
        sum = std::accumulate(block.begin(), block.end(), sum);
    }
    const auto level =
        std::find_if(kQuantizers.begin(), kQuantizers.end(),
                     [&](const auto& quantizer) { return quantizer.first == row.bits; });
    ASSERT_NE(level, kQuantizers.end());
    EXPECT_NEAR(sum * level->second, row.uniform, 1e-4 * row.uniform);
}

TEST_P(LlamaTable, DynamicProgramming) {
    const TableRow& row = GetParam();
    const Problem problem = llama_fixture::problem(row.bits);
    const auto solution = solve_dp(problem, {});
    expect_good(problem, solution, row.dp, 1e-4);
    EXPECT_NEAR(solution->loss, row.dp, 1e-4 * row.dp);
}

TEST_P(LlamaTable, DynamicProgrammingWithIntegerBits) {
    const TableRow& row = GetParam();
    const Problem problem = llama_fixture::problem(row.bits, true);
    const auto solution = solve_dp(problem, {});
    expect_good(problem, solution, row.dp_integers, 1e-4);
    EXPECT_NEAR(solution->loss, row.dp_integers, 1e-4 * row.dp_integers);
}

TEST_P(LlamaTable, LagrangeAndGreedy) {
    const TableRow& row = GetParam();
    const Problem problem = llama_fixture::problem(row.bits);
    expect_good(problem, solve_lagrange(problem, {}), row.lagrange, 1e-3);
    expect_good(problem, solve_greedy(problem, {}), row.greedy, 1e-3);
}

TEST_P(LlamaTable, TheFrontGoesThroughTheOptimum) {
    const TableRow& row = GetParam();
    const Problem problem = llama_fixture::problem(row.bits);
    const auto front = pareto_front(problem, {}, 4000);
    ASSERT_TRUE(front) << front.error().to_string();
    const auto beyond = std::find_if(front->begin(), front->end(), [&](const FrontPoint& point) {
        return point.bytes > problem.budget_bytes;
    });
    ASSERT_NE(beyond, front->begin());
    EXPECT_NEAR(std::prev(beyond)->loss, row.dp, 1e-3 * row.dp);
}

/// Reverse water-filling for losses a x 4^-b with `low` <= b <= `high`: bits per item.
std::vector<double> water_filling(const std::vector<double>& sizes, const std::vector<double>& a,
                                  double mean, double low, double high) {
    const double total = std::accumulate(sizes.begin(), sizes.end(), 0.0);
    std::vector<double> bits(sizes.size());
    double below = -100;
    double above = 100;
    for (int round = 0; round < 200; ++round) {
        const double level = (below + above) / 2;
        double used = 0;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            bits[i] = std::clamp(level + 0.5 * std::log2(a[i] / sizes[i]), low, high);
            used += bits[i] * sizes[i];
        }
        (used < mean * total ? below : above) = level;
    }
    return bits;
}

double exponential_loss(const std::vector<double>& a, const std::vector<double>& bits) {
    double loss = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        loss += a[i] * std::pow(4.0, -bits[i]);
    }
    return loss;
}

TEST_P(LlamaTable, ContinuousBound) {
    const TableRow& row = GetParam();
    std::vector<double> sizes;
    std::vector<double> a;
    for (const auto& block : kCoefficients) {
        a.insert(a.end(), block.begin(), block.end());
        sizes.insert(sizes.end(), kSizes.begin(), kSizes.end());
    }
    const auto bits = water_filling(sizes, a, row.bits, 1.5, 5);
    EXPECT_NEAR(exponential_loss(a, bits), row.continuous, 1e-4 * row.continuous);
    EXPECT_LT(row.continuous, row.dp);
}

INSTANTIATE_TEST_SUITE_P(Bits, LlamaTable, testing::ValuesIn(kTable), [](const auto& parameter) {
    return std::to_string(static_cast<int>(parameter.param.bits * 100));
});

TEST(Llama, MeanBitsOfRolesAndExtremes) {
    const Problem problem = llama_fixture::problem(3.25);
    const auto solution = solve_dp(problem, {});
    ASSERT_TRUE(solution);
    std::array<double, 7> mean{};
    for (std::size_t i = 0; i < solution->choice.size(); ++i) {
        mean[i % 7] += kQuantizers[solution->choice[i]].first / 32;
    }
    const std::array<double, 7> expected{3.125, 3.852, 4.711, 3.625, 2.891, 3.203, 3.438};
    for (std::size_t role = 0; role < 7; ++role) {
        EXPECT_NEAR(mean[role], expected[role], 5.1e-4) << role;
    }
    EXPECT_EQ(kQuantizers[solution->choice[7 + 6]].first, 5) << "down projection of block 1";
    EXPECT_EQ(kQuantizers[solution->choice[0]].first, 1.5) << "query projection of block 0";
}

TEST(WaterFilling, ClosedFormOracles) {
    const std::vector<double> bits = water_filling({1, 1, 1, 1}, {8, 2, .5, .125}, 3, 0, 16);
    EXPECT_THAT(bits, testing::Pointwise(testing::DoubleNear(1e-9), {4.5, 3.5, 2.5, 1.5}));
    EXPECT_NEAR(exponential_loss({8, 2, .5, .125}, bits), 0.0625, 1e-9);
    const std::vector<double> two = water_filling({4, 1}, {1, 1}, 3, 0, 16);
    EXPECT_THAT(two, testing::Pointwise(testing::DoubleNear(1e-9), {2.8, 3.8}));
    EXPECT_NEAR(exponential_loss({1, 1}, two), 0.02577164, 1e-8);
}

/// Three tensors on which every heuristic goes wrong.
Problem trap() {
    const std::array<std::uint64_t, 3> sizes{3, 4, 2};
    const std::array<std::array<double, 3>, 3> losses{{{13, 11, 0}, {11, 10, 10}, {8, 6, 4}}};
    Problem problem{.items = {}, .budget_bytes = 27};
    for (std::size_t i = 0; i < 3; ++i) {
        Item item;
        for (std::uint64_t bits = 2; bits <= 4; ++bits) {
            item.levels.push_back(
                {FormatId(static_cast<std::uint16_t>(bits)), sizes[i] * bits, losses[i][bits - 2]});
        }
        problem.items.push_back(std::move(item));
    }
    return problem;
}

TEST(Trap, DynamicProgrammingFindsTheOptimum) {
    const Problem problem = trap();
    const auto solution = solve_dp(problem, {});
    expect_good(problem, solution, 17, 0);
    EXPECT_EQ(solution->loss, 17);
    EXPECT_EQ(solution->bytes, 26U);
    EXPECT_EQ(solution->choice, (std::vector<std::size_t>{2, 0, 1}));
}

TEST(Trap, HeuristicsStayWithinTheBudget) {
    const Problem problem = trap();
    expect_good(problem, solve_lagrange(problem, {}), 19, 0);
    expect_good(problem, solve_greedy(problem, {}), 26, 0);
}

/// HAWQ-v3's published ResNet-18 inputs: trace of the Hessian per parameter, squared error at 8 and
/// at 4 bits, parameters; layers that feed one residual sum share their bits.
constexpr std::array<double, 19> kTrace{.06857826, .03162379, .03298575, .01205663, .02222431,
                                        .00596336, .06931772, .00807129, .00372905, .00530698,
                                        .00209011, .00737569, .00210454, .00151197, .00158041,
                                        .00078146, .00451841, .00098745, .00072944};
constexpr std::array<double, 19> kError8{.0235, .0125, .0102, .0082, .0145, .0344, .0023,
                                         .0287, .0148, .0333, .0682, .0027, .0448, .0336,
                                         .0576, .1130, .0102, .0947, .0532};
constexpr std::array<double, 19> kError4{
    6.7430,  3.9691, 3.3281,  2.6796,  4.7277,  10.5966, .6827,  9.0942,  4.8857, 10.7599,
    21.7546, .8603,  14.5324, 10.9651, 18.7706, 36.4044, 3.1572, 29.6994, 17.4016};
constexpr std::array<std::uint64_t, 19> kParameters{
    36864,  36864, 36864,  36864,  73728,   147456,  8192,   147456,  147456, 294912,
    589824, 32768, 589824, 589824, 1179648, 2359296, 131072, 2359296, 2359296};

struct ResNet {
    Problem problem;
    std::vector<std::vector<std::size_t>> layers;  ///< of every item
};

ResNet resnet() {
    ResNet result;
    std::map<std::size_t, std::size_t> tied_to{{6, 4}, {11, 9}, {16, 14}};
    std::map<std::size_t, std::size_t> item_of;
    std::uint64_t all = 0;
    for (std::size_t layer = 0; layer < 19; ++layer) {
        const auto tie = tied_to.find(layer);
        if (tie == tied_to.end()) {
            item_of[layer] = result.problem.items.size();
            result.problem.items.push_back(
                {.tensors = {}, .levels = {{FormatId(4), 0, 0}, {FormatId(8), 0, 0}}});
            result.layers.emplace_back();
        }
        const std::size_t index = item_of[tie == tied_to.end() ? layer : tie->second];
        Item& item = result.problem.items[index];
        item.tensors.push_back(layer);
        item.levels[0].bytes += kParameters[layer] / 2;
        item.levels[0].loss += kTrace[layer] * kError4[layer];
        item.levels[1].bytes += kParameters[layer];
        item.levels[1].loss += kTrace[layer] * kError8[layer];
        result.layers[index].push_back(layer);
        all += kParameters[layer];
    }
    result.problem.budget_bytes = all / 4 * 3;
    return result;
}

TEST(Hawq, OptimumWithTiedLayers) {
    const ResNet net = resnet();
    ASSERT_EQ(static_cast<double>(net.problem.budget_bytes) / (1 << 20), 7.98046875);
    const auto solution = solve_dp(net.problem, {});
    ASSERT_TRUE(solution);
    EXPECT_TRUE(check_solution(net.problem, *solution));
    EXPECT_NEAR(solution->loss, 0.07450593, 5e-9);
    EXPECT_EQ(static_cast<double>(solution->bytes) / (1 << 20), 7.265625);
    std::vector<std::size_t> low;
    for (std::size_t i = 0; i < solution->choice.size(); ++i) {
        if (solution->choice[i] == 0) {
            low.insert(low.end(), net.layers[i].begin(), net.layers[i].end());
        }
    }
    EXPECT_THAT(low, testing::ElementsAre(15, 17, 18));
}

TEST(Hawq, BothEnds) {
    ResNet net = resnet();
    const FeasibleRange range = feasible_range(net.problem);
    net.problem.budget_bytes = range.max_bytes;
    EXPECT_NEAR(solve_dp(net.problem, {})->loss, 0.00425787, 5e-9);
    net.problem.budget_bytes = range.min_bytes;
    EXPECT_NEAR(solve_dp(net.problem, {})->loss, 1.30771313, 5e-9);
}

}  // namespace
}  // namespace bitlathe
