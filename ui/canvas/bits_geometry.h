// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>
#include <optional>
#include <utility>
#include <vector>

#include "ui/canvas/block_scale.h"

namespace bitlathe {

/// Where one bar stands in the grid of the BITS canvas: bars that share row and column share the
/// column's width in `slot_count` equal parts.
struct BitsCell {
    int row = 0;
    int column = 0;
    int slot = 0;
    int slot_count = 1;
};

/// The grid: `rows` roles over `columns` columns, of which the first `left` and the last `right`
/// ones are not blocks (embedding, head) and stand a little apart.
struct BitsGrid {
    int rows = 0;
    int columns = 0;
    int left = 0;
    int right = 0;
    std::vector<BitsCell> bars;
};

/// Maps bars and bits per weight to whole pixels and back. A pure value: no widget, no paint
/// device. Pixels are logical; everything is an integer so that fillRect needs no anti-aliasing.
/// Points outside the bars map to nothing, bits outside the axis are clamped.
class BitsGeometry {
public:
    /// The axis ends a little above Q8_0; wider formats (BF16, F32) stand at the full height.
    static constexpr double kAxisBits = 9.0;
    static constexpr int kLabelWidth = 86;   ///< role names, at the left
    static constexpr int kAxisHeight = 22;   ///< block numbers, at the bottom
    static constexpr int kRightMargin = 20;  ///< ticks of the bit axis
    static constexpr int kTopMargin = 4;

    BitsGeometry() = default;
    BitsGeometry(BitsGrid grid, QSize size, BlockView view = {});

    [[nodiscard]] const BitsGrid& grid() const { return grid_; }
    /// Columns along x; those outside the view have pixels outside plot().
    [[nodiscard]] const BlockScale& scale() const { return scale_; }
    [[nodiscard]] int bar_count() const { return static_cast<int>(grid_.bars.size()); }
    [[nodiscard]] QRect plot() const { return plot_; }  ///< without labels and axis

    /// Whether a bar has less than 2 pixels of its own and may share them with others.
    [[nodiscard]] bool is_thin(int bar) const;
    /// Where the slot of a bar begins in the span of its column.
    [[nodiscard]] static int slot_left(const BitsCell& cell, std::pair<int, int> span);
    /// The full height a bar could have.
    [[nodiscard]] QRect slot_rect(int bar) const;
    /// What is filled at `bits`; at least one pixel high when bits > 0.
    [[nodiscard]] QRect bar_rect(int bar, double bits) const;
    /// Where the top of a bar of `bits` is in its row.
    [[nodiscard]] int y_of(int row, double bits) const;
    /// The bits a pointer at `y` asks for in that row, 0 .. kAxisBits.
    [[nodiscard]] double bits_at(int row, int y) const;

    [[nodiscard]] std::optional<int> row_at(int y) const;
    [[nodiscard]] std::optional<int> bar_at(QPoint point) const;
    /// Bars of a row that a pointer moving from x0 to x1 touched, in the order of the movement;
    /// gaps between bars belong to none.
    [[nodiscard]] std::vector<int> bars_between(int row, int x0, int x1) const;
    /// Bars whose slots may touch the rectangle.
    [[nodiscard]] std::vector<int> bars_in(const QRect& rect) const;

    [[nodiscard]] QRect row_rect(int row) const;    ///< slots of a row, over the whole plot width
    [[nodiscard]] QRect label_rect(int row) const;  ///< for the role's name

private:
    BitsGrid grid_;
    QRect plot_;
    BlockScale scale_;
    int row_gap_ = 0;
    std::vector<std::vector<int>> bars_of_cell_;  ///< row x column -> bars by slot
};

}  // namespace bitlathe
