// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/depth_canvas.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// The strips over depth as they are on screen. Data: one row per block that is in sight, one
/// column per strip with the pooled value, unrounded; unknown ones are empty.
[[nodiscard]] Figure depth_figure(DepthCanvas& canvas);

}  // namespace bitlathe
