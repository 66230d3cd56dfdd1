// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_pyramid.h"

#include <bit>
#include <cmath>
#include <new>
#include <utility>

namespace bitlathe {
namespace {

/// Width by height of the windows that pictures are looked at in.
constexpr double kAspect = 1.6;
/// Levels end where a whole matrix is a small picture.
constexpr std::uint64_t kSmallest = 1 << 15;
/// Share of the visible extent that a window reaches further on every side.
constexpr std::uint64_t kMarginDivisor = 8;

std::uint64_t cells(std::uint64_t extent, std::uint64_t pool) {
    return (extent + pool - 1) / pool;
}

/// Doubles the pool where there are more cells for the shape of a window.
PoolSize doubled(std::uint64_t rows, std::uint64_t cols, PoolSize pool) {
    const double high = static_cast<double>(cells(rows, pool.rows)) * kAspect;
    const auto wide = static_cast<double>(cells(cols, pool.cols));
    ++(high > wide ? pool.rows : pool.cols);
    return {std::bit_ceil(pool.rows), std::bit_ceil(pool.cols)};
}

/// The largest power of two that is not above `weights`, at least 1.
std::uint64_t pool_within(double weights) {
    return weights < 2 ? 1 : std::bit_floor(static_cast<std::uint64_t>(weights));
}

/// [first, first + count) with a margin, from a multiple of `step` to one or to the end.
std::pair<std::uint64_t, std::uint64_t> widened(std::uint64_t first, std::uint64_t count,
                                                std::uint64_t extent, std::uint64_t step) {
    const std::uint64_t margin = count / kMarginDivisor;
    const std::uint64_t begin = (first > margin ? first - margin : 0) / step * step;
    const std::uint64_t wanted = std::min(extent, first + count + margin);
    const std::uint64_t end = std::min(extent, cells(wanted, step) * step);
    return {begin, end - begin};
}

}  // namespace

PoolSize pyramid_pool(std::uint64_t rows, std::uint64_t cols) {
    PoolSize pool;
    while (cells(rows, pool.rows) * cells(cols, pool.cols) > kPyramidCells) {
        pool = doubled(rows, cols, pool);
    }
    return pool;
}

Result<MatrixPyramid> MatrixPyramid::build(const MatrixSource& source, const MatrixOrder& order,
                                           const WorkContext& context,
                                           MatrixStatistics* statistics) try {
    const std::uint64_t rows = source.rows();
    const std::uint64_t cols = source.cols();
    const MatrixRegion all{0, 0, rows, cols};
    const PoolSize pool = pyramid_pool(rows, cols);
    const std::size_t most =
        statistics == nullptr ? 0 : MatrixStatisticsCollector::most_strips(cols);
    const MatrixStrips strips = matrix_strips(all, pool, most);
    std::optional<MatrixStatisticsCollector> collector;
    MatrixVisitor visitor;
    if (statistics != nullptr) {
        collector.emplace(rows, cols, strips.count);
        visitor = [&collector](std::size_t strip, std::uint64_t row, std::uint64_t first,
                               std::span<const float> values) {
            collector->add(strip, row, first, values);
        };
    }
    std::vector<MatrixGrid> levels;
    BITLATHE_ASSIGN(MatrixGrid finest,
                    pool_matrix(source, order, all, pool, context, strips, visitor));
    levels.push_back(std::move(finest));
    while (levels.back().peaks.size() > kSmallest) {
        const MatrixGrid& last = levels.back();
        const PoolSize next = doubled(rows, cols, doubled(rows, cols, last.pool));
        levels.push_back(coarser(last, {next.rows / last.pool.rows, next.cols / last.pool.cols}));
    }
    if (collector) *statistics = collector->result();
    return MatrixPyramid(std::move(levels));
} catch (const std::bad_alloc&) {
    return fail(ErrorCode::kRefused, "not enough memory for the picture");
}

std::uint64_t MatrixPyramid::bytes() const {
    std::uint64_t bytes = 0;
    for (const MatrixGrid& level : levels_)
        bytes += level.peaks.size() * sizeof(level.peaks.front());
    return bytes;
}

const MatrixGrid& MatrixPyramid::level_for(double rows_per_pixel, double cols_per_pixel) const {
    for (auto level = levels_.rbegin(); level != levels_.rend(); ++level) {
        if (static_cast<double>(level->pool.rows) <= rows_per_pixel &&
            static_cast<double>(level->pool.cols) <= cols_per_pixel) {
            return *level;
        }
    }
    return levels_.front();
}

std::optional<MatrixWindow> window_for(const MatrixPyramid& pyramid, const MatrixRegion& visible,
                                       double rows_per_pixel, double cols_per_pixel,
                                       bool whole_rows) {
    const PoolSize finest = pyramid.levels().front().pool;
    PoolSize pool{std::min(finest.rows, pool_within(rows_per_pixel)),
                  std::min(finest.cols, pool_within(cols_per_pixel))};
    if (pool == finest) return std::nullopt;
    MatrixWindow window;
    for (;;) {
        const auto [row, rows] = widened(visible.row, visible.rows, pyramid.rows(), pool.rows);
        const auto [col, cols] = widened(visible.col, visible.cols, pyramid.cols(), pool.cols);
        window = {{row, col, rows, cols}, pool};
        if (cells(rows, pool.rows) * cells(cols, pool.cols) <= kWindowCells) break;
        pool = doubled(rows, cols, pool);
    }
    const std::uint64_t read = whole_rows ? pyramid.cols() : window.region.cols;
    if (window.region.rows * read > kWindowWeights) return std::nullopt;
    return window;
}

}  // namespace bitlathe
