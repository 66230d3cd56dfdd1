// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks ranked by a metric, and those it would drop first.
#include <QPainter>
#include <algorithm>

#include "ui/canvas/depth_canvas.h"

namespace bitlathe {
namespace {

constexpr int kBandTint = 34;  ///< of 255
constexpr int kLabelHeight = 13;

}  // namespace

std::vector<int> DepthCanvas::ranked(std::size_t metric) const {
    const std::vector<DepthColumn>& values = values_[metric];
    std::vector<int> columns;
    for (int column = 0; column < static_cast<int>(values.size()); ++column) {
        if (values[static_cast<std::size_t>(column)]) columns.push_back(column);
    }
    const bool smaller = depth_metrics()[metric].important == DepthMetric::Important::kSmaller;
    std::stable_sort(columns.begin(), columns.end(), [&values, smaller](int a, int b) {
        const double x = values[static_cast<std::size_t>(a)]->pooled;
        const double y = values[static_cast<std::size_t>(b)]->pooled;
        return smaller ? x < y : x > y;
    });
    return columns;
}

void DepthCanvas::set_drop(std::size_t metric, int count) {
    if (metric == drop_metric_ && count == drop_count_) return;
    drop_metric_ = metric;
    drop_count_ = count;
    choose_drop();
    update();
}

void DepthCanvas::choose_drop() {
    std::vector<int> columns;
    if (columns_ && is_available(drop_metric_) && input().findings != nullptr) {
        columns = ranked(drop_metric_);
        std::erase_if(columns, [this](int column) { return !scale_.is_block(column); });
        const auto count = static_cast<std::size_t>(std::max(0, drop_count_));
        if (columns.size() > count)
            columns.erase(columns.begin(), columns.end() - static_cast<std::ptrdiff_t>(count));
        std::sort(columns.begin(), columns.end());
    }
    if (columns == drop_columns_) return;
    drop_columns_ = std::move(columns);
    emit drop_changed();
}

QString DepthCanvas::drop_text() const {
    return tr("drop candidates by %1").arg(depth_metrics()[drop_metric_].title_text());
}

void DepthCanvas::paint_drop(QPainter& painter) const {
    if (drop_columns_.empty()) return;
    QColor tint = theme_.tokens().warning;
    tint.setAlpha(kBandTint);
    // Neighbours are one band; the widest one carries the label.
    QRect widest, band;
    painter.save();
    painter.setClipRect(plot());
    for (std::size_t i = 0; i < drop_columns_.size(); ++i) {
        const auto [x, wide] = scale_.span(drop_columns_[i]);
        const bool next = i > 0 && drop_columns_[i - 1] + 1 == drop_columns_[i];
        const QRect own(x - 1, 0, wide + 2, height());
        if (next) {
            painter.fillRect(band.right() + 1, 0, own.right() - band.right(), height(), tint);
            band = band.united(own);
        } else {
            painter.fillRect(own, tint);
            band = own;
        }
        if (band.width() > widest.width()) widest = band;
    }
    painter.setFont(Theme::label_font());
    painter.setPen(theme_.tokens().warning);
    const QString text = drop_text();
    const int wide = painter.fontMetrics().horizontalAdvance(text);
    // Above the strips there is nothing else: it may reach beyond its band.
    const int left = std::max(plot().left(), std::min(widest.left() + 3, plot().right() - wide));
    painter.drawText(QRect(left, 0, wide + 2, kLabelHeight), Qt::AlignLeft | Qt::AlignVCenter,
                     text);
    painter.restore();
}

}  // namespace bitlathe
