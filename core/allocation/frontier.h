// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/allocation/problem.h"

// Shared by the solvers of this folder, not for others.
namespace bitlathe::allocation {

/// A level of an item that is worth having.
struct Choice {
    std::uint64_t bytes = 0;
    double loss = 0;
    std::size_t level = 0;  ///< index into Item::levels
};

/// One choice per item: index into its Choices.
using Selection = std::vector<std::uint32_t>;

/// A problem in the form the solvers work on.
struct Prepared {
    /// Per item: bytes strictly rising, losses strictly falling (dominated levels are gone; of
    /// equal ones the first stays).
    std::vector<std::vector<Choice>> items;
    std::uint64_t budget = 0;
    std::uint64_t min_bytes = 0;  ///< everything at its first choice; <= budget
    std::uint64_t max_bytes = 0;  ///< everything at its last choice
};

/// Checks a problem and drops what no optimum can use. Errors: kImpossible (an item without
/// levels, a loss that is not a finite number >= 0, sizes beyond 64 bits, budget too small).
/// `any_budget`: the budget is set to what the largest choices need, for questions about all of
/// them.
[[nodiscard]] Result<Prepared> prepare(const Problem& problem, bool any_budget = false);

/// A move between neighbours on the lower convex hull of one item.
struct Step {
    double slope = 0;  ///< loss saved per byte, > 0
    std::uint32_t item = 0;
    std::uint32_t from = 0, to = 0;  ///< indices into its choices
    std::uint64_t bytes = 0;         ///< what it costs
    double gain = 0;                 ///< what it saves
};

/// All hull moves of all items, steepest first; moves of one item are in their natural order.
/// Ties by item, so that the order is the same on every machine.
[[nodiscard]] std::vector<Step> hull_steps(const Prepared& prepared);

[[nodiscard]] std::uint64_t bytes_of(const Prepared& prepared, const Selection& selection);
[[nodiscard]] double loss_of(const Prepared& prepared, const Selection& selection);

/// Spends what is left of the budget: repeatedly the move to any larger choice (on the hull or not)
/// that fits and saves most per byte.
void fill(const Prepared& prepared, Selection& selection);

[[nodiscard]] Solution to_solution(const Prepared& prepared, const Selection& selection);

/// What the Lagrangian relaxation gives.
struct Relaxed {
    Selection selection;    ///< within the budget, filled
    double multiplier = 0;  ///< loss per byte at which the relaxation meets the budget
};
[[nodiscard]] Relaxed relax(const Prepared& prepared, const std::vector<Step>& steps);
[[nodiscard]] Selection climb(const Prepared& prepared, const std::vector<Step>& steps);

}  // namespace bitlathe::allocation
