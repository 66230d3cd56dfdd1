// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/paint_gesture.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace bitlathe {

PaintGesture::PaintGesture(int bar, QPoint press, std::vector<Member> group)
    : first_bar_(bar), last_bar_(bar), press_(press), at_(press), group_(std::move(group)) {}

int PaintGesture::row(const BitsGeometry& geometry) const {
    return geometry.grid().bars[static_cast<std::size_t>(first_bar_)].row;
}

std::optional<double> PaintGesture::wanted(int bar) const {
    const auto at =
        std::lower_bound(wanted_.begin(), wanted_.end(), bar,
                         [](const Member& member, int other) { return member.bar < other; });
    return at == wanted_.end() || at->bar != bar ? std::nullopt : std::optional(at->bits);
}

bool PaintGesture::want(int bar, double bits) {
    const auto at =
        std::lower_bound(wanted_.begin(), wanted_.end(), bar,
                         [](const Member& member, int other) { return member.bar < other; });
    if (at == wanted_.end() || at->bar != bar) {
        wanted_.insert(at, {bar, bits});
        return true;
    }
    return std::exchange(at->bits, bits) != bits;
}

bool PaintGesture::move_group(double step) {
    // The list of the group is made once and only its bits change.
    bool changed = wanted_.empty();
    if (changed) wanted_ = group_;
    for (std::size_t i = 0; i < group_.size(); ++i) {
        const double bits = std::max(0.0, group_[i].bits + step);
        changed = std::exchange(wanted_[i].bits, bits) != bits || changed;
    }
    return changed;
}

bool PaintGesture::move(const BitsGeometry& geometry, QPoint to) {
    if (!started_) {
        started_ = std::abs(to.y() - press_.y()) >= kThreshold ||
                   std::abs(to.x() - press_.x()) >= kThreshold;
        if (!started_) return false;
    }
    const int own_row = row(geometry);
    if (!group_.empty()) {
        return move_group(geometry.bits_at(own_row, to.y()) -
                          geometry.bits_at(own_row, press_.y()));
    }
    bool changed = false;
    const std::vector<int> passed = geometry.bars_between(own_row, at_.x(), to.x());
    for (const int bar : passed) {
        // A fast pointer jumps over bars; each gets the height the straight line has there.
        const QRect slot = geometry.slot_rect(bar);
        const int left = std::min(slot.left(), slot.right());
        const int x = std::clamp(to.x(), left, slot.right());
        const int dx = to.x() - at_.x();
        const int y = dx == 0 ? to.y() : at_.y() + (to.y() - at_.y()) * (x - at_.x()) / dx;
        changed = want(bar, geometry.bits_at(own_row, y)) || changed;
        last_bar_ = bar;
    }
    if (passed.empty()) changed = want(last_bar_, geometry.bits_at(own_row, to.y())) || changed;
    at_ = to;
    return changed;
}

}  // namespace bitlathe
