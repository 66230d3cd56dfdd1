// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/matrix_picture.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace bitlathe {
namespace {

/// Cells [begin, end) that one pixel shows.
struct Span {
    std::uint32_t begin = 0, end = 0;
};

/// The pixels of one axis that lie inside the grid, and their cells.
struct Axis {
    int first = 0;
    std::vector<Span> spans;
    std::uint32_t most = 1;  ///< cells in a pixel
};

/// One axis of viewport and grid, in weights.
struct Line {
    double origin, step;  ///< of the pixels
    int pixels;
    double begin, end;  ///< of the region
    double pool;
    std::uint64_t cells;
};

/// Edges of pixels come out of sums of fractions; what is this much of a pixel beside the edge of
/// the region is on it.
constexpr double kSlack = 1e-3;
/// The same between cells.
constexpr double kNudge = 1e-6;

Axis axis_of(const Line& line) {
    Axis axis;
    const double slack = kSlack * line.step;
    const auto last = static_cast<double>(line.cells);
    const auto cell_at = [&line](double place) {
        return std::floor((place + kNudge * line.step - line.begin) / line.pool);
    };
    for (int pixel = 0; pixel < line.pixels; ++pixel) {
        const double from = line.origin + pixel * line.step;
        const double to = line.origin + (pixel + 1) * line.step;
        if (from < line.begin - slack || to > line.end + slack) {
            if (axis.spans.empty()) ++axis.first;
            continue;
        }
        const double begin = std::clamp(cell_at(from), 0.0, last - 1);
        // The last cell may cover less than the others.
        const double reached = to >= line.end - slack ? last : cell_at(to);
        const double end = std::clamp(reached, begin + 1, last);
        axis.spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        axis.most = std::max(axis.most, axis.spans.back().end - axis.spans.back().begin);
    }
    return axis;
}

Axis rows_of(const MatrixGrid& grid, const MatrixViewport& view) {
    return axis_of({view.row, view.rows_per_pixel, view.height,
                    static_cast<double>(grid.region.row),
                    static_cast<double>(grid.region.row + grid.region.rows),
                    static_cast<double>(grid.pool.rows), grid.rows()});
}

Axis cols_of(const MatrixGrid& grid, const MatrixViewport& view) {
    return axis_of({view.col, view.cols_per_pixel, view.width, static_cast<double>(grid.region.col),
                    static_cast<double>(grid.region.col + grid.region.cols),
                    static_cast<double>(grid.pool.cols), grid.cols()});
}

/// Peaks of rows [span.begin, span.end) over cells [first, first + out.size()).
const PeakKey* peaks_of_rows(const MatrixGrid& grid, Span rows, std::size_t first,
                             std::vector<PeakKey>& out) {
    const PeakKey* row = grid.peaks.data() + rows.begin * grid.cols() + first;
    if (rows.end == rows.begin + 1) return row;
    std::copy_n(row, out.size(), out.begin());
    for (std::uint32_t r = rows.begin + 1; r < rows.end; ++r) {
        row += grid.cols();
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = std::max(out[i], row[i]);
        }
    }
    return out.data();
}

/// Paints a row of pixels from the peaks of its cells, `peaks` being that of cell `first`.
class RowPainter {
public:
    RowPainter(const Axis& cols, const MatrixColours& colours)
        : spans_(cols.spans),
          first_(cols.spans.front().begin),
          most_(cols.most),
          colours_(colours),
          of_cell_(cols.spans.back().end - first_) {}

    void paint(const PeakKey* peaks, std::uint32_t* out) {
        if (most_ == 1) {
            paint_cells(peaks, out);
        } else if (most_ <= 3) {
            paint_few(peaks, out);
        } else {
            paint_many(peaks, out);
        }
    }

private:
    /// Cells as large as pixels or larger: there are fewer colours to find than pixels.
    void paint_cells(const PeakKey* peaks, std::uint32_t* out) {
        for (std::size_t i = 0; i < of_cell_.size(); ++i) {
            of_cell_[i] = colours_.of(peaks[i]);
        }
        for (std::size_t x = 0; x < spans_.size(); ++x) {
            out[x] = of_cell_[spans_[x].begin - first_];
        }
    }
    /// Up to three cells a pixel, the usual case, without a branch.
    void paint_few(const PeakKey* peaks, std::uint32_t* out) const {
        for (std::size_t x = 0; x < spans_.size(); ++x) {
            const std::uint32_t begin = spans_[x].begin - first_;
            const std::uint32_t last = spans_[x].end - first_ - 1;
            const std::uint32_t middle = (begin + last + 1) / 2;
            out[x] = colours_.of(std::max(std::max(peaks[begin], peaks[middle]), peaks[last]));
        }
    }
    void paint_many(const PeakKey* peaks, std::uint32_t* out) const {
        for (std::size_t x = 0; x < spans_.size(); ++x) {
            out[x] = colours_.of(*std::max_element(peaks + (spans_[x].begin - first_),
                                                   peaks + (spans_[x].end - first_)));
        }
    }

    std::span<const Span> spans_;
    std::uint32_t first_, most_;
    const MatrixColours& colours_;
    std::vector<std::uint32_t> of_cell_;
};

}  // namespace

void paint_matrix(const MatrixGrid& grid, const MatrixViewport& viewport,
                  const MatrixColours& colours, std::uint32_t* pixels, std::size_t stride) {
    const Axis rows = rows_of(grid, viewport);
    const Axis cols = cols_of(grid, viewport);
    if (rows.spans.empty() || cols.spans.empty()) return;
    const std::size_t first = cols.spans.front().begin;
    std::vector<PeakKey> merged(cols.spans.back().end - first);
    RowPainter painter(cols, colours);
    std::uint32_t* out = pixels + static_cast<std::size_t>(rows.first) * stride + cols.first;
    for (std::size_t y = 0; y < rows.spans.size(); ++y, out += stride) {
        const Span span = rows.spans[y];
        // Cells larger than pixels: the row above is the same.
        if (y > 0 && span.begin == rows.spans[y - 1].begin && span.end == rows.spans[y - 1].end) {
            std::copy_n(out - stride, cols.spans.size(), out);
            continue;
        }
        painter.paint(peaks_of_rows(grid, span, first, merged), out);
    }
}

bool covers(const MatrixGrid& grid, const MatrixViewport& viewport) {
    return rows_of(grid, viewport).spans.size() == static_cast<std::size_t>(viewport.height) &&
           cols_of(grid, viewport).spans.size() == static_cast<std::size_t>(viewport.width);
}

}  // namespace bitlathe
