// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/frontier.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <queue>
#include <tuple>

#include <fmt/format.h>

#include "core/base/checked.h"

namespace bitlathe::allocation {
namespace {

/// What the tables of the solvers can number.
constexpr std::size_t kMaxLevels = 65'535;

std::vector<Choice> undominated(const Item& item) {
    std::vector<Choice> all;
    all.reserve(item.levels.size());
    for (std::size_t k = 0; k < item.levels.size(); ++k) {
        all.push_back({item.levels[k].bytes, item.levels[k].loss, k});
    }
    std::sort(all.begin(), all.end(), [](const Choice& a, const Choice& b) {
        return std::tie(a.bytes, a.loss, a.level) < std::tie(b.bytes, b.loss, b.level);
    });
    std::vector<Choice> kept;
    for (const Choice& choice : all) {
        if (kept.empty() || choice.loss < kept.back().loss) {
            kept.push_back(choice);
        }
    }
    return kept;
}

double slope(const Choice& from, const Choice& to) {
    return (from.loss - to.loss) / static_cast<double>(to.bytes - from.bytes);
}

/// Indices of the choices on the lower convex hull (Andrew's monotone chain; the choices are sorted
/// already).
std::vector<std::uint32_t> lower_hull(const std::vector<Choice>& choices) {
    std::vector<std::uint32_t> hull;
    for (std::uint32_t k = 0; k < choices.size(); ++k) {
        while (hull.size() >= 2 && slope(choices[hull[hull.size() - 2]], choices[hull.back()]) <=
                                       slope(choices[hull.back()], choices[k])) {
            hull.pop_back();
        }
        hull.push_back(k);
    }
    return hull;
}

Status check_item(const Item& item, std::size_t index) {
    if (item.levels.empty()) {
        return fail(ErrorCode::kImpossible, fmt::format("item {} has no format to choose", index));
    }
    if (item.levels.size() > kMaxLevels) {
        return fail(ErrorCode::kImpossible, fmt::format("item {} has {} levels, more than {}",
                                                        index, item.levels.size(), kMaxLevels));
    }
    for (const Level& level : item.levels) {
        if (!std::isfinite(level.loss) || level.loss < 0) {
            return fail(ErrorCode::kImpossible,
                        fmt::format("item {}: the loss of {} is {}, not a finite number >= 0",
                                    index, format_info(level.format).name, level.loss));
        }
    }
    return {};
}

/// The best affordable move of one item.
struct Move {
    double slope = 0;
    std::uint32_t item = 0;
    std::uint32_t to = 0;
};

std::optional<Move> best_move(const Prepared& prepared, std::uint32_t item, std::uint32_t from,
                              std::uint64_t left) {
    const auto& choices = prepared.items[item];
    std::optional<Move> best;
    for (std::uint32_t to = from + 1; to < choices.size(); ++to) {
        if (choices[to].bytes - choices[from].bytes > left) {
            break;
        }
        const double gain = slope(choices[from], choices[to]);
        if (!best || gain > best->slope) {
            best = Move{gain, item, to};
        }
    }
    return best;
}

}  // namespace

Result<Prepared> prepare(const Problem& problem, bool any_budget) {
    Prepared prepared;
    prepared.items.reserve(problem.items.size());
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
        BITLATHE_TRY(check_item(problem.items[i], i));
        prepared.items.push_back(undominated(problem.items[i]));
        const auto smallest = checked_add(prepared.min_bytes, prepared.items.back().front().bytes);
        const auto largest = checked_add(prepared.max_bytes, prepared.items.back().back().bytes);
        if (!smallest || !largest) {
            return fail(ErrorCode::kImpossible, "the sizes of all items exceed 64 bits");
        }
        prepared.min_bytes = *smallest;
        prepared.max_bytes = *largest;
    }
    prepared.budget = any_budget ? prepared.max_bytes : problem.budget_bytes;
    if (prepared.budget < prepared.min_bytes) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("the budget of {} bytes is below the smallest choice, {} bytes",
                                prepared.budget, prepared.min_bytes),
                    {}, {}, "raise the budget, or allow smaller formats");
    }
    return prepared;
}

