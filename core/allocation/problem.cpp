// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/problem.h"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

#include "core/allocation/frontier.h"
#include "core/base/checked.h"

namespace bitlathe {
namespace {

std::uint64_t saturating_add(std::uint64_t a, std::uint64_t b) {
    return checked_add(a, b).value_or(std::numeric_limits<std::uint64_t>::max());
}

}  // namespace

FeasibleRange feasible_range(const Problem& problem) {
    FeasibleRange range;
    for (const Item& item : problem.items) {
        const auto [smallest, largest] =
            std::minmax_element(item.levels.begin(), item.levels.end(),
                                [](const Level& a, const Level& b) { return a.bytes < b.bytes; });
        if (smallest == item.levels.end()) {
            continue;
        }
        range.min_bytes = saturating_add(range.min_bytes, smallest->bytes);
        range.max_bytes = saturating_add(range.max_bytes, largest->bytes);
    }
    return range;
}

Result<Solution> solve_lagrange(const Problem& problem, const WorkContext& context) {
    BITLATHE_TRY(context.check());
    BITLATHE_ASSIGN(const auto prepared, allocation::prepare(problem));
    const auto relaxed = allocation::relax(prepared, allocation::hull_steps(prepared));
    return allocation::to_solution(prepared, relaxed.selection);
}

Result<Solution> solve_greedy(const Problem& problem, const WorkContext& context) {
    BITLATHE_TRY(context.check());
    BITLATHE_ASSIGN(const auto prepared, allocation::prepare(problem));
    const auto selection = allocation::climb(prepared, allocation::hull_steps(prepared));
    return allocation::to_solution(prepared, selection);
}

std::span<const Solver> all_solvers() {
    static constexpr std::array<Solver, 3> kSolvers{{
        {"dp", "exact: dynamic programming over bytes",
         [](const Problem& problem, const WorkContext& context) {
             return solve_dp(problem, context);
         }},
        {"lagrange", "one price per byte for all tensors, then a greedy fill", &solve_lagrange},
        {"greedy", "largest saving per byte first", &solve_greedy},
    }};
    return kSolvers;
}

}  // namespace bitlathe
