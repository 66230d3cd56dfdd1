// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWheelEvent>

#include "ui/canvas/block_scale.h"
#include "ui/models/block_axis.h"

namespace bitlathe {

/// What the wheel does on every canvas over blocks: it zooms at the pointer, Ctrl finer, Shift
/// faster; a sideways movement pans. Accepts the event.
void turn_wheel(BlockAxis& axis, const BlockScale& scale, QWheelEvent& event);

/// Pans by pixels.
void pan_pixels(BlockAxis& axis, int pixels, int width);

}  // namespace bitlathe
