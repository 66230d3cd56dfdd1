// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ui/canvas/bar_look.h"
#include "ui/canvas/bits_geometry.h"

namespace bitlathe {

/// All bars of one row that stand on the same pixel. A value.
struct PixelColumn {
    int row = 0;
    int x = 0;
    double bits = 0;             ///< mean over their weights
    double low = 0, high = 0;    ///< least and most bits of a tensor
    std::optional<double> tone;  ///< the largest; unknown when one of them is
    bool copied = true;          ///< all are
    bool locked = true;          ///< all are
    bool selected = false;       ///< one is
    /// Mean bits in another plan, where it has one of them in another format.
    std::optional<double> other;
};

/// What is gathered, by bar.
struct ThinBars {
    std::span<const BarLook> looks;
    std::span<const std::uint8_t> selected;
    /// Bits in another plan, of the bars that it has in another format; empty without one.
    std::span<const std::optional<double>> others = {};
};

/// Bars that are too thin for pixels of their own, gathered by row and pixel, left to right. Pixels
/// outside the plot are left out.
[[nodiscard]] std::vector<PixelColumn> pixel_columns(const BitsGeometry& geometry,
                                                     std::span<const int> bars,
                                                     const ThinBars& thin);

}  // namespace bitlathe
