// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <map>
#include <span>
#include <vector>

#include "ui/canvas/bar_list.h"
#include "ui/canvas/bits_geometry.h"

namespace bitlathe {

/// One drag on the canvas: it stays in the row it began in and sets every bar that the pointer
/// passes to the bits under the pointer there, like a pencil. When it begins on a bar of a larger
/// selection, the whole selection follows the pointer's height instead. A value; pure.
class PaintGesture {
public:
    /// `group`: bars that move together when the press was on one of them, else empty.
    PaintGesture(int bar, QPoint press, std::vector<int> group);

    /// Whether the pointer has left the place of the press far enough to mean a drag.
    [[nodiscard]] bool started() const { return started_; }
    /// Takes the pointer to `to`. True when it changed what wanted() says.
    bool move(const BitsGeometry& geometry, QPoint to);
    /// Bars passed so far with the bits that were asked for.
    [[nodiscard]] const std::map<int, double>& wanted() const { return wanted_; }
    [[nodiscard]] int row(const BitsGeometry& geometry) const;
    [[nodiscard]] int last_bar() const { return last_bar_; }

private:
    static constexpr int kThreshold = 3;  ///< pixels; a click trembles less
    int first_bar_;
    int last_bar_;
    QPoint press_, at_;
    std::vector<int> group_;
    std::map<int, double> wanted_;
    bool started_ = false;
};

}  // namespace bitlathe
