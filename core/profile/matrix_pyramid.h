// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/profile/matrix_grid.h"
#include "core/profile/matrix_statistics.h"

namespace bitlathe {

/// A matrix at falling resolutions, each cell the peak of what it covers. Holds at most about 5.6
/// million cells (22 MB), whatever the size of the matrix; finer pictures are read again from the
/// source, window by window. Immutable, thread-safe.
class MatrixPyramid {
public:
    /// One pass over the weights. `order`: places to rows and columns of the tensor. Statistics are
    /// collected when asked for. Reports weights. The same result for any thread count. Errors:
    /// kCancelled, kRefused (no memory).
    static Result<MatrixPyramid> build(const MatrixSource& source, const MatrixOrder& order,
                                       const WorkContext& context,
                                       MatrixStatistics* statistics = nullptr);

    [[nodiscard]] std::uint64_t rows() const { return levels_.front().region.rows; }
    [[nodiscard]] std::uint64_t cols() const { return levels_.front().region.cols; }
    /// Finest first; all cover the whole matrix.
    [[nodiscard]] std::span<const MatrixGrid> levels() const { return levels_; }
    /// Memory of all levels.
    [[nodiscard]] std::uint64_t bytes() const;
    /// The coarsest level whose cells are no larger than `rows_per_pixel` x `cols_per_pixel`
    /// weights, or the finest one.
    [[nodiscard]] const MatrixGrid& level_for(double rows_per_pixel, double cols_per_pixel) const;

private:
    explicit MatrixPyramid(std::vector<MatrixGrid> levels) : levels_(std::move(levels)) {}
    std::vector<MatrixGrid> levels_;
};

/// Largest number of cells of the finest level.
inline constexpr std::uint64_t kPyramidCells = 1 << 22;
/// Weights that may be read for one window, and cells that may be kept of it.
inline constexpr std::uint64_t kWindowWeights = 1 << 25;
inline constexpr std::uint64_t kWindowCells = 1 << 23;

/// The pool of the finest level for a matrix: powers of two, chosen so that the level is about as
/// wide in cells as a window is in pixels.
[[nodiscard]] PoolSize pyramid_pool(std::uint64_t rows, std::uint64_t cols);

/// A window of a matrix that is worth reading: the visible region with a margin, and a pool that
/// gives at least a cell per pixel where that fits kWindowCells.
struct MatrixWindow {
    MatrixRegion region;
    PoolSize pool;
};
/// The window for what is visible at so many weights per pixel; nothing where the pyramid is as
/// fine as the pixels, or more than kWindowWeights would have to be read. `whole_rows`: a window
/// costs all of its rows, as the columns are in another order or a format has scales per row.
[[nodiscard]] std::optional<MatrixWindow> window_for(const MatrixPyramid& pyramid,
                                                     const MatrixRegion& visible,
                                                     double rows_per_pixel, double cols_per_pixel,
                                                     bool whole_rows);

}  // namespace bitlathe