std::vector<Step> hull_steps(const Prepared& prepared) {
    std::vector<Step> steps;
    for (std::uint32_t i = 0; i < prepared.items.size(); ++i) {
        const auto& choices = prepared.items[i];
        const auto hull = lower_hull(choices);
        for (std::size_t h = 1; h < hull.size(); ++h) {
            const Choice& from = choices[hull[h - 1]];
            const Choice& to = choices[hull[h]];
            steps.push_back({slope(from, to), i, hull[h - 1], hull[h], to.bytes - from.bytes,
                             from.loss - to.loss});
        }
    }
    std::sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) {
        return std::tie(b.slope, a.item, a.to) < std::tie(a.slope, b.item, b.to);
    });
    return steps;
}

std::uint64_t bytes_of(const Prepared& prepared, const Selection& selection) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < selection.size(); ++i) {
        sum += prepared.items[i][selection[i]].bytes;
    }
    return sum;
}

double loss_of(const Prepared& prepared, const Selection& selection) {
    double sum = 0;
    for (std::size_t i = 0; i < selection.size(); ++i) {
        sum += prepared.items[i][selection[i]].loss;
    }
    return sum;
}

void fill(const Prepared& prepared, Selection& selection) {
    const auto worse = [](const Move& a, const Move& b) {
        return std::tie(a.slope, b.item) < std::tie(b.slope, a.item);
    };
    std::priority_queue<Move, std::vector<Move>, decltype(worse)> moves(worse);
    std::uint64_t left = prepared.budget - bytes_of(prepared, selection);
    const auto offer = [&](std::uint32_t item) {
        if (const auto move = best_move(prepared, item, selection[item], left)) {
            moves.push(*move);
        }
    };
    for (std::uint32_t i = 0; i < selection.size(); ++i) {
        offer(i);
    }
    while (!moves.empty()) {
        const Move move = moves.top();
        moves.pop();
        const auto& choices = prepared.items[move.item];
        const std::uint64_t price = choices[move.to].bytes - choices[selection[move.item]].bytes;
        if (price <= left) {
            left -= price;
            selection[move.item] = move.to;
        }
        offer(move.item);
    }
}

Solution to_solution(const Prepared& prepared, const Selection& selection) {
    Solution solution;
    solution.choice.reserve(selection.size());
    for (std::size_t i = 0; i < selection.size(); ++i) {
        solution.choice.push_back(prepared.items[i][selection[i]].level);
    }
    solution.bytes = bytes_of(prepared, selection);
    solution.loss = loss_of(prepared, selection);
    return solution;
}

Relaxed relax(const Prepared& prepared, const std::vector<Step>& steps) {
    // At a multiplier every item takes all its hull moves that save more than that per byte, so the
    // multipliers worth trying are the slopes themselves, and the bytes rise along the sorted list:
    // bisection over it finds the one where the budget is met.
    std::vector<std::uint64_t> spent(steps.size() + 1, prepared.min_bytes);
    for (std::size_t j = 0; j < steps.size(); ++j) {
        spent[j + 1] = spent[j] + steps[j].bytes;
    }
    const auto over = std::upper_bound(spent.begin(), spent.end(), prepared.budget);
    Relaxed relaxed;
    relaxed.selection.assign(prepared.items.size(), 0);
    if (over == spent.end()) {
        for (const Step& step : steps) {
            relaxed.selection[step.item] = step.to;
        }
        return relaxed;
    }
    relaxed.multiplier = steps[static_cast<std::size_t>(over - spent.begin()) - 1].slope;
    for (const Step& step : steps) {
        if (step.slope > relaxed.multiplier) {
            relaxed.selection[step.item] = step.to;
        }
    }
    fill(prepared, relaxed.selection);
    return relaxed;
}

Selection climb(const Prepared& prepared, const std::vector<Step>& steps) {
    Selection selection(prepared.items.size(), 0);
    std::uint64_t left = prepared.budget - prepared.min_bytes;
    for (const Step& step : steps) {
        if (selection[step.item] == step.from && step.bytes <= left) {
            selection[step.item] = step.to;
            left -= step.bytes;
        }
    }
    fill(prepared, selection);
    return selection;
}

}  // namespace bitlathe::allocation
