// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/block_wheel.h"

#include "ui/canvas/wheel.h"

namespace bitlathe {
namespace {

constexpr double kPanShare = 0.1;  ///< of the view, per notch

}  // namespace

void turn_wheel(BlockAxis& axis, const BlockScale& scale, QWheelEvent& event) {
    turn_wheel(axis, scale.position(static_cast<int>(event.position().x())), event);
}

void turn_wheel(BlockAxis& axis, double at, QWheelEvent& event) {
    event.accept();
    const WheelTurn turn =
        read_wheel(event, axis.wheel_scrolls() ? WheelMode::kScroll : WheelMode::kZoom);
    if (turn.zoom != 1) {
        axis.zoom(turn.zoom, at);
        return;
    }
    // There is one axis to go along, whichever way the wheel turns.
    const double notches = turn.scroll.x() != 0 ? turn.scroll.x() : turn.scroll.y();
    if (notches != 0) axis.pan(notches * kPanShare * axis.view().count);
}

bool turn_back(BlockAxis& axis, const QMouseEvent& event) {
    if (event.button() == Qt::BackButton) {
        axis.back();
    } else if (event.button() == Qt::ForwardButton) {
        axis.forward();
    } else {
        return false;
    }
    return true;
}

void pan_pixels(BlockAxis& axis, int pixels, int width) {
    if (width > 0) axis.pan(-static_cast<double>(pixels) / width * axis.view().count);
}

bool look_key(BlockAxis& axis, const QKeyEvent& event) {
    const double middle = axis.view().first + axis.view().count / 2;
    switch (event.key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:  // Plus needs Shift on many keyboards: Shift cannot mean faster here
            axis.zoom(zoom_step(event.modifiers() & ~Qt::ShiftModifier), middle);
            return true;
        case Qt::Key_Minus:
            axis.zoom(1 / zoom_step(event.modifiers() & ~Qt::ShiftModifier), middle);
            return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            const double share = event.modifiers().testFlag(Qt::ShiftModifier) ? 1 : 0.5;
            axis.pan((event.key() == Qt::Key_PageUp ? -share : share) * axis.view().count);
            return true;
        }
        case Qt::Key_Home:
            axis.fit();
            return true;
        default:
            return false;
    }
}

}  // namespace bitlathe
