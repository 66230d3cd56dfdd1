// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <fmt/format.h>

#include "core/allocation/problem.h"

namespace bitlathe {

Status check_solution(const Problem& problem, const Solution& solution) {
    if (solution.choice.size() != problem.items.size()) {
        return fail(
            ErrorCode::kImpossible,
            fmt::format("{} choices for {} items", solution.choice.size(), problem.items.size()));
    }
    unsigned __int128 bytes = 0;
    long double loss = 0;
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
        const auto& levels = problem.items[i].levels;
        if (solution.choice[i] >= levels.size()) {
            return fail(ErrorCode::kImpossible, fmt::format("item {}: choice {} of {} levels", i,
                                                            solution.choice[i], levels.size()));
        }
        bytes += levels[solution.choice[i]].bytes;
        loss += levels[solution.choice[i]].loss;
    }
    if (bytes != solution.bytes) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the stated {} bytes are not the sum of the choices, {}",
                                solution.bytes, static_cast<std::uint64_t>(bytes)));
    }
    if (bytes > problem.budget_bytes) {
        return fail(ErrorCode::kImpossible, fmt::format("{} bytes are over the budget of {}",
                                                        solution.bytes, problem.budget_bytes));
    }
    // The solvers add in double precision: a relative 1e-9 is far above that and far below anything
    // that matters.
    const auto sum = static_cast<double>(loss);
    if (!(std::abs(solution.loss - sum) <= 1e-9 * std::max(std::abs(sum), 1e-300))) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the stated loss {} is not the sum of the choices, {}",
                                solution.loss, sum));
    }
    return {};
}

}  // namespace bitlathe
