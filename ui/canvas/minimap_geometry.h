// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

#include "ui/models/block_view.h"

namespace bitlathe {

/// Where things are on a strip that shows all columns of the block axis evenly, and the part in
/// sight as a handle. A pure value; pixels are whole and logical.
class MinimapGeometry {
public:
    static constexpr int kEdge = 4;            ///< pixels on both sides of an edge that grab it
    static constexpr int kSmallestHandle = 8;  ///< it can always be seen and taken

    enum class Part { kNothing, kLeftEdge, kHandle, kRightEdge, kOutside };

    MinimapGeometry() = default;
    MinimapGeometry(int columns, int x, int width, BlockView view);

    [[nodiscard]] int left() const { return x_; }
    [[nodiscard]] int width() const { return width_; }
    /// First pixel of the handle and the one after its last.
    [[nodiscard]] std::pair<int, int> handle() const;
    [[nodiscard]] Part part_at(int x) const;
    /// Column position under a pixel, 0 .. columns.
    [[nodiscard]] double column_at(int x) const;
    /// Columns that share the pixel, [first, last): at least one.
    [[nodiscard]] std::pair<int, int> columns_at(int x) const;
    /// Columns per pixel.
    [[nodiscard]] double scale() const;

    /// The view after the part that was taken at pixel `from` was moved to pixel `to`. An edge
    /// never passes the other one.
    [[nodiscard]] BlockView dragged(Part part, int from, int to) const;
    /// The view of the same width with its middle at a pixel.
    [[nodiscard]] BlockView centred(int x) const;

private:
    int columns_ = 0, x_ = 0, width_ = 0;
    BlockView view_;
};

}  // namespace bitlathe
