// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/inspector_figure.h"

#include <QPainter>
#include <algorithm>
#include <utility>

#include <qcustomplot.h>

#include "ui/canvas/focus_ring.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

constexpr int kHead = 22;
constexpr int kMargin = 4;

}  // namespace

InspectorFigure::InspectorFigure(const QString& name, PlanModel& plan, SelectionHub& hub,
                                 Theme& theme, QWidget* parent)
    : QWidget(parent), plan_(plan), hub_(hub), theme_(theme) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    offer_parts(*this);
    const auto size_of = [this] { return size(); };
    const auto paint_into = [this](QCPPainter& painter, QSize size) { paint(painter, size); };
    menu_ =
        offer_figure(*this, Figure{name, size_of, paint_into, [this] { return data(); }}, theme);
    const auto follow = [this] {
        forget_parts(*this, *this);
        show_card({}, {});
        selection_moved();
        update();
    };
    connect(&hub_, &SelectionHub::selection_changed, this, follow);
    connect(&plan_, &PlanModel::opened, this, follow);
    connect(&plan_, &PlanModel::target_changed, this, follow);
    connect(&plan_, &PlanModel::errors_changed, this,
            [this, follow](const std::vector<std::size_t>& tensors) {
                const bool own = std::any_of(tensors.begin(), tensors.end(),
                                             [this](auto t) { return hub_.is_selected(t); });
                if (own) follow();
            });
    connect(&plan_, &PlanModel::tensors_changed, this, qOverload<>(&QWidget::update));
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void InspectorFigure::paint(QPainter& painter, QSize size) const {
    const ThemeTokens& t = tokens();
    painter.setPen(t.text);
    painter.setFont(Theme::title_font());
    const QString heading = title();
    const int used = painter.fontMetrics().horizontalAdvance(heading) + 3 * kMargin;
    painter.drawText(QRect(kMargin, 0, size.width(), kHead), Qt::AlignLeft | Qt::AlignVCenter,
                     heading);
    painter.setPen(t.muted);
    painter.setFont(Theme::label_font());
    const QString why_not = message();
    if (!why_not.isEmpty()) {
        painter.drawText(QRect(QPoint(0, kHead), size - QSize(0, kHead)),
                         Qt::AlignCenter | Qt::TextWordWrap, why_not);
        return;
    }
    const QRect room(used, 0, size.width() - used - kMargin, kHead);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     longest_fit(painter.fontMetrics(), room.width(), remarks()));
    paint_plot(painter, plot_rect(size));
}

void InspectorFigure::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().panel);
    paint(painter, size());
    card_.paint(painter, tokens());
    if (hasFocus()) paint_focus(painter, rect(), tokens());
}

void InspectorFigure::leaveEvent(QEvent* event) {
    show_card({}, {});
    QWidget::leaveEvent(event);
}

void InspectorFigure::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    announce_part(*this, *this);
}

void InspectorFigure::show_card(std::vector<HoverLine> lines, QPointF at) {
    if (lines.empty()) {
        card_.clear();
    } else {
        card_.set(std::move(lines));
        card_.place(at.toPoint(), rect());
    }
    update();
}

}  // namespace bitlathe
