// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/formats/format.h"

namespace bitlathe {

/// One way to store an item.
struct Level {
    FormatId format;
    std::uint64_t bytes = 0;
    double loss = 0;  ///< what the objective adds up; finite, >= 0
};

/// Something whose format is chosen as one: a tensor, or a tie group with its columns summed.
struct Item {
    std::vector<std::size_t> tensors = {};  ///< whose formats this decides (indices of the caller)
    std::vector<Level> levels =
        {};  ///< legal choices, any order, not empty; one level: fixed (locked)
    std::optional<std::uint32_t> block = {};
    double block_score = 0;  ///< score of its block, as rank_blocks() takes it; NaN: unknown
};

/// Minimise the summed loss with summed bytes <= budget.
struct Problem {
    std::vector<Item> items = {};
    std::uint64_t budget_bytes = 0;
};

/// Smallest and largest total any choice can have.
struct FeasibleRange {
    std::uint64_t min_bytes = 0;
    std::uint64_t max_bytes = 0;
};
[[nodiscard]] FeasibleRange feasible_range(const Problem& problem);

/// A choice for every item.
struct Solution {
    std::vector<std::size_t> choice;  ///< item -> index into its levels
    std::uint64_t bytes = 0;
    double loss = 0;
};

/// A point of the size/loss front.
struct FrontPoint {
    std::uint64_t bytes = 0;
    double loss = 0;
};

/// Exact multiple-choice knapsack by dynamic programming over bytes in units of their greatest
/// common divisor; where that would need more than `max_slots` units, costs are rounded up to
/// budget/max_slots (never over budget, the loss of optimality is at most items x unit bytes).
/// Errors: kImpossible when even the smallest choice is over budget, or an item is malformed;
/// kCancelled.
Result<Solution> solve_dp(const Problem& problem, const WorkContext& context,
                          std::size_t max_slots = 20'000);
/// The whole front by the same recursion, up to `max_points` points between the feasible ends,
/// sizes rising, losses falling; the budget plays no part. Every point is a real choice with its
/// true bytes. Exact where the range is at most 65,536 units; else near-optimal points of the table
/// joined with the corners of the front's convex hull, which are optimal at any size.
Result<std::vector<FrontPoint>> pareto_front(const Problem& problem, const WorkContext& context,
                                             std::size_t max_points = 400);
/// Lagrangian relaxation (bisection on the multiplier over each item's lower hull), then greedy
/// fill of what is left.
Result<Solution> solve_lagrange(const Problem& problem, const WorkContext& context);
/// Greedy by marginal gain over each item's lower hull.
Result<Solution> solve_greedy(const Problem& problem, const WorkContext& context);

/// A solver by name: one row per algorithm.
struct Solver {
    std::string_view name;  ///< "dp", "lagrange", "greedy"
    std::string_view description;
    Result<Solution> (*solve)(const Problem&, const WorkContext&);
};
[[nodiscard]] std::span<const Solver> all_solvers();

/// Independent proof that a solution is what it says: legal choices, sums right, within budget.
/// Errors: kImpossible with the first violation. Shares no code with the solvers.
[[nodiscard]] Status check_solution(const Problem& problem, const Solution& solution);

/// Blocks from most to least important by one score per block (ascending: smaller = more important,
/// as ZD is). Unknown scores (NaN) come last, ties in the order of the blocks.
[[nodiscard]] std::vector<std::uint32_t> rank_blocks(const std::vector<double>& score_of_block);

/// Whole-block allocation of Layer-Wise Quantization (arXiv 2406.17415): the least important blocks
/// go to the low format, the others keep the high one. Bytes fall as the share rises. With
/// `share_low` in [0, 1]: exactly round(share x blocks) blocks are low. With a budget: the fewest
/// low blocks that fit, and, where a fraction of one block is left over, its items one by one.
struct LayerwiseRequest {
    FormatId low, high;
    std::vector<std::uint32_t> ranking;    ///< most important first
    std::optional<double> share_low = {};  ///< else by Problem::budget_bytes
};
/// Items without a block (or with one that is not ranked) take the level nearest to `high`; items
/// whose levels lack the named format take the nearest in bits per weight, of two equally near the
/// larger. Errors: kUsage (share outside [0, 1], low larger than high, a block ranked twice),
/// kImpossible (budget below everything low).
Result<Solution> solve_layerwise(const Problem& problem, const LayerwiseRequest& request);

}  // namespace bitlathe
