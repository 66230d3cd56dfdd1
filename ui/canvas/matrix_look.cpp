// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_look.h"

namespace bitlathe {

MatrixPalette matrix_palette(ColourMap map, bool magnitudes) {
    MatrixPalette palette;
    palette.nonfinite = nonfinite_colour();
    const bool upper_half = magnitudes && map == ColourMap::kRdBu;
    for (std::size_t i = 0; i < MatrixPalette::kSteps; ++i) {
        const double position = static_cast<double>(i) / (MatrixPalette::kSteps - 1);
        palette.steps[i] = map_colour(map, upper_half ? 0.5 + 0.5 * position : position);
    }
    return palette;
}

}  // namespace bitlathe
