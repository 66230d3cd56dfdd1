// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <array>

namespace bitlathe {

/// Colour maps that the colour-blind can read: viridis and cividis for magnitudes, RdBu for values
/// of two signs.
enum class ColourMap { kViridis, kCividis, kRdBu };
inline constexpr std::array kColourMaps = {ColourMap::kViridis, ColourMap::kCividis,
                                           ColourMap::kRdBu};

/// The colour at 0..1; values outside are clamped, NaN is 0. Cividis: J. Nuñez, C. Anderton,
/// R. Renslow, PLoS ONE 13(7), 2018 (CC0), dark blue to yellow. RdBu: C. Brewer, colorbrewer2.org
/// (Apache-2.0), eleven classes, red at 0, white in the middle, blue at 1.
[[nodiscard]] QRgb map_colour(ColourMap map, double position);

/// For weights that are no numbers: in none of the maps.
[[nodiscard]] QRgb nonfinite_colour();

}  // namespace bitlathe
