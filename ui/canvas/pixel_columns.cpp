// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/pixel_columns.h"

#include <algorithm>

namespace bitlathe {
namespace {

struct Gathered {
    PixelColumn column;
    std::uint64_t bytes = 0, elements = 0;
    double other_bits = 0;  ///< of all weights
    bool any = false;
    bool differs = false;

    void add(const BarLook& look, bool selected, std::optional<double> other) {
        column.low = any ? std::min(column.low, look.low) : look.low;
        column.high = any ? std::max(column.high, look.high) : look.high;
        if (!any) {
            column.tone = look.tone;
        } else if (column.tone) {
            column.tone =
                look.tone ? std::optional(std::max(*column.tone, *look.tone)) : std::nullopt;
        }
        column.copied = column.copied && look.copied;
        column.locked = column.locked && look.locked;
        column.selected = column.selected || selected;
        bytes += look.bytes;
        elements += look.elements;
        other_bits += other.value_or(look.bits) * static_cast<double>(look.elements);
        differs = differs || other;
        any = true;
    }
};

}  // namespace

std::vector<PixelColumn> pixel_columns(const BitsGeometry& geometry, std::span<const int> bars,
                                       const ThinBars& thin) {
    const QRect plot = geometry.plot();
    std::vector<Gathered> pixels(static_cast<std::size_t>(std::max(0, plot.width())) *
                                 static_cast<std::size_t>(geometry.grid().rows));
    std::optional<int> column;  // neighbours stand in the same one
    std::pair<int, int> span;
    for (const int bar : bars) {
        const auto at = static_cast<std::size_t>(bar);
        const BitsCell& cell = geometry.grid().bars[at];
        if (cell.column != column) span = geometry.scale().span(cell.column);
        column = cell.column;
        const int x = BitsGeometry::slot_left(cell, span);
        if (x < plot.left() || x > plot.right()) continue;
        const int row = cell.row;
        Gathered& pixel = pixels[static_cast<std::size_t>(row * plot.width() + x - plot.left())];
        pixel.column.row = row;
        pixel.column.x = x;
        pixel.add(thin.looks[at], thin.selected[at] != 0,
                  thin.others.empty() ? std::nullopt : thin.others[at]);
    }
    std::vector<PixelColumn> columns;
    for (Gathered& pixel : pixels) {
        if (!pixel.any) continue;
        const auto weights = static_cast<double>(std::max<std::uint64_t>(1, pixel.elements));
        pixel.column.bits = static_cast<double>(pixel.bytes) * 8 / weights;
        if (pixel.differs) pixel.column.other = pixel.other_bits / weights;
        columns.push_back(pixel.column);
    }
    return columns;
}

}  // namespace bitlathe
