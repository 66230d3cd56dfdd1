// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ui/models/block_view.h"

namespace bitlathe {

/// Columns to whole pixels along x and back, the same for every canvas over blocks. A pure value.
/// Columns outside the view have pixels outside [x, x + width).
class BlockScale {
public:
    static constexpr int kGroupGap = 10;  ///< pixels between blocks and the columns beside them

    BlockScale() = default;
    BlockScale(BlockColumns columns, int x, int width, BlockView view = {});

    [[nodiscard]] const BlockColumns& columns() const { return columns_; }
    /// Pixels from one column to the next, 0 without columns.
    [[nodiscard]] double pitch() const {
        return columns_.count > 0 ? static_cast<double>(length_) / columns_.count : 0.0;
    }
    [[nodiscard]] int edge(int column) const;                  ///< x where a column begins
    [[nodiscard]] std::pair<int, int> span(int column) const;  ///< first x, width of its bars
    [[nodiscard]] int centre(int column) const;
    /// The column whose bars stand at `x`; gaps belong to none.
    [[nodiscard]] std::optional<int> column_at(int x) const;
    /// Where `x` is among the columns, 0 .. count, gaps included with the column before them.
    [[nodiscard]] double position(int x) const;
    [[nodiscard]] bool is_block(int column) const {
        return column >= columns_.left && column < columns_.count - columns_.right;
    }
    /// Columns that are at least partly on screen: [first, last).
    [[nodiscard]] std::pair<int, int> visible() const;
    /// Visible columns whose labels fit side by side when each is `label_width` pixels wide: all
    /// that are no block, and blocks in steps of 1, 2, 4, 5, 10, 20, 40, 50 ... from the first.
    [[nodiscard]] std::vector<int> labelled(int label_width) const;

private:
    [[nodiscard]] int gap_before(int column) const;
    BlockColumns columns_;
    int x_ = 0;
    int width_ = 0;
    int length_ = 0;  ///< pixels of all columns, without gaps between groups
    int offset_ = 0;  ///< pixels of them, gaps included, that are left of x
    int bar_gap_ = 0;
};

}  // namespace bitlathe
