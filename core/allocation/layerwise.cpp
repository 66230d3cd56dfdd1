// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/allocation/problem.h"
#include "core/base/checked.h"

namespace bitlathe {
namespace {

/// The level of an item that stands for `format`: itself, else the nearest in size (of two equally
/// near ones the larger). Within one item bytes are proportional to bits per weight.
std::size_t level_for(const Item& item, FormatId format) {
    const double wanted = format_info(format).bits_per_weight;
    std::size_t best = 0;
    double best_distance = std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < item.levels.size(); ++k) {
        const Level& level = item.levels[k];
        if (level.format == format) {
            return k;
        }
        const double distance = std::abs(format_info(level.format).bits_per_weight - wanted);
        if (distance < best_distance ||
            (distance == best_distance && level.bytes > item.levels[best].bytes)) {
            best = k;
            best_distance = distance;
        }
    }
    return best;
}

/// Everything at the high format, and the blocks by rank with their items.
struct Layers {
    std::vector<std::size_t> low, high;             ///< item -> level
    std::vector<std::vector<std::size_t>> by_rank;  ///< rank -> items of that block
    [[nodiscard]] std::uint64_t saving(const Problem& problem, std::size_t item) const {
        return problem.items[item].levels[high[item]].bytes -
               problem.items[item].levels[low[item]].bytes;
    }
};

Result<Layers> make_layers(const Problem& problem, const LayerwiseRequest& request) {
    Layers layers;
    layers.by_rank.resize(request.ranking.size());
    std::set<std::uint32_t> seen(request.ranking.begin(), request.ranking.end());
    if (seen.size() != request.ranking.size()) {
        return fail(ErrorCode::kUsage, "the ranking of the blocks names one of them twice");
    }
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
        const Item& item = problem.items[i];
        if (item.levels.empty()) {
            return fail(ErrorCode::kImpossible, fmt::format("item {} has no format to choose", i));
        }
        layers.high.push_back(level_for(item, request.high));
        layers.low.push_back(level_for(item, request.low));
        if (item.levels[layers.low.back()].bytes > item.levels[layers.high.back()].bytes) {
            return fail(ErrorCode::kUsage,
                        fmt::format("the low format {} takes more bytes than the high format {}",
                                    format_info(request.low).name, format_info(request.high).name));
        }
        if (item.block) {
            const auto place =
                std::find(request.ranking.begin(), request.ranking.end(), *item.block);
            if (place != request.ranking.end()) {
                layers.by_rank[static_cast<std::size_t>(place - request.ranking.begin())].push_back(
                    i);
            }
        }
    }
    return layers;
}

Solution with_levels(const Problem& problem, std::vector<std::size_t> choice) {
    Solution solution;
    for (std::size_t i = 0; i < choice.size(); ++i) {
        solution.bytes += problem.items[i].levels[choice[i]].bytes;
        solution.loss += problem.items[i].levels[choice[i]].loss;
    }
    solution.choice = std::move(choice);
    return solution;
}

Status check_sizes(const Problem& problem) {
    std::uint64_t sum = 0;
    for (const Item& item : problem.items) {
        std::uint64_t largest = 0;
        for (const Level& level : item.levels) {
            largest = std::max(largest, level.bytes);
        }
        const auto next = checked_add(sum, largest);
        if (!next) {
            return fail(ErrorCode::kImpossible, "the sizes of all items exceed 64 bits");
        }
        sum = *next;
    }
    return {};
}

Result<Solution> by_share(const Problem& problem, const Layers& layers, double share) {
    if (!(share >= 0 && share <= 1)) {
        return fail(ErrorCode::kUsage,
                    fmt::format("the share of low blocks is {}, not a number from 0 to 1", share));
    }
    const auto blocks = layers.by_rank.size();
    const auto low_blocks =
        static_cast<std::size_t>(std::lround(share * static_cast<double>(blocks)));
    auto choice = layers.high;
    for (std::size_t rank = blocks - low_blocks; rank < blocks; ++rank) {
        for (const std::size_t item : layers.by_rank[rank]) {
            choice[item] = layers.low[item];
        }
    }
    return with_levels(problem, std::move(choice));
}

Result<Solution> by_budget(const Problem& problem, const Layers& layers) {
    auto choice = layers.high;
    std::uint64_t bytes = with_levels(problem, choice).bytes;
    std::size_t rank = layers.by_rank.size();
    while (bytes > problem.budget_bytes && rank > 0) {
        --rank;
        for (const std::size_t item : layers.by_rank[rank]) {
            bytes -= layers.saving(problem, item);
            choice[item] = layers.low[item];
        }
    }
    if (bytes > problem.budget_bytes) {
        return fail(ErrorCode::kImpossible,
                    fmt::format("with every block at the low format {} bytes remain, the budget is "
                                "{} bytes",
                                bytes, problem.budget_bytes),
                    {}, {}, "raise the budget, or choose a smaller low format");
    }
    if (rank < layers.by_rank.size()) {
        for (const std::size_t item : layers.by_rank[rank]) {
            const std::uint64_t more = layers.saving(problem, item);
            if (more <= problem.budget_bytes - bytes) {
                bytes += more;
                choice[item] = layers.high[item];
            }
        }
    }
    return with_levels(problem, std::move(choice));
}

}  // namespace

std::vector<std::uint32_t> rank_blocks(const std::vector<double>& score_of_block) {
    std::vector<std::uint32_t> ranking(score_of_block.size());
    std::iota(ranking.begin(), ranking.end(), 0U);
    std::stable_sort(ranking.begin(), ranking.end(), [&](std::uint32_t a, std::uint32_t b) {
        const double first = score_of_block[a];
        const double second = score_of_block[b];
        if (std::isnan(first) || std::isnan(second)) {
            return !std::isnan(first) && std::isnan(second);
        }
        return first < second;
    });
    return ranking;
}

Result<Solution> solve_layerwise(const Problem& problem, const LayerwiseRequest& request) {
    BITLATHE_TRY(check_sizes(problem));
    BITLATHE_ASSIGN(const Layers layers, make_layers(problem, request));
    if (request.share_low) {
        return by_share(problem, layers, *request.share_low);
    }
    return by_budget(problem, layers);
}

}  // namespace bitlathe
