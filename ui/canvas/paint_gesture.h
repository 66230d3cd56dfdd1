// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <optional>
#include <vector>

#include "ui/canvas/bar_list.h"
#include "ui/canvas/bits_geometry.h"

namespace bitlathe {

/// One drag on the canvas: it stays in the row it began in and sets every bar that the pointer
/// passes to the bits under the pointer there, like a pencil. When it begins on a bar of a larger
/// selection, every bar of it goes up or down by as many bits as the pointer does instead, so that
/// what was apart stays apart. A value; pure.
class PaintGesture {
public:
    /// A bar with bits: those it starts from, or those that are asked for.
    struct Member {
        int bar = 0;
        double bits = 0;
    };
    /// `group`: bars that move together when the press was on one of them, else empty; by rising
    /// bar.
    PaintGesture(int bar, QPoint press, std::vector<Member> group);

    /// Whether the pointer has left the place of the press far enough to mean a drag.
    [[nodiscard]] bool started() const { return started_; }
    /// Takes the pointer to `to`. True when it changed what wanted() says.
    bool move(const BitsGeometry& geometry, QPoint to);
    /// Bars passed so far with the bits that were asked for, by rising bar.
    [[nodiscard]] const std::vector<Member>& wanted() const { return wanted_; }
    /// What was asked for a bar; nothing when it was not passed.
    [[nodiscard]] std::optional<double> wanted(int bar) const;
    [[nodiscard]] int row(const BitsGeometry& geometry) const;
    [[nodiscard]] int first_bar() const { return first_bar_; }
    [[nodiscard]] int last_bar() const { return last_bar_; }

private:
    bool want(int bar, double bits);
    bool move_group(double step);
    static constexpr int kThreshold = 3;  ///< pixels; a click trembles less
    int first_bar_;
    int last_bar_;
    QPoint press_, at_;
    std::vector<Member> group_;
    std::vector<Member> wanted_;
    bool started_ = false;
};

}  // namespace bitlathe
