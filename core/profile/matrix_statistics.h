// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/profile/matrix_grid.h"

namespace bitlathe {

/// What colours and orders of a matrix are chosen by. Weights that are no finite number are counted
/// and left out of all the rest.
struct MatrixStatistics {
    std::uint64_t weights = 0;
    std::uint64_t nonfinite = 0;
    float max_abs = 0;
    /// Sums of squares; empty where a matrix has more rows (columns) than anybody sorts.
    std::vector<double> row_squares, col_squares;
    /// How many finite weights have a magnitude in each bin: sign-less float32, upper 15 bits, so
    /// that a bin is 1/128 of its lower edge wide.
    std::vector<std::uint64_t> bins;

    /// The smallest magnitude that at least `share` (0..1) of the finite weights do not exceed;
    /// at most 1/128 above the exact one. 1 gives max_abs exactly; magnitudes below 1e-40 count
    /// as 0, and so does a matrix without finite weights.
    [[nodiscard]] float magnitude_below(double share) const;
    /// The same among weights that are not zero.
    [[nodiscard]] float nonzero_magnitude_below(double share) const;
};

/// Rows and columns beyond this number keep their order.
inline constexpr std::uint64_t kMostSortable = 1 << 22;

/// Places by falling sum of squares; equal ones keep their order. Empty when there are no sums.
[[nodiscard]] std::vector<std::uint32_t> order_by_norm(std::span<const double> squares);

/// Collects statistics while a matrix is read, strip by strip, so that sums do not depend on
/// threads.
class MatrixStatisticsCollector {
public:
    MatrixStatisticsCollector(std::uint64_t rows, std::uint64_t cols, std::size_t strips);
    /// As MatrixVisitor.
    void add(std::size_t strip, std::uint64_t row, std::uint64_t first_col,
             std::span<const float> values);
    [[nodiscard]] MatrixStatistics result() const;

    /// Strips that keep the sums of columns small.
    [[nodiscard]] static std::size_t most_strips(std::uint64_t cols);

private:
    struct Strip {
        std::uint64_t nonfinite = 0;
        std::uint32_t largest = 0;  ///< magnitude of a finite weight, as bits
        std::vector<std::uint64_t> bins;
        std::vector<double> col_squares;
    };
    std::uint64_t rows_, cols_;
    std::vector<double> row_squares_;
    std::vector<Strip> strips_;
};

}  // namespace bitlathe
