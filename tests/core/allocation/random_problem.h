// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "core/allocation/problem.h"

namespace bitlathe::test {

/// A small problem of awkward shape: losses neither convex nor monotone, equal values, one-level
/// items, zero sizes.
inline Problem random_problem(std::mt19937_64& random, std::size_t max_items = 7) {
    const auto below = [&](std::uint64_t n) { return random() % n; };
    Problem problem;
    const std::size_t items = 1 + below(max_items);
    for (std::size_t i = 0; i < items; ++i) {
        Item item;
        const std::size_t levels = 1 + below(4);
        for (std::size_t k = 0; k < levels; ++k) {
            item.levels.push_back({FormatId(static_cast<std::uint16_t>(k)), below(40),
                                   static_cast<double>(below(64)) / 8});
        }
        problem.items.push_back(std::move(item));
    }
    const FeasibleRange range = feasible_range(problem);
    problem.budget_bytes = range.min_bytes + below(range.max_bytes - range.min_bytes + 3);
    return problem;
}

/// Every choice there is, tried: the smallest loss within `budget`, infinite when there is none.
inline double brute_force(const Problem& problem, std::uint64_t budget) {
    double best = std::numeric_limits<double>::infinity();
    std::vector<std::size_t> choice(problem.items.size(), 0);
    while (true) {
        std::uint64_t bytes = 0;
        double loss = 0;
        for (std::size_t i = 0; i < choice.size(); ++i) {
            bytes += problem.items[i].levels[choice[i]].bytes;
            loss += problem.items[i].levels[choice[i]].loss;
        }
        if (bytes <= budget && loss < best) {
            best = loss;
        }
        std::size_t i = 0;
        while (i < choice.size() && ++choice[i] == problem.items[i].levels.size()) {
            choice[i++] = 0;
        }
        if (i == choice.size()) {
            return best;
        }
    }
}

}  // namespace bitlathe::test
