// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/profile/matrix_source.h"

namespace bitlathe {

/// A float32 as an integer that grows with its magnitude: the larger of two keys is the larger in
/// magnitude, infinities and NaN are larger than every number, and of x and -x the negative one is
/// larger. Pooling is then a maximum of integers that loses neither an outlier of either sign nor a
/// weight that is no number.
using PeakKey = std::int32_t;

/// Key of +0, smaller than all others.
inline constexpr PeakKey kLowestPeak = std::numeric_limits<PeakKey>::min();
[[nodiscard]] constexpr PeakKey peak_key(float value) {
    return std::bit_cast<PeakKey>(std::rotl(std::bit_cast<std::uint32_t>(value), 1) ^ 0x80000000U);
}
[[nodiscard]] constexpr float peak_value(PeakKey key) {
    return std::bit_cast<float>(std::rotr(std::bit_cast<std::uint32_t>(key) ^ 0x80000000U, 1));
}

/// A rectangle of weights, in the order in which they are shown.
struct MatrixRegion {
    std::uint64_t row = 0, col = 0;
    std::uint64_t rows = 0, cols = 0;
    bool operator==(const MatrixRegion&) const = default;
};

/// Which row and column of the tensor stands at each place; empty: as stored.
struct MatrixOrder {
    std::vector<std::uint32_t> rows, cols;
    [[nodiscard]] std::uint64_t row(std::uint64_t place) const {
        return rows.empty() ? place : rows[place];
    }
    [[nodiscard]] std::uint64_t col(std::uint64_t place) const {
        return cols.empty() ? place : cols[place];
    }
    bool operator==(const MatrixOrder&) const = default;
};

/// Weights on either side of a pooled cell.
struct PoolSize {
    std::uint64_t rows = 1, cols = 1;
    bool operator==(const PoolSize&) const = default;
};

/// Peaks of the cells that cover a region, row-major. The region begins at multiples of the pool;
/// the last cells of a row or column may cover less.
struct MatrixGrid {
    MatrixRegion region;
    PoolSize pool;
    std::vector<PeakKey> peaks;
    [[nodiscard]] std::uint64_t rows() const { return (region.rows + pool.rows - 1) / pool.rows; }
    [[nodiscard]] std::uint64_t cols() const { return (region.cols + pool.cols - 1) / pool.cols; }
    /// Peak of the cell over the weight at (row, col), which must lie in the region.
    [[nodiscard]] PeakKey peak_at(std::uint64_t row, std::uint64_t col) const {
        return peaks[(row - region.row) / pool.rows * cols() + (col - region.col) / pool.cols];
    }
};

/// Sees every weight that is read: `values` are columns [first_col, ...) of a row of the tensor, as
/// stored. Calls for the same `strip` come one after another, in a fixed order.
using MatrixVisitor = std::function<void(std::size_t strip, std::uint64_t row,
                                         std::uint64_t first_col, std::span<const float> values)>;

/// How pool_matrix() cuts its work; strips are what a visitor keeps sums by.
struct MatrixStrips {
    std::uint64_t cell_rows = 1;  ///< rows of cells in a strip
    std::size_t count = 0;
};
/// At most `most` strips (0: as many as keep all cores busy), the same for any number of threads.
[[nodiscard]] MatrixStrips matrix_strips(const MatrixRegion& region, const PoolSize& pool,
                                         std::size_t most);

/// Reads a region and pools it, on as many threads as the context allows; reports weights. The same
/// result for any thread count. Errors: kCancelled, kRefused (no memory).
[[nodiscard]] Result<MatrixGrid> pool_matrix(const MatrixSource& source, const MatrixOrder& order,
                                             const MatrixRegion& region, const PoolSize& pool,
                                             const WorkContext& context, const MatrixStrips& strips,
                                             const MatrixVisitor& visitor = {});

/// Pools cells again, `factor` of them into one.
[[nodiscard]] MatrixGrid coarser(const MatrixGrid& grid, const PoolSize& factor);

}  // namespace bitlathe
