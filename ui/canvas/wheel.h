// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QWheelEvent>
#include <cstdint>

namespace bitlathe {

/// What the wheel does without Ctrl: zoom at the pointer, or scroll.
enum class WheelMode : std::uint8_t { kZoom, kScroll };

/// What a turn of the wheel asks for.
struct WheelTurn {
    double zoom = 1;  ///< > 1: closer; 1: no zoom
    QPointF scroll;   ///< notches to the right and down
};

/// The one rule of the wheel, the same on every canvas. Zooming: at the pointer, Ctrl finer, Shift
/// faster; a sideways wheel scrolls. Scrolling: up and down, sideways with Shift; Ctrl zooms, with
/// Shift faster.
[[nodiscard]] WheelTurn read_wheel(const QWheelEvent& event, WheelMode mode);

/// How much closer a key for zooming brings: the same steps as the wheel.
[[nodiscard]] double zoom_step(Qt::KeyboardModifiers keys);

}  // namespace bitlathe
