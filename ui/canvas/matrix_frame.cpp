// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/matrix_frame.h"

#include <QRect>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <span>

#include "core/base/parallel.h"

namespace bitlathe {
namespace {

/// A movement this near to whole pixels is one: it comes out of sums of fractions.
constexpr double kWhole = 1e-4;
/// From this size on it pays to wake other threads.
constexpr int kManyPixels = 400'000;
constexpr int kBands = 8;

/// A third of `line` over `cell`.
QRgb mixed(QRgb cell, QRgb line) {
    const auto channel = [](int from, int to) { return from + (to - from) / 3; };
    return qRgb(channel(qRed(cell), qRed(line)), channel(qGreen(cell), qGreen(line)),
                channel(qBlue(cell), qBlue(line)));
}

/// The part of rising numbers that lies in [first, last].
std::span<const int> part_of(const std::vector<int>& numbers, int first, int last) {
    const auto begin = std::lower_bound(numbers.begin(), numbers.end(), first);
    return {begin, std::upper_bound(begin, numbers.end(), last)};
}

}  // namespace

void MatrixFrame::render(const MatrixViewport& viewport,
                         const std::vector<const MatrixGrid*>& layers, const MatrixColours& colours,
                         const MatrixLines& lines) {
    const QSize size(viewport.width, viewport.height);
    const bool comparable = image_.size() == size && !layers_.empty() && layers_ == layers;
    if (image_.size() != size) image_ = QImage(size, QImage::Format_RGB32);
    last_ = viewport_;
    viewport_ = viewport;
    layers_ = layers;
    painted_ = 0;
    if (!comparable || !scroll()) {
        paint(QRect(QPoint(), size), colours, lines);
        return;
    }
    const int dx = moved_.x();
    const int dy = moved_.y();
    const int width = size.width();
    const int height = size.height();
    // What came into sight above or below, then at the sides of the rest.
    if (dy != 0) paint({0, dy > 0 ? 0 : height + dy, width, std::abs(dy)}, colours, lines);
    if (dx != 0) {
        paint({dx > 0 ? 0 : width + dx, std::max(0, dy), std::abs(dx), height - std::abs(dy)},
              colours, lines);
    }
}

bool MatrixFrame::scroll() {
    if (last_.rows_per_pixel != viewport_.rows_per_pixel ||
        last_.cols_per_pixel != viewport_.cols_per_pixel) {
        return false;
    }
    const double right = (last_.col - viewport_.col) / viewport_.cols_per_pixel;
    const double down = (last_.row - viewport_.row) / viewport_.rows_per_pixel;
    const double dx = std::round(right);
    const double dy = std::round(down);
    const bool whole = std::abs(right - dx) < kWhole && std::abs(down - dy) < kWhole;
    if (!whole || std::abs(dx) >= image_.width() || std::abs(dy) >= image_.height()) return false;
    moved_ = QPoint(static_cast<int>(dx), static_cast<int>(dy));
    if (moved_.isNull()) return true;
    const int kept_rows = image_.height() - std::abs(moved_.y());
    const auto kept = static_cast<std::size_t>(image_.width() - std::abs(moved_.x())) * 4;
    const int from_x = std::max(0, -moved_.x()) * 4;
    const int to_x = std::max(0, moved_.x()) * 4;
    for (int i = 0; i < kept_rows; ++i) {
        // Rows that move down are taken from the bottom up, so that none is overwritten before.
        const int to = moved_.y() > 0 ? image_.height() - 1 - i : i;
        std::memmove(image_.scanLine(to) + to_x, image_.scanLine(to - moved_.y()) + from_x, kept);
    }
    return true;
}

void MatrixFrame::paint(const QRect& area, const MatrixColours& colours, const MatrixLines& lines) {
    if (area.isEmpty()) return;
    MatrixViewport part = viewport_;
    part.row += area.y() * part.rows_per_pixel;
    part.col += area.x() * part.cols_per_pixel;
    part.width = area.width();
    part.height = area.height();
    const auto stride = static_cast<std::size_t>(image_.bytesPerLine()) / sizeof(std::uint32_t);
    auto* pixels = reinterpret_cast<std::uint32_t*>(image_.bits()) +
                   static_cast<std::size_t>(area.y()) * stride + area.x();
    // Zooming paints all pixels anew: every core takes a part of them.
    const int bands = area.width() * area.height() >= kManyPixels ? kBands : 1;
    const auto first_of = [&](int band) { return area.height() * band / bands; };
    parallel_for(static_cast<std::size_t>(bands), bands > 1 ? 0 : 1, [&](std::size_t index) {
        const int first = first_of(static_cast<int>(index));
        MatrixViewport band = part;
        band.row += first * part.rows_per_pixel;
        band.height = first_of(static_cast<int>(index) + 1) - first;
        for (const MatrixGrid* layer : layers_) {
            paint_matrix(*layer, band, colours, pixels + static_cast<std::size_t>(first) * stride,
                         stride);
        }
    });
    draw(lines, area);
    painted_ +=
        static_cast<std::uint64_t>(area.width()) * static_cast<std::uint64_t>(area.height());
}

void MatrixFrame::draw(const MatrixLines& lines, const QRect& area) {
    const std::span<const int> rows = part_of(lines.rows, area.top(), area.bottom());
    const std::span<const int> cols = part_of(lines.cols, area.left(), area.right());
    if (rows.empty() && cols.empty()) return;
    auto next = rows.begin();
    // Line by line of the image, as its memory lies.
    for (int y = area.top(); y <= area.bottom(); ++y) {
        auto* pixels = reinterpret_cast<QRgb*>(image_.scanLine(y));
        if (next != rows.end() && *next == y) {
            ++next;
            for (int x = area.left(); x <= area.right(); ++x)
                pixels[x] = mixed(pixels[x], lines.colour);
            continue;
        }
        for (const int x : cols)
            pixels[x] = mixed(pixels[x], lines.colour);
    }
}

}  // namespace bitlathe
