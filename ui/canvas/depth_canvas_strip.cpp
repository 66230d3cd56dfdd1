// SPDX-License-Identifier: GPL-3.0-or-later
// One strip of the overview over depth.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/canvas/bits_geometry.h"
#include "ui/canvas/depth_canvas.h"
#include "ui/theme/text.h"
#include "ui/theme/viridis.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

std::optional<int> DepthCanvas::strongest(std::size_t metric) const {
    const auto& values = values_[metric];
    std::optional<int> best;
    for (int column = 0; column < static_cast<int>(values.size()); ++column) {
        const DepthColumn& value = values[static_cast<std::size_t>(column)];
        if (!value) continue;
        if (!best || value->pooled > values[static_cast<std::size_t>(*best)]->pooled) best = column;
    }
    return best;
}

void DepthCanvas::paint_strongest(QPainter& painter, const QRect& rect, std::size_t metric) const {
    const auto column = strongest(metric);
    if (!column) return;
    const DepthMetric& row = depth_metrics()[metric];
    double sum = 0;
    for (const DepthColumn& value : values_[metric])
        sum += value ? value->pooled : 0;
    const double peak = values_[metric][static_cast<std::size_t>(*column)]->pooled;
    const bool share = row.pool == DepthMetric::Pool::kSum && sum > 0;
    const QString percent = number_text(100 * peak / sum, 'f', 0) + u" %"_s;
    const QString name = names_[static_cast<std::size_t>(*column)];
    const QString place = scale_.is_block(*column) ? tr("blk %1", "block number").arg(name) : name;
    painter.setFont(Theme::label_font());
    painter.setPen(theme_.tokens().muted);
    // The first that fits: a figure that is cut off would say another number.
    const QString texts[] = {place + u' ' + (share ? percent : row.text(peak)),
                             place + u' ' + (share ? percent : number_text(peak, 'g', 2)), place};
    for (const QString& text : texts) {
        if (painter.fontMetrics().horizontalAdvance(text) > rect.width()) continue;
        return painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void DepthCanvas::paint_strip(QPainter& painter, std::size_t place) const {
    const ThemeTokens& tokens = theme_.tokens();
    const std::size_t metric = shown_[place];
    const DepthMetric& row = depth_metrics()[metric];
    const QRect rect = strip_rect(place);
    constexpr int kLowLine = 12;
    painter.setFont(rect.height() < kLowLine ? Theme::label_font() : Theme::content_font());
    painter.setPen(tokens.text);
    // The strongest block is named under the title where there is room for two lines.
    const bool two_lines = rect.height() >= 28;
    const int tall = std::max(rect.height(), kLowLine);
    const QRect label(10, rect.center().y() - tall / 2, BitsGeometry::kLabelWidth - 12, tall);
    const QRect upper =
        two_lines ? QRect(label.left(), label.center().y() - 15, label.width(), 16) : label;
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, row.title_text());
    if (two_lines) paint_strongest(painter, upper.translated(0, 15), metric);
    painter.fillRect(rect.left(), rect.bottom() + 1, rect.width(), 1, tokens.border);
    const auto span = span_of(metric);
    painter.save();
    painter.setClipRect(rect);
    const auto [first, last] = scale_.visible();
    for (int column = first; column < last; ++column) {
        const DepthColumn& value = values_[metric][static_cast<std::size_t>(column)];
        const auto [x, width] = scale_.span(column);
        if (!value) {
            painter.fillRect(x, rect.top(), width, rect.height(), tokens.unknown);
            continue;
        }
        if (!span) continue;  // nothing but zeros
        const double share = height_of(above_foot(row, value->pooled), *span);
        const int high = std::max(1, static_cast<int>(std::lround(share * rect.height())));
        painter.fillRect(x, rect.bottom() + 1 - high, width, high, error_colour(tokens, share));
        if (width >= 5 && value->high > value->low) {
            const int top = static_cast<int>(
                std::lround(rect.bottom() + 1 -
                            height_of(above_foot(row, value->high), *span) * rect.height()));
            const int bottom = static_cast<int>(std::lround(
                rect.bottom() + 1 - height_of(above_foot(row, value->low), *span) * rect.height()));
            painter.fillRect(x + width / 2, top, 1, std::max(1, bottom - top), tokens.text);
        }
    }
    painter.restore();
}

}  // namespace bitlathe
