// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/composition_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QGraphicsLayout>
#include <QHorizontalStackedBarSeries>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

#include "ui/canvas/focus_ring.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr double kFlatBar = 0.36;  ///< of a row; the rest is for the caption
constexpr double kUprightBar = 0.78;
constexpr int kCaption = 16;  ///< pixels

/// Dark on light, light on dark.
QColor text_on(const QColor& colour) {
    return qGray(colour.rgb()) > 125 ? QColor(0x1b, 0x1f, 0x24) : QColor(Qt::white);
}

}  // namespace

CompositionChart::CompositionChart(Theme& theme, QWidget* parent)
    : QChartView(parent), theme_(theme) {
    setObjectName(u"compositionChart"_s);
    setAccessibleName(tr("Bytes of the model"));
    setFocusPolicy(Qt::StrongFocus);
    offer_parts(*this);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    chart()->legend()->hide();
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->setPlotAreaBackgroundVisible(false);
    connect(&theme_, &Theme::changed, this, &CompositionChart::dress);
    dress();
}

void CompositionChart::dress() {
    chart()->setBackgroundBrush(theme_.tokens().panel);
    chart()->setBackgroundPen(Qt::NoPen);
    setBackgroundBrush(theme_.tokens().panel);
    build();
}

void CompositionChart::show_stack(ByteStack stack) {
    mark({});
    const bool others = stack.parts.size() != stack_.parts.size() || stack.bars != stack_.bars;
    stack_ = std::move(stack);
    if (others) forget_parts(*this, *this);
    build();
}

void CompositionChart::build() {
    // Qt Charts lays everything out again for every value that is replaced; a new series costs one
    // layout, however many values it has.
    chart()->removeAllSeries();
    for (QAbstractAxis* axis : chart()->axes()) {
        chart()->removeAxis(axis);
        delete axis;
    }
    series_ = stack_.upright ? static_cast<QAbstractBarSeries*>(new QStackedBarSeries)
                             : new QHorizontalStackedBarSeries;
    QList<QBarSet*> sets;
    for (const BytePart& part : stack_.parts) {
        auto* set = new QBarSet(part.name);
        QList<double> values;
        for (const std::uint64_t bytes : part.bytes)
            values.push_back(static_cast<double>(bytes));
        set->append(values);
        set->setColor(part.colour);
        set->setPen(QPen(theme_.tokens().panel, stack_.bars.size() > 40 ? 0.0 : 1.0));
        sets.push_back(set);
    }
    series_->append(sets);
    series_->setBarWidth(stack_.upright ? kUprightBar : kFlatBar);
    chart()->addSeries(series_);
    add_axes();
    fit();
}

void CompositionChart::fit() {
    // Room for names below and for the key above bars that stand.
    const QRectF all(QPointF(), chart()->size());
    chart()->setPlotArea(stack_.upright ? all.adjusted(0, kCaption + 4, 0, -kCaption) : all);
}

void CompositionChart::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    fit();
}

void CompositionChart::add_axes() {
    std::uint64_t most = 1;
    for (std::size_t bar = 0; bar < static_cast<std::size_t>(stack_.bars.size()); ++bar) {
        most = std::max(most, bar_total(bar));
        if (bar < stack_.outlines.size()) most = std::max(most, stack_.outlines[bar]);
    }
    auto* sizes = new QValueAxis;
    sizes->setRange(0, static_cast<double>(most));
    auto* names = new QBarCategoryAxis;
    names->append(stack_.bars);
    chart()->addAxis(sizes, stack_.upright ? Qt::AlignLeft : Qt::AlignBottom);
    chart()->addAxis(names, stack_.upright ? Qt::AlignBottom : Qt::AlignLeft);
    for (QAbstractAxis* axis :
         {static_cast<QAbstractAxis*>(sizes), static_cast<QAbstractAxis*>(names)}) {
        axis->setVisible(false);  // sizes and names are written at the bars
        series_->attachAxis(axis);
    }
    viewport()->update();
}

std::uint64_t CompositionChart::bar_total(std::size_t bar) const {
    std::uint64_t total = 0;
    for (const BytePart& part : stack_.parts)
        total += part.bytes[bar];
    return total;
}

