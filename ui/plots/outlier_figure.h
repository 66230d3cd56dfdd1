// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/outlier_strip.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// The heat strips of outlying channels as they are on screen. Data: one row per block in sight,
/// one column per kind of place, largest over median of its channels, unrounded.
[[nodiscard]] Figure outlier_figure(OutlierStrip& strip);

}  // namespace bitlathe
