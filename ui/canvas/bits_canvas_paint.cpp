// SPDX-License-Identifier: GPL-3.0-or-later
// How the BITS canvas is painted.
#include <QPaintEvent>
#include <QPainter>
#include <utility>

#include "ui/canvas/bits_canvas.h"
#include "ui/canvas/focus_ring.h"
#include "ui/canvas/pixel_columns.h"
#include "ui/theme/text.h"

namespace bitlathe {

QString BitsCanvas::row_bits(int row) const {
    const RowSum& sum = row_sums_[static_cast<std::size_t>(row)];
    return sum.elements == 0
               ? QString()
               : bits_text(static_cast<double>(sum.bytes) * 8 / static_cast<double>(sum.elements));
}

void BitsCanvas::paint_rows(QPainter& painter, const QRect& rect) {
    const BarPainter paint(theme_.tokens(), devicePixelRatioF());
    for (int row = 0; row < geometry_.grid().rows; ++row) {
        const QRect label = geometry_.label_rect(row);
        const QRect band = geometry_.row_rect(row).adjusted(0, -8, BitsGeometry::kRightMargin, 8);
        if (band.intersects(rect)) paint.row(painter, geometry_, row);
        if (label.intersects(rect)) {
            paint.row_label(painter, label, bars_.rows[static_cast<std::size_t>(row)],
                            row_bits(row));
        }
    }
    if (rect.bottom() > geometry_.plot().bottom()) paint.axis(painter, geometry_, bars_.columns);
}

QRect BitsCanvas::plot_area() const {
    // Rings around bars at the edge reach a little out of the plot.
    return geometry_.plot().adjusted(-3, -3, 3, 3);
}

void BitsCanvas::paint_bars(QPainter& painter, const QRegion& region) {
    const BarPainter paint(theme_.tokens(), devicePixelRatioF());
    std::vector<int> bars;
    for (const QRect& rect : region) {
        for (const int bar : geometry_.bars_in(rect.adjusted(-3, -3, 3, 3))) {
            if (std::exchange(seen_[static_cast<std::size_t>(bar)], 1) == 0) bars.push_back(bar);
        }
    }
    painter.save();
    painter.setClipRect(plot_area(), Qt::IntersectClip);
    std::vector<int> thin;
    for (const int bar : bars) {
        seen_[static_cast<std::size_t>(bar)] = 0;
        if (geometry_.is_thin(bar)) {
            thin.push_back(bar);
            continue;
        }
        const BarLook& look = looks_[static_cast<std::size_t>(bar)];
        paint.bar(painter, geometry_, bar, look);
        if (!differs(bar)) continue;
        if (hollow_) {
            paint.hollow_bar(painter, geometry_, bar, *compared_bits(bar));
        } else {
            paint.other_plan(painter, geometry_, bar, look, *compared_bits(bar));
        }
    }
    paint_thin(painter, thin);
    bars_painted_ += bars.size();
    for (const int bar : marked_) {
        if (geometry_.is_thin(bar)) continue;
        paint.selection(painter,
                        geometry_.bar_rect(bar, looks_[static_cast<std::size_t>(bar)].bits));
    }
    if (const auto bar = current_bar(); bar && hasFocus()) {
        paint.current(painter, geometry_.slot_rect(*bar));
    }
    for (const RefusedFormat& refused : refusals_)
        paint.refused(painter, geometry_, refusing_, format_info(refused.format).bits_per_weight);
    if (rubber_) paint.rubber_band(painter, rubber_->rect());
    painter.restore();
}

void BitsCanvas::paint_thin(QPainter& painter, const std::vector<int>& bars) {
    if (bars.empty()) return;
    const BarPainter paint(theme_.tokens(), devicePixelRatioF());
    std::vector<std::uint8_t> selected(looks_.size(), 0);
    for (const int bar : marked_)
        selected[static_cast<std::size_t>(bar)] = 1;
    std::vector<std::optional<double>> others(compared_.empty() ? 0 : looks_.size());
    for (const int bar : bars) {
        if (differs(bar)) others[static_cast<std::size_t>(bar)] = compared_bits(bar);
    }
    for (const PixelColumn& column : pixel_columns(geometry_, bars, {looks_, selected, others})) {
        paint.pixel_column(painter, geometry_, column);
        if (column.other) paint.other_pixel(painter, geometry_, column, hollow_);
    }
}

void BitsCanvas::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    const ThemeTokens& tokens = theme_.tokens();
    painter.fillRect(event->rect(), tokens.panel);
    if (bars_.bars.empty()) {
        if (hasFocus()) paint_focus(painter, rect(), tokens);
        return;
    }
    paint_rows(painter, event->rect());
    paint_bars(painter, event->region());
    if (hovered_column_) {
        const int x = geometry_.scale().centre(*hovered_column_);
        const QRect plot = geometry_.plot();
        if (plot_area().contains(x, plot.center().y())) paint_block_line(painter, plot, x, tokens);
    }
    if (card_.rect().intersects(event->rect())) card_.paint(painter, tokens);
    if (hasFocus()) paint_focus(painter, rect(), tokens);
}

}  // namespace bitlathe
