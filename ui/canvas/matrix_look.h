// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <cstdint>
#include <vector>

#include "core/profile/matrix_picture.h"
#include "ui/theme/colour_maps.h"

namespace bitlathe {

/// How a matrix is coloured.
struct MatrixLook {
    bool magnitudes = false;
    bool logarithmic = false;
    double clip = 0.999;  ///< share of the weights that keep to the colours, 0..1
    ColourMap map = ColourMap::kRdBu;
    QString unit;  ///< what the numbers are: "weight", "Q4_K − weight"
    /// What rows and columns are; empty: those of a matrix.
    QString rows = {}, cols = {};
    /// Numbers on the axis across, one a column, where they are others than 0, 1, 2 ...
    std::vector<std::uint32_t> col_numbers = {};
    /// What cells without a number are; empty: weights that are not finite.
    QString unknown = {};
    bool operator==(const MatrixLook&) const = default;
};

/// The colours of a map for signed values or for magnitudes, which take the upper half of RdBu.
[[nodiscard]] MatrixPalette matrix_palette(ColourMap map, bool magnitudes);

}  // namespace bitlathe