QRectF CompositionChart::bar_rect(std::size_t bar, std::uint64_t from, std::uint64_t to) const {
    const auto at = static_cast<double>(bar);
    const double half = (stack_.upright ? kUprightBar : kFlatBar) / 2;
    const auto map = [&](std::uint64_t size, double across) {
        const auto along = static_cast<double>(size);
        return chart()->mapToPosition(
            stack_.upright ? QPointF(across, along) : QPointF(along, across), series_);
    };
    return QRectF(map(from, at - half), map(to, at + half)).normalized();
}

QRectF CompositionChart::part_rect(std::size_t part, std::size_t bar) const {
    std::uint64_t from = 0;
    for (std::size_t i = 0; i < part; ++i)
        from += stack_.parts[i].bytes[bar];
    const std::uint64_t bytes = stack_.parts[part].bytes[bar];
    return bytes == 0 ? QRectF() : bar_rect(bar, from, from + bytes);
}

void CompositionChart::draw_caption(QPainter& painter, std::size_t bar) const {
    const QRectF rect = bar_rect(bar, 0, bar_total(bar));
    const QString& name = stack_.bars[static_cast<qsizetype>(bar)];
    painter.setPen(theme_.tokens().muted);
    if (!stack_.upright) {
        painter.drawText(
            QRectF(rect.left(), rect.top() - kCaption - 2, chart()->plotArea().width(), kCaption),
            Qt::AlignLeft | Qt::AlignVCenter, name + u"  ·  "_s + bytes_text(bar_total(bar)));
        return;
    }
    const double pitch = chart()->plotArea().width() / static_cast<double>(stack_.bars.size());
    const double widest = painter.fontMetrics().horizontalAdvance(stack_.bars.front()) + 10.0;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(24 / pitch)));
    const bool last = bar + 1 == static_cast<std::size_t>(stack_.bars.size());
    if (bar % every != 0 && !last) return;
    painter.drawText(
        QRectF(rect.center().x() - 2 * widest, chart()->plotArea().bottom(), 4 * widest, kCaption),
        Qt::AlignHCenter | Qt::AlignBottom, name);
}

void CompositionChart::draw_key(QPainter& painter) const {
    double x = 0;
    for (const BytePart& part : stack_.parts) {
        painter.fillRect(QRectF(x, 4, 8, 8), part.colour);
        painter.setPen(theme_.tokens().muted);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(part.name) + 2;
        painter.drawText(QRectF(x + 12, 0, width, kCaption), Qt::AlignLeft | Qt::AlignVCenter,
                         part.name);
        x += width + 22;
    }
}

void CompositionChart::draw_outline(QPainter& painter, std::size_t bar) const {
    if (bar >= stack_.outlines.size()) return;
    const QRectF rect = bar_rect(bar, 0, stack_.outlines[bar]);
    painter.setPen(QPen(theme_.tokens().muted, 1.4));
    painter.drawLine(rect.topLeft(), rect.topRight());
}

void CompositionChart::drawForeground(QPainter* painter, const QRectF&) {
    if (stack_.bars.isEmpty()) return;
    painter->setFont(Theme::label_font());
    const QFontMetricsF metrics(painter->font());
    for (std::size_t bar = 0; bar < static_cast<std::size_t>(stack_.bars.size()); ++bar) {
        for (std::size_t part = 0; part < stack_.parts.size(); ++part) {
            const QRectF rect = part_rect(part, bar);
            const QString& name = stack_.parts[part].name;
            if (rect.width() < metrics.horizontalAdvance(name) + 6 || rect.height() < 12) continue;
            painter->setPen(text_on(stack_.parts[part].colour));
            painter->drawText(rect, Qt::AlignCenter, name);
        }
        draw_caption(*painter, bar);
        draw_outline(*painter, bar);
    }
    if (stack_.upright) draw_key(*painter);
    if (mark_) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme_.tokens().text, 1.5));
        painter->drawRect(part_rect(mark_->part, mark_->bar));
    }
}

void CompositionChart::paintEvent(QPaintEvent* event) {
    QChartView::paintEvent(event);
    QPainter painter(viewport());
    card_.paint(painter, theme_.tokens());
    if (hasFocus()) paint_focus(painter, viewport()->rect(), theme_.tokens());
}

}  // namespace bitlathe
