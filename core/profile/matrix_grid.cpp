// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_grid.h"

#include <new>
#include <numeric>
#include <utility>

#include "core/base/pieces.h"

namespace bitlathe {
namespace {

/// Weights of a chunk: values and peaks stay in the second-level cache.
constexpr std::uint64_t kChunk = 65536;
/// Weights between two looks at the context.
constexpr std::uint64_t kStripWeights = 1 << 18;

void raise(std::span<PeakKey> peaks, std::span<const float> values) {
    for (std::size_t i = 0; i < peaks.size(); ++i) {
        peaks[i] = std::max(peaks[i], peak_key(values[i]));
    }
}

/// peaks[k] = the largest of `pool` keys of `row`, for all k.
void pool_row(std::span<const PeakKey> row, std::uint64_t pool, PeakKey* peaks) {
    for (std::size_t first = 0; first < row.size(); first += pool) {
        const std::size_t end = std::min<std::size_t>(row.size(), first + pool);
        PeakKey peak = row[first];
        for (std::size_t i = first + 1; i < end; ++i) {
            peak = std::max(peak, row[i]);
        }
        *peaks++ = peak;
    }
}

/// One thread's part of pool_matrix().
class Pooling {
public:
    Pooling(const MatrixSource& source, const MatrixOrder& order, const MatrixVisitor& visitor,
            MatrixGrid& grid)
        : source_(source), order_(order), visitor_(visitor), grid_(grid) {
        const std::uint64_t step = std::lcm(source.granularity(), grid.pool.cols);
        // Columns in another order come from all over the row.
        chunk_ = order.cols.empty() ? std::max(step, kChunk / step * step) : grid.region.cols;
    }

    void pool_cell_row(std::size_t strip, std::uint64_t cell_row) {
        const MatrixRegion& region = grid_.region;
        for (std::uint64_t col = 0; col < region.cols; col += chunk_) {
            const std::uint64_t count = std::min(chunk_, region.cols - col);
            keys_.assign(count, kLowestPeak);
            const std::uint64_t first = cell_row * grid_.pool.rows;
            const std::uint64_t end = std::min(region.rows, first + grid_.pool.rows);
            for (std::uint64_t row = first; row < end; ++row) {
                add_row(strip, order_.row(region.row + row), region.col + col, count);
            }
            pool_row(keys_, grid_.pool.cols,
                     grid_.peaks.data() + cell_row * grid_.cols() + col / grid_.pool.cols);
        }
    }

private:
    void add_row(std::size_t strip, std::uint64_t row, std::uint64_t first, std::uint64_t count) {
        if (order_.cols.empty()) {
            values_.resize(count);
            source_.read(row, first, count, values_.data(), scratch_);
            if (visitor_) visitor_(strip, row, first, values_);
            raise(keys_, values_);
            return;
        }
        whole_.resize(source_.cols());
        source_.read(row, 0, whole_.size(), whole_.data(), scratch_);
        if (visitor_) visitor_(strip, row, 0, whole_);
        values_.resize(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            values_[i] = whole_[order_.cols[first + i]];
        }
        raise(keys_, values_);
    }

    const MatrixSource& source_;
    const MatrixOrder& order_;
    const MatrixVisitor& visitor_;
    MatrixGrid& grid_;
    std::uint64_t chunk_;
    MatrixSource::Scratch scratch_;
    std::vector<float> values_, whole_;
    std::vector<PeakKey> keys_;
};

}  // namespace

MatrixStrips matrix_strips(const MatrixRegion& region, const PoolSize& pool, std::size_t most) {
    const std::uint64_t cell_rows = (region.rows + pool.rows - 1) / pool.rows;
    const std::uint64_t weights = std::max<std::uint64_t>(1, pool.rows * region.cols);
    MatrixStrips strips;
    strips.cell_rows = std::max<std::uint64_t>(1, kStripWeights / weights);
    if (most > 0) {
        strips.cell_rows = std::max(strips.cell_rows, (cell_rows + most - 1) / most);
    }
    strips.count = Pieces(cell_rows, strips.cell_rows).count();
    return strips;
}

Result<MatrixGrid> pool_matrix(const MatrixSource& source, const MatrixOrder& order,
                               const MatrixRegion& region, const PoolSize& pool,
                               const WorkContext& context, const MatrixStrips& strips,
                               const MatrixVisitor& visitor) {
    MatrixGrid grid{region, pool, {}};
    try {
        grid.peaks.resize(grid.rows() * grid.cols());
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::kRefused, "not enough memory for the picture");
    }
    ProgressCounter progress(context, "matrix", region.rows * region.cols);
    std::vector<Pooling> workers(workers_for(strips.count, context),
                                 Pooling(source, order, visitor, grid));
    const Pieces pieces(grid.rows(), strips.cell_rows);
    const std::uint64_t weights = pool.rows * region.cols;
    const auto pool_strip = [&](unsigned worker, std::size_t strip) -> Status {
        const Piece cells = pieces.at(strip);
        std::uint64_t unreported = 0;
        for (std::uint64_t i = 0; i < cells.count; ++i) {
            workers[worker].pool_cell_row(strip, cells.first + i);
            unreported += weights;
            if (unreported < kStripWeights && i + 1 < cells.count) continue;
            progress.add(std::exchange(unreported, 0));
            BITLATHE_TRY(context.check());
        }
        return {};
    };
    BITLATHE_TRY(for_each_piece(strips.count, context, pool_strip));
    BITLATHE_TRY(source.view().check());
    return grid;
}

MatrixGrid coarser(const MatrixGrid& grid, const PoolSize& factor) {
    MatrixGrid result{
        grid.region, {grid.pool.rows * factor.rows, grid.pool.cols * factor.cols}, {}};
    result.peaks.assign(result.rows() * result.cols(), kLowestPeak);
    std::vector<PeakKey> row(grid.cols());
    for (std::uint64_t r = 0; r < result.rows(); ++r) {
        std::fill(row.begin(), row.end(), kLowestPeak);
        const std::uint64_t end = std::min(grid.rows(), (r + 1) * factor.rows);
        for (std::uint64_t from = r * factor.rows; from < end; ++from) {
            const PeakKey* cells = grid.peaks.data() + from * grid.cols();
            for (std::size_t i = 0; i < row.size(); ++i) {
                row[i] = std::max(row[i], cells[i]);
            }
        }
        pool_row(row, factor.cols, result.peaks.data() + r * result.cols());
    }
    return result;
}

}  // namespace bitlathe
