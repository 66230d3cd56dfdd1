// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace bitlathe {

/// The viridis colour map (S. van der Walt, N. Smith; CC0): dark violet at 0, yellow at 1, even
/// steps for the eye and for the colour-blind. Values outside [0, 1] are clamped, NaN is 0.
[[nodiscard]] QRgb viridis(double value);

}  // namespace bitlathe
