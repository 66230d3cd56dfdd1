// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <vector>

namespace bitlathe {

/// A frame that is being drawn around bars, and the bars that were selected before and stay so.
struct RubberBand {
    QPoint from, to;
    std::vector<int> kept;
    /// With both corners in it.
    [[nodiscard]] QRect rect() const {
        return {QPoint(qMin(from.x(), to.x()), qMin(from.y(), to.y())),
                QPoint(qMax(from.x(), to.x()), qMax(from.y(), to.y()))};
    }
};

}  // namespace bitlathe
