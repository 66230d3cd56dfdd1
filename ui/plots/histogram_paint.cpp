// SPDX-License-Identifier: GPL-3.0-or-later
// How the histogram of weights is painted.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/plots/histogram_view.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kClosestLines = 3;  ///< pixels; closer ones would be a grey area

}  // namespace

double HistogramView::bin_edge(const QRectF& plot, int bin) {
    return std::round(plot.left() + plot.width() * bin / kBins);
}

double HistogramView::height_of(std::uint64_t count, const QRectF& plot) const {
    if (count == 0) return 0;
    const auto& counts = statistics()->histogram;
    const auto top = static_cast<double>(*std::max_element(counts.begin(), counts.end()));
    const auto n = static_cast<double>(count);
    const double share = logarithmic_ ? std::log1p(n) / std::log1p(top) : n / top;
    return std::clamp(std::round(share * plot.height()), 1.0, plot.height());
}

void HistogramView::paint_bins(QPainter& painter, const QRectF& plot) const {
    const auto& counts = statistics()->histogram;
    const QColor colour = mixed(tokens().panel, tokens().muted, 0.5);
    for (int bin = 0; bin < kBins; ++bin) {
        const double height = height_of(counts[static_cast<std::size_t>(bin)], plot);
        if (height <= 0) continue;
        painter.fillRect(QRectF(QPointF(bin_edge(plot, bin), std::round(plot.bottom() - height)),
                                QPointF(bin_edge(plot, bin + 1), plot.bottom())),
                         bin_ == bin ? tokens().text : colour);
    }
}

void HistogramView::paint_rounded(QPainter& painter, const QRectF& plot) const {
    const auto counts = rounded();
    QPolygonF steps;
    for (int bin = 0; bin < kBins && !counts.empty(); ++bin) {
        // On the pixel that the top of a bar of this height has.
        const double height = height_of(counts[static_cast<std::size_t>(bin)], plot);
        const double y = std::round(plot.bottom() - height) + (height > 0 ? 0.5 : -0.5);
        steps << QPointF(bin_edge(plot, bin), y) << QPointF(bin_edge(plot, bin + 1), y);
    }
    painter.setPen(QPen(tokens().text, 1));
    painter.drawPolyline(steps);
}

void HistogramView::paint_grid(QPainter& painter, const QRectF& plot,
                               const TypicalGrid& typical) const {
    const double absmax = *statistics()->absmax;
    const auto place = [&](double weight) {
        return plot.left() + plot.width() * (weight / absmax + 1) / 2;
    };
    const auto& levels = typical.grid.levels;
    const double spacing =
        (place(levels.back()) - place(levels.front())) / static_cast<double>(levels.size() - 1);
    painter.setPen(QPen(tokens().accent, 1, Qt::DashLine));
    if (spacing >= kClosestLines) {
        for (const double level : levels) {
            const double x = std::floor(place(level)) + 0.5;
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        }
        return;
    }
    // Too fine to be drawn one by one: how far they go.
    painter.setPen(QPen(tokens().accent, 2));
    painter.drawLine(QPointF(place(levels.front()), plot.top() + 1),
                     QPointF(place(levels.back()), plot.top() + 1));
}

void HistogramView::paint_plot(QPainter& painter, const QRectF& plot) const {
    paint_bins(painter, plot);
    const auto typical = typical_grid();
    if (typical) paint_grid(painter, plot, *typical);
    paint_rounded(painter, plot);
    const double absmax = *statistics()->absmax;
    painter.setPen(tokens().muted);
    const QRectF axis(plot.left(), plot.bottom() + 1, plot.width(), kFoot / 2);
    painter.drawText(axis, Qt::AlignLeft | Qt::AlignVCenter, weight_text(-absmax));
    painter.drawText(axis, Qt::AlignHCenter | Qt::AlignVCenter, u"0"_s);
    painter.drawText(axis, Qt::AlignRight | Qt::AlignVCenter, weight_text(absmax));
    const QRectF note = axis.translated(0, kFoot / 2 - 1);
    painter.drawText(
        note, Qt::AlignLeft | Qt::AlignVCenter,
        longest_fit(painter.fontMetrics(), static_cast<int>(note.width()), grid_texts(typical)));
}

}  // namespace bitlathe
