// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "core/allocation/frontier.h"
#include "core/allocation/knapsack_table.h"

namespace bitlathe {
namespace {

using allocation::Choice;
using allocation::KnapsackTable;
using allocation::Option;
using allocation::Prepared;
using allocation::Selection;

/// The part of a problem that is still open: per item the choices an optimum may take.
struct Core {
    std::vector<std::vector<std::uint32_t>> open;  ///< item -> indices into its choices, rising
    std::uint64_t min_bytes = 0;
    std::uint64_t span_bytes = 0;  ///< most bytes above min_bytes that can be of use
    std::size_t items = 0;         ///< with more than one choice
    std::size_t options = 0;       ///< of those items
};

/// Reduction by bounds: at multiplier m the sum of min(loss + m x bytes) - m x budget bounds every
/// solution from below. A choice that lifts this bound above the loss of a solution we already hold
/// cannot be in a better one. What remains is a small fraction of the problem, and the optimum is
/// untouched.
Core reduce(const Prepared& prepared, double multiplier, const Selection& incumbent) {
    const auto price = [&](const Choice& choice) {
        return choice.loss + multiplier * static_cast<double>(choice.bytes);
    };
    std::vector<double> cheapest;
    double bound = 0;
    double magnitude = 0;
    for (const auto& choices : prepared.items) {
        double lowest = std::numeric_limits<double>::infinity();
        for (const Choice& choice : choices) {
            lowest = std::min(lowest, price(choice));
        }
        cheapest.push_back(lowest);
        bound += lowest;
    }
    magnitude = bound;
    bound -= multiplier * static_cast<double>(prepared.budget);
    // Room for rounding: sums of n terms are off by at most about n x epsilon of their size.
    const double slack = magnitude * static_cast<double>(prepared.items.size() + 16) *
                         std::numeric_limits<double>::epsilon();
    const double gap = std::max(0.0, allocation::loss_of(prepared, incumbent) - bound) + slack;

    Core core;
    for (std::size_t i = 0; i < prepared.items.size(); ++i) {
        const auto& choices = prepared.items[i];
        auto& open = core.open.emplace_back();
        for (std::uint32_t k = 0; k < choices.size(); ++k) {
            if (price(choices[k]) - cheapest[i] <= gap || k == incumbent[i]) {
                open.push_back(k);
            }
        }
        core.min_bytes += choices[open.front()].bytes;
        core.span_bytes += choices[open.back()].bytes - choices[open.front()].bytes;
        if (open.size() > 1) {
            core.items += 1;
            core.options += open.size();
        }
    }
    core.span_bytes = std::min(core.span_bytes, prepared.budget - core.min_bytes);
    return core;
}

/// Bytes per unit: the greatest common divisor of all differences where that needs few enough
/// slots, else coarser.
std::uint64_t unit_of(const Prepared& prepared, const Core& core, std::size_t max_slots) {
    std::uint64_t divisor = 0;
    for (std::size_t i = 0; i < core.open.size(); ++i) {
        for (const std::uint32_t k : core.open[i]) {
            divisor = std::gcd(divisor, prepared.items[i][k].bytes -
                                            prepared.items[i][core.open[i].front()].bytes);
        }
    }
    std::size_t slots = std::max<std::size_t>(max_slots, 2);
    slots = std::min(slots, allocation::kMaxUpdates / std::max<std::size_t>(core.options, 1));
    slots = std::min(slots, allocation::kMaxCells / std::max<std::size_t>(core.items, 1));
    slots = std::max<std::size_t>(slots, 2);
    const std::uint64_t finest = core.span_bytes / (slots - 1) + 1;
    if (divisor == 0 || core.span_bytes / divisor < slots) {
        return std::max<std::uint64_t>(divisor, 1);
    }
    return finest;
}

Result<Selection> run_table(const Prepared& prepared, const Core& core, std::uint64_t unit,
                            const WorkContext& context) {
    KnapsackTable table(static_cast<std::size_t>(core.span_bytes / unit) + 1);
    std::vector<Option> options;
    for (std::size_t i = 0; i < core.open.size(); ++i) {
        if (core.open[i].size() < 2) {
            continue;
        }
        BITLATHE_TRY(context.check());
        options.clear();
        const Choice& first = prepared.items[i][core.open[i].front()];
        for (const std::uint32_t k : core.open[i]) {
            const Choice& choice = prepared.items[i][k];
            const std::uint64_t more = choice.bytes - first.bytes;
            options.push_back(
                {static_cast<std::size_t>(more / unit + (more % unit != 0)), choice.loss});
        }
        table.add(options);
    }
    // The first slot that reaches the smallest loss: of equally good plans the smallest.
    const auto best = table.best();
    const auto slot =
        static_cast<std::size_t>(std::find(best.begin(), best.end(), best.back()) - best.begin());
    const auto chosen = table.choices(slot);
    Selection selection(core.open.size());
    std::size_t row = 0;
    for (std::size_t i = 0; i < core.open.size(); ++i) {
        const std::size_t option = core.open[i].size() > 1 ? chosen[row++] : 0;
        selection[i] = core.open[i][option];
    }
    return selection;
}

}  // namespace

Result<Solution> solve_dp(const Problem& problem, const WorkContext& context,
                          std::size_t max_slots) {
    BITLATHE_TRY(context.check());
    BITLATHE_ASSIGN(const Prepared prepared, allocation::prepare(problem));
    const auto steps = allocation::hull_steps(prepared);
    const auto relaxed = allocation::relax(prepared, steps);
    const auto rank = [&](const Selection& selection) {
        return std::tuple(allocation::loss_of(prepared, selection),
                          allocation::bytes_of(prepared, selection));
    };
    Selection best = relaxed.selection;
    if (Selection climbed = allocation::climb(prepared, steps); rank(climbed) < rank(best)) {
        best = std::move(climbed);
    }
    const Core core = reduce(prepared, relaxed.multiplier, best);
    if (core.items > 0) {
        const std::uint64_t unit = unit_of(prepared, core, max_slots);
        BITLATHE_ASSIGN(Selection exact, run_table(prepared, core, unit, context));
        allocation::fill(prepared, exact);
        if (rank(exact) < rank(best)) {
            best = std::move(exact);
        }
    }
    return allocation::to_solution(prepared, best);
}

}  // namespace bitlathe
