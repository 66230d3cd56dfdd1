// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <functional>

#include "ui/jobs/matrix_feed.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// Words of the headings of a map in a file.
struct MapHeadings {
    QString rows;  ///< what rows are, over their names
    std::function<QString(std::uint64_t)> row, column;
};

/// Beyond so many cells a file holds the peaks of several cells each.
inline constexpr std::uint64_t kMostDataCells = std::uint64_t{1} << 20;

/// The values of a part of a map, one row of the file a row, unrounded; cells without a number stay
/// empty. A part of more than `most` cells is told by its peaks, as it is drawn when it is far
/// away, and headings name the first and the last row or column of each ("40 – 43").
[[nodiscard]] FigureData map_data(const MatrixPicture& picture, const MatrixRegion& part,
                                  const MapHeadings& headings, std::uint64_t most = kMostDataCells);

}  // namespace bitlathe
