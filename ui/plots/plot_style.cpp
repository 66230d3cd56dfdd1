// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_style.h"

#include <cmath>

#include <qcustomplot.h>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

/// Of the ticks of an upright axis, those that can be seen and whose labels do not touch.
QVector<double> apart(const QVector<double>& ticks, const QCPRange& range, const QCPAxis& axis) {
    const int line = QFontMetrics(axis.tickLabelFont()).height();
    QVector<double> kept;
    for (const double tick : ticks) {
        if (!range.contains(tick)) continue;
        const bool touches = !kept.isEmpty() && std::abs(axis.coordToPixel(tick) -
                                                         axis.coordToPixel(kept.back())) < line;
        if (!touches) kept.push_back(tick);
    }
    return kept;
}

/// A ticker of an upright axis that leaves out what there is no room for.
template <class Ticker>
class UprightTicker : public Ticker {
public:
    explicit UprightTicker(const QCPAxis& axis) : axis_(axis) {}

protected:
    QVector<double> createTickVector(double step, const QCPRange& range) override {
        return apart(Ticker::createTickVector(step, range), range, axis_);
    }

private:
    const QCPAxis& axis_;
};

class QuantityTicker : public UprightTicker<QCPAxisTickerLog> {
    using UprightTicker::UprightTicker;

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return without_zeros(quantity_text(tick));
    }
};

class PlainTicker : public UprightTicker<QCPAxisTicker> {
    using UprightTicker::UprightTicker;

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return number_text(tick, 'g', 6);
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
    axis.setTicker(QSharedPointer<QuantityTicker>::create(axis));
}

void make_plain_axis(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<PlainTicker>::create(axis));
    axis.ticker()->setTickCount(4);
}

QRect text_rect(const QCPItemText& text) {
    const QPointF at = text.position->pixelPosition();
    const QFontMetrics metrics(text.font());
    const QSize size(metrics.horizontalAdvance(text.text()) + 2, metrics.height());
    const bool right = text.positionAlignment().testFlag(Qt::AlignRight);
    return QRect(at.toPoint() - QPoint(right ? size.width() : 0, 0), size);
}

}  // namespace bitlathe
