// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
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
using allocation::Step;

/// Slots fine enough for a picture; the points themselves carry true bytes.
constexpr std::size_t kFrontSlots = 65'536;

/// Every point of the relaxation: the corners of the front's convex hull, each an optimum of its
/// size.
std::vector<FrontPoint> hull_points(const Prepared& prepared, const std::vector<Step>& steps) {
    std::vector<FrontPoint> points(steps.size() + 1);
    double loss = 0;
    for (const auto& choices : prepared.items) {
        loss += choices.back().loss;
    }
    // From the large end down: only additions, so that the small losses there keep their digits.
    std::uint64_t bytes = prepared.max_bytes;
    points.back() = {bytes, loss};
    for (std::size_t j = steps.size(); j-- > 0;) {
        bytes -= steps[j].bytes;
        loss += steps[j].gain;
        points[j] = {bytes, loss};
    }
    return points;
}

struct Grid {
    std::uint64_t unit = 0;  ///< bytes; 0: not worth it
    std::size_t slots = 0;
};

Grid choose_grid(const Prepared& prepared) {
    std::uint64_t divisor = 0;
    std::size_t options = 1;
    for (const auto& choices : prepared.items) {
        options += choices.size();
        for (const Choice& choice : choices) {
            divisor = std::gcd(divisor, choice.bytes - choices.front().bytes);
        }
    }
    const std::size_t affordable =
        std::min({kFrontSlots, allocation::kMaxUpdates / options,
                  allocation::kMaxCells / std::max<std::size_t>(prepared.items.size(), 1)});
    const std::uint64_t span = prepared.max_bytes - prepared.min_bytes;
    if (divisor == 0) {
        return {};
    }
    if (span / divisor < affordable) {
        return {divisor, static_cast<std::size_t>(span / divisor) + 1};
    }
    // With fewer slots than items a choice costs less than a unit, and the table would say nothing
    // that the hull does not.
    if (affordable < 2 * prepared.items.size() + 2) {
        return {};
    }
    const std::uint64_t unit = span / (affordable - 1) + 1;
    return {unit, static_cast<std::size_t>(span / unit) + 1};
}

/// Solutions of the table at up to `max_points` sizes, with their true bytes and losses. Costs are
/// rounded to the nearest unit: no budget can be broken here.
Status table_points(const Prepared& prepared, std::size_t max_points, const WorkContext& context,
                    std::vector<FrontPoint>& points) {
    const Grid grid = choose_grid(prepared);
    if (grid.unit == 0) {
        return {};
    }
    KnapsackTable table(grid.slots);
    std::vector<Option> options;
    for (std::size_t i = 0; i < prepared.items.size(); ++i) {
        BITLATHE_TRY(context.check());
        context.report("front", i, prepared.items.size());
        const auto& choices = prepared.items[i];
        options.clear();
        for (const Choice& choice : choices) {
            const std::uint64_t more = choice.bytes - choices.front().bytes;
            options.push_back(
                {static_cast<std::size_t>(more / grid.unit + (more % grid.unit > grid.unit / 2)),
                 choice.loss});
        }
        table.add(options);
    }
    const auto best = table.best();
    const std::size_t stride = std::max<std::size_t>(1, grid.slots / (4 * max_points));
    double last = std::numeric_limits<double>::infinity();
    for (std::size_t slot = 0; slot < grid.slots; slot += stride) {
        if (best[slot] >= last) {
            continue;
        }
        last = best[slot];
        BITLATHE_TRY(context.check());
        const auto chosen = table.choices(slot);
        const allocation::Selection selection(chosen.begin(), chosen.end());
        points.push_back(
            {allocation::bytes_of(prepared, selection), allocation::loss_of(prepared, selection)});
    }
    return {};
}

std::vector<FrontPoint> falling(std::vector<FrontPoint> points) {
    std::sort(points.begin(), points.end(), [](const FrontPoint& a, const FrontPoint& b) {
        return std::tie(a.bytes, a.loss) < std::tie(b.bytes, b.loss);
    });
    std::vector<FrontPoint> front;
    for (const FrontPoint& point : points) {
        if (front.empty() || point.loss < front.back().loss) {
            front.push_back(point);
        }
    }
    return front;
}

/// At most `max_points` of them, both ends included, evenly over the bytes: of every interval the
/// last, which is its best.
std::vector<FrontPoint> thin(const std::vector<FrontPoint>& front, std::size_t max_points) {
    if (front.size() <= max_points) {
        return front;
    }
    std::vector<FrontPoint> kept{front.front()};
    const double first = static_cast<double>(front.front().bytes);
    const double width =
        (static_cast<double>(front.back().bytes) - first) / static_cast<double>(max_points - 1);
    const auto interval = [&](const FrontPoint& point) {
        return static_cast<std::size_t>((static_cast<double>(point.bytes) - first) / width);
    };
    for (std::size_t j = 1; j + 1 < front.size(); ++j) {
        if (interval(front[j]) != interval(front[j + 1]) && kept.size() + 1 < max_points) {
            kept.push_back(front[j]);
        }
    }
    kept.push_back(front.back());
    return kept;
}

}  // namespace

Result<std::vector<FrontPoint>> pareto_front(const Problem& problem, const WorkContext& context,
                                             std::size_t max_points) {
    max_points = std::max<std::size_t>(max_points, 2);
    BITLATHE_ASSIGN(const Prepared prepared, allocation::prepare(problem, true));
    auto points = hull_points(prepared, allocation::hull_steps(prepared));
    BITLATHE_TRY(table_points(prepared, max_points, context, points));
    return thin(falling(std::move(points)), max_points);
}

}  // namespace bitlathe
