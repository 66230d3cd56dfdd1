// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include "ui/theme/theme.h"

namespace bitlathe {

/// The viridis colour map (S. van der Walt, N. Smith; CC0): dark violet at 0, yellow at 1, even
/// steps for the eye and for the colour-blind. Values outside [0, 1] are clamped, NaN is 0.
[[nodiscard]] QRgb viridis(double value);

/// The colour of a place on the error scale in a theme. The darkest tenth of the map would sink
/// into a dark panel and is left out there.
[[nodiscard]] QColor error_colour(const ThemeTokens& tokens, double position);

}  // namespace bitlathe
