// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/label_places.h"

#include <QFontMetrics>
#include <algorithm>
#include <numeric>

namespace bitlathe {
namespace {

constexpr int kBeside = 8;  ///< from the middle of a point to its text
constexpr int kPoint = 4;   ///< half the size of a point

/// Top left corners worth trying, best first.
std::vector<QPoint> corners(QPoint at, QSize size) {
    const int middle = at.y() - size.height() / 2;
    const int centre = at.x() - size.width() / 2;
    return {{at.x() + kPoint + 1, at.y() - kPoint / 2 - size.height()},
            {at.x() + kBeside, middle},
            {centre, at.y() - kBeside - size.height() + 2},
            {at.x() - kBeside - size.width(), middle},
            {centre, at.y() + kBeside - 2}};
}

}  // namespace

std::vector<std::optional<QRect>> place_labels(const std::vector<LabelWish>& wishes,
                                               const QRect& bounds, std::vector<QRect> obstacles) {
    std::vector<QRect> taken = std::move(obstacles);
    for (const LabelWish& wish : wishes) {
        taken.emplace_back(wish.point.toPoint() - QPoint(kPoint, kPoint),
                           QSize(2 * kPoint, 2 * kPoint));
    }
    std::vector<std::size_t> order(wishes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(),
                          [&](std::size_t i) { return wishes[i].first; });
    std::vector<std::optional<QRect>> places(wishes.size());
    for (const std::size_t i : order) {
        if (wishes[i].text.isEmpty()) continue;
        const QFontMetrics metrics(wishes[i].font);
        const QSize size(metrics.horizontalAdvance(wishes[i].text) + 1, metrics.height());
        for (const QPoint& corner : corners(wishes[i].point.toPoint(), size)) {
            const QRect rect(corner, size);
            const bool covers = std::any_of(taken.begin(), taken.end(),
                                            [&](const QRect& r) { return r.intersects(rect); });
            if (covers || !bounds.contains(rect)) continue;
            places[i] = rect;
            taken.push_back(rect);
            break;
        }
    }
    return places;
}

}  // namespace bitlathe
