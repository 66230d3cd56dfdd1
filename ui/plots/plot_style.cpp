// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_style.h"

#include <QFontMetrics>
#include <algorithm>

#include <qcustomplot.h>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

constexpr int kBeside = 8;  ///< from the middle of a point to its text
constexpr int kPoint = 5;   ///< half the size of a point

class QuantityTicker : public QCPAxisTickerLog {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return quantity_text(tick);
    }
};

}  // namespace

void dress_plot(QCustomPlot& plot, const ThemeTokens& tokens) {
    plot.setBackground(QBrush(tokens.panel));
    plot.axisRect()->setupFullAxesBox();
    for (QCPAxis* axis : plot.axisRect()->axes()) {
        const bool labelled = axis == plot.xAxis || axis == plot.yAxis;
        axis->setBasePen(Qt::NoPen);
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabels(labelled);
        axis->setTickLabelFont(Theme::label_font());
        axis->setTickLabelColor(tokens.muted);
        axis->grid()->setPen(QPen(tokens.grid, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->grid()->setSubGridVisible(false);
    }
}

void make_log_axis(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<QuantityTicker>::create());
}

void place_beside(const std::vector<QCPItemText*>& texts, const std::vector<QPointF>& points,
                  const QRect& bounds) {
    std::vector<QRect> taken;
    for (const QPointF& point : points) {
        taken.push_back(
            QRect(point.toPoint() - QPoint(kPoint, kPoint), QSize(2 * kPoint, 2 * kPoint)));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QFontMetrics metrics(texts[i]->font());
        const QSize size(metrics.horizontalAdvance(texts[i]->text()), metrics.height());
        const QPoint at = points[i].toPoint();
        const QPoint corners[] = {{at.x() + kBeside, at.y() - size.height() / 2},
                                  {at.x() - kBeside - size.width(), at.y() - size.height() / 2},
                                  {at.x() - size.width() / 2, at.y() - kBeside - size.height()},
                                  {at.x() - size.width() / 2, at.y() + kBeside}};
        const auto free = [&](const QPoint& corner) {
            const QRect rect(corner, size);
            return bounds.contains(rect) &&
                   std::none_of(taken.begin(), taken.end(),
                                [&](const QRect& r) { return r.intersects(rect); });
        };
        const auto place = std::find_if(std::begin(corners), std::end(corners), free);
        texts[i]->setVisible(place != std::end(corners));
        if (!texts[i]->visible()) continue;
        texts[i]->position->setType(QCPItemPosition::ptAbsolute);
        texts[i]->setPositionAlignment(Qt::AlignTop | Qt::AlignLeft);
        texts[i]->position->setCoords(*place);
        taken.emplace_back(*place, size);
    }
}

}  // namespace bitlathe
