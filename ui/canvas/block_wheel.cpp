// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/block_wheel.h"

#include <cmath>

namespace bitlathe {
namespace {

constexpr double kNotch = 120;  ///< Qt's units per notch of a wheel
constexpr double kPerNotch = 1.25;
constexpr double kFine = 1.05;
constexpr double kFast = 2.0;
constexpr double kPanShare = 0.1;  ///< of the view, per notch

}  // namespace

void turn_wheel(BlockAxis& axis, const BlockScale& scale, QWheelEvent& event) {
    event.accept();
    const Qt::KeyboardModifiers keys = event.modifiers();
    const QPoint turn = event.angleDelta();
    // Some platforms turn a wheel sideways while Shift is held; that is no wish to pan.
    const bool sideways =
        std::abs(turn.x()) > std::abs(turn.y()) && !keys.testFlag(Qt::ShiftModifier);
    if (sideways) {
        axis.pan(-turn.x() / kNotch * kPanShare * axis.view().count);
        return;
    }
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / kNotch;
    const double base = keys.testFlag(Qt::ControlModifier) ? kFine
                        : keys.testFlag(Qt::ShiftModifier) ? kFast
                                                           : kPerNotch;
    axis.zoom(std::pow(base, notches), scale.position(static_cast<int>(event.position().x())));
}

void pan_pixels(BlockAxis& axis, int pixels, int width) {
    if (width > 0) axis.pan(-static_cast<double>(pixels) / width * axis.view().count);
}

}  // namespace bitlathe
