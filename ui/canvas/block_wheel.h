// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/canvas/block_scale.h"
#include "ui/models/block_axis.h"

namespace bitlathe {

/// What the wheel does on every canvas over blocks: see read_wheel(). Accepts the event.
void turn_wheel(BlockAxis& axis, const BlockScale& scale, QWheelEvent& event);
/// The same where the pointer is over the column position `at`.
void turn_wheel(BlockAxis& axis, double at, QWheelEvent& event);

/// The two buttons at the side of a mouse walk through the views that were looked at. False:
/// another button.
bool turn_back(BlockAxis& axis, const QMouseEvent& event);

/// Pans by pixels.
void pan_pixels(BlockAxis& axis, int pixels, int width);

/// Keys that look around on every canvas over blocks: + and - zoom at the middle, Page Up and Page
/// Down pan by half of the view (Shift: all of it), Home shows everything. False: another key.
bool look_key(BlockAxis& axis, const QKeyEvent& event);

}  // namespace bitlathe
