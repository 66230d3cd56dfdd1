// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPointF>
#include <QRect>
#include <QString>
#include <optional>
#include <vector>

namespace bitlathe {

/// A point of a plot that would like its name beside it.
struct LabelWish {
    QPointF point;  ///< pixels
    QString text;
    QFont font;
    bool first = false;  ///< is placed before the others
};

/// A place for every name beside its point, first of all above right, where it covers no point, no
/// other name and none of `obstacles`, and stays within `bounds`; nothing where there is no such
/// place. A wish without text only keeps its point free.
[[nodiscard]] std::vector<std::optional<QRect>> place_labels(const std::vector<LabelWish>& wishes,
                                                             const QRect& bounds,
                                                             std::vector<QRect> obstacles = {});

}  // namespace bitlathe
