// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/wheel.h"

#include <cmath>

namespace bitlathe {
namespace {

constexpr double kNotch = 120;  ///< Qt's units per notch of a wheel
constexpr double kPerNotch = 1.25;
constexpr double kFine = 1.05;
constexpr double kFast = 2.0;

}  // namespace

double zoom_step(Qt::KeyboardModifiers keys) {
    return keys.testFlag(Qt::ControlModifier) ? kFine
           : keys.testFlag(Qt::ShiftModifier) ? kFast
                                              : kPerNotch;
}

WheelTurn read_wheel(const QWheelEvent& event, WheelMode mode) {
    const QPoint turn = event.angleDelta();
    const Qt::KeyboardModifiers keys = event.modifiers();
    // Some platforms turn a wheel sideways while Shift or Alt is held; that is no wish to scroll.
    const bool held = keys.testFlag(Qt::ShiftModifier) || keys.testFlag(Qt::AltModifier);
    const bool sideways = std::abs(turn.x()) > std::abs(turn.y()) && !held;
    const double notches = (turn.y() != 0 ? turn.y() : turn.x()) / kNotch;
    if (mode == WheelMode::kZoom) {
        if (sideways) return {1, {-turn.x() / kNotch, 0}};
        return {std::pow(zoom_step(keys), notches), {}};
    }
    if (keys.testFlag(Qt::ControlModifier)) {
        const auto rest = keys & Qt::ShiftModifier;  // Ctrl says that it zooms, not how fine
        return {std::pow(zoom_step(rest), notches), {}};
    }
    if (keys.testFlag(Qt::ShiftModifier)) return {1, {-notches, 0}};
    return {1, {-turn.x() / kNotch, -turn.y() / kNotch}};
}

}  // namespace bitlathe
