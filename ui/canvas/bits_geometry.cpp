// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bits_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bitlathe {
namespace {

/// `index` of `count` equal parts of `length` pixels, without a sum of rounding errors.
int part(int index, int count, int length) {
    return count <= 0 ? 0 : static_cast<int>(static_cast<long long>(index) * length / count);
}

}  // namespace

BitsGeometry::BitsGeometry(BitsGrid grid, QSize size, BlockView view) : grid_(std::move(grid)) {
    const int width = std::max(0, size.width() - kLabelWidth - kRightMargin);
    const int height = std::max(0, size.height() - kTopMargin - kAxisHeight);
    plot_ = QRect(kLabelWidth, kTopMargin, width, height);
    scale_ = BlockScale({grid_.columns, grid_.left, grid_.right}, plot_.left(), width, view);
    row_gap_ = grid_.rows > 0
                   ? std::max(height / grid_.rows / 4, std::min(6, height / grid_.rows / 2))
                   : 0;
    bars_of_cell_.resize(static_cast<std::size_t>(grid_.rows) *
                         static_cast<std::size_t>(grid_.columns));
    for (int bar = 0; bar < bar_count(); ++bar) {
        const BitsCell& cell = grid_.bars[static_cast<std::size_t>(bar)];
        bars_of_cell_[static_cast<std::size_t>(cell.row * grid_.columns + cell.column)].push_back(
            bar);
    }
}

QRect BitsGeometry::row_rect(int row) const {
    const int top = plot_.top() + part(row, grid_.rows, plot_.height());
    const int bottom = plot_.top() + part(row + 1, grid_.rows, plot_.height());
    return {plot_.left(), top + row_gap_, plot_.width(), std::max(1, bottom - top - row_gap_)};
}

QRect BitsGeometry::label_rect(int row) const {
    const QRect band = row_rect(row);
    return {10, band.top(), kLabelWidth - 16, band.height()};
}

bool BitsGeometry::is_thin(int bar) const {
    const BitsCell& cell = grid_.bars[static_cast<std::size_t>(bar)];
    return scale_.pitch() < 2.0 * cell.slot_count;
}

int BitsGeometry::slot_left(const BitsCell& cell, std::pair<int, int> span) {
    return span.first + part(cell.slot, cell.slot_count, span.second);
}

QRect BitsGeometry::slot_rect(int bar) const {
    const BitsCell& cell = grid_.bars[static_cast<std::size_t>(bar)];
    const auto [x, width] = scale_.span(cell.column);
    const QRect row = row_rect(cell.row);
    const int first = part(cell.slot, cell.slot_count, width);
    const int last = part(cell.slot + 1, cell.slot_count, width);
    // Neighbours in one column stay apart by a pixel as long as there is room.
    const int apart = cell.slot + 1 < cell.slot_count && last - first > 3 ? 1 : 0;
    return {x + first, row.top(), std::max(1, last - first - apart), row.height()};
}

int BitsGeometry::y_of(int row, double bits) const {
    const QRect band = row_rect(row);
    const double share = std::clamp(bits, 0.0, kAxisBits) / kAxisBits;
    return band.top() + band.height() - static_cast<int>(std::lround(share * band.height()));
}

QRect BitsGeometry::bar_rect(int bar, double bits) const {
    QRect rect = slot_rect(bar);
    const int bottom = rect.bottom();
    int top = y_of(grid_.bars[static_cast<std::size_t>(bar)].row, bits);
    if (bits > 0) top = std::min(top, bottom);
    rect.setTop(top);
    return rect;
}

double BitsGeometry::bits_at(int row, int y) const {
    const QRect band = row_rect(row);
    const double share = static_cast<double>(band.top() + band.height() - y) / band.height();
    return std::clamp(share, 0.0, 1.0) * kAxisBits;
}

std::optional<int> BitsGeometry::row_at(int y) const {
    if (grid_.rows <= 0 || plot_.height() <= 0 || y < plot_.top() || y > plot_.bottom()) {
        return std::nullopt;
    }
    const int row = std::clamp((y - plot_.top()) * grid_.rows / plot_.height(), 0, grid_.rows - 1);
    // Integer rows may begin a pixel beside the quotient.
    for (const int candidate : {row, row - 1, row + 1}) {
        if (candidate < 0 || candidate >= grid_.rows) continue;
        const QRect band = row_rect(candidate);
        if (y >= band.top() && y <= band.bottom()) return candidate;
    }
    return std::nullopt;
}

std::optional<int> BitsGeometry::bar_at(QPoint point) const {
    const auto row = row_at(point.y());
    const auto column = scale_.column_at(point.x());
    if (!row || !column) return std::nullopt;
    const auto& bars = bars_of_cell_[static_cast<std::size_t>(*row * grid_.columns + *column)];
    for (auto bar = bars.rbegin(); bar != bars.rend(); ++bar) {
        const QRect slot = slot_rect(*bar);
        if (point.x() >= slot.left() && point.x() <= slot.right()) return *bar;
    }
    return std::nullopt;
}

std::vector<int> BitsGeometry::bars_between(int row, int x0, int x1) const {
    std::vector<int> touched;
    const QRect line(std::min(x0, x1), row_rect(row).top(), std::abs(x1 - x0) + 1, 1);
    for (const int bar : bars_in(line)) {
        const QRect slot = slot_rect(bar);
        if (grid_.bars[static_cast<std::size_t>(bar)].row == row && slot.right() >= line.left() &&
            slot.left() <= line.right()) {
            touched.push_back(bar);
        }
    }
    if (x1 < x0) std::reverse(touched.begin(), touched.end());
    return touched;
}

std::vector<int> BitsGeometry::bars_in(const QRect& rect) const {
    std::vector<int> result;
    if (grid_.columns <= 0 || grid_.rows <= 0) return result;
    const int first = std::max(0, static_cast<int>(scale_.position(rect.left())));
    for (int row = 0; row < grid_.rows; ++row) {
        const QRect band = row_rect(row);
        if (band.bottom() < rect.top() || band.top() > rect.bottom()) continue;
        for (int column = first; column < grid_.columns && scale_.edge(column) <= rect.right();
             ++column) {
            const auto& bars =
                bars_of_cell_[static_cast<std::size_t>(row * grid_.columns + column)];
            result.insert(result.end(), bars.begin(), bars.end());
        }
    }
    return result;
}

}  // namespace bitlathe
