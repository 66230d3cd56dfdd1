// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/paint_gesture.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace bitlathe {

PaintGesture::PaintGesture(int bar, QPoint press, std::vector<Member> group)
    : first_bar_(bar), last_bar_(bar), press_(press), at_(press), group_(std::move(group)) {}

int PaintGesture::row(const BitsGeometry& geometry) const {
    return geometry.grid().bars[static_cast<std::size_t>(first_bar_)].row;
}

bool PaintGesture::move(const BitsGeometry& geometry, QPoint to) {
    if (!started_) {
        started_ = std::abs(to.y() - press_.y()) >= kThreshold ||
                   std::abs(to.x() - press_.x()) >= kThreshold;
        if (!started_) return false;
    }
    const std::map<int, double> before = wanted_;
    const int own_row = row(geometry);
    if (!group_.empty()) {
        const double step =
            geometry.bits_at(own_row, to.y()) - geometry.bits_at(own_row, press_.y());
        for (const Member& member : group_)
            wanted_[member.bar] = std::max(0.0, member.bits + step);
        return wanted_ != before;
    }
    const std::vector<int> passed = geometry.bars_between(own_row, at_.x(), to.x());
    for (const int bar : passed) {
        // A fast pointer jumps over bars; each gets the height the straight line has there.
        const QRect slot = geometry.slot_rect(bar);
        const int left = std::min(slot.left(), slot.right());
        const int x = std::clamp(to.x(), left, slot.right());
        const int dx = to.x() - at_.x();
        const int y = dx == 0 ? to.y() : at_.y() + (to.y() - at_.y()) * (x - at_.x()) / dx;
        wanted_[bar] = geometry.bits_at(own_row, y);
        last_bar_ = bar;
    }
    if (passed.empty()) wanted_[last_bar_] = geometry.bits_at(own_row, to.y());
    at_ = to;
    return wanted_ != before;
}

}  // namespace bitlathe
