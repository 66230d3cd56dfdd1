// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/budget_slider.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kInset = 14;
constexpr int kGrooveY = 17;
constexpr int kRadius = 7;

}  // namespace

BudgetSlider::BudgetSlider(Theme& theme, QWidget* parent) : QAbstractSlider(parent), theme_(theme) {
    setObjectName(u"budgetSlider"_s);
    setAccessibleName(tr("Budget in bits per weight"));
    setOrientation(Qt::Horizontal);
    setFocusPolicy(Qt::StrongFocus);
    setSingleStep(5);
    setPageStep(25);
    setCursor(Qt::PointingHandCursor);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize BudgetSlider::sizeHint() const {
    return {280, 42};
}

QSize BudgetSlider::minimumSizeHint() const {
    return {140, 42};
}

void BudgetSlider::set_remark(const QString& remark) {
    if (remark == remark_) return;
    remark_ = remark;
    update();
}

QPoint BudgetSlider::handle_at(int value) const {
    const int span = std::max(1, maximum() - minimum());
    const int length = std::max(1, width() - 2 * kInset);
    const double share =
        static_cast<double>(std::clamp(value, minimum(), maximum()) - minimum()) / span;
    return {kInset + static_cast<int>(std::lround(share * length)), kGrooveY};
}

int BudgetSlider::value_at(int x) const {
    const int length = std::max(1, width() - 2 * kInset);
    const double share = std::clamp(static_cast<double>(x - kInset) / length, 0.0, 1.0);
    return minimum() + static_cast<int>(std::lround(share * (maximum() - minimum())));
}

void BudgetSlider::paint_scale(QPainter& painter) const {
    painter.setFont(Theme::label_font());
    painter.setPen(theme_.tokens().muted);
    const QRect line(0, kGrooveY + kRadius + 2, width(), 16);
    if (!remark_.isEmpty()) {
        painter.drawText(line.adjusted(kInset, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, remark_);
        return;
    }
    if (!isEnabled()) return;
    int last_right = -100;
    const auto label = [&](int value, int keep_free) {
        const QString text = number_text(value / 100.0, 'f', value % 100 == 0 ? 0 : 1);
        const int x = handle_at(value).x();
        if (x - 12 < last_right || x + 12 > keep_free) return;
        painter.drawText(QRect(x - 20, line.top(), 40, line.height()), Qt::AlignCenter, text);
        last_right = x + 14;
    };
    label(minimum(), width());
    for (int value = (minimum() / 100 + 1) * 100; value < maximum(); value += 100) {
        label(value, handle_at(maximum()).x() - 14);
    }
    label(maximum(), width() + 12);
}

void BudgetSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens& t = theme_.tokens();
    const QColor groove = mixed(t.panel, t.muted, 0.22);
    const int left = kInset;
    const int right = width() - kInset;
    painter.setPen(Qt::NoPen);
    painter.setBrush(groove);
    painter.drawRoundedRect(QRectF(left, kGrooveY - 2, right - left, 4), 2, 2);
    if (isEnabled()) {
        const QPoint handle = handle_at(sliderPosition());
        painter.setBrush(t.accent);
        painter.drawRoundedRect(QRectF(left, kGrooveY - 2, handle.x() - left, 4), 2, 2);
        if (hasFocus()) {
            painter.setBrush(t.selection);
            painter.drawEllipse(QPointF(handle), kRadius + 4, kRadius + 4);
        }
        painter.setBrush(t.panel);
        painter.setPen(QPen(t.accent, 2));
        painter.drawEllipse(QPointF(handle), kRadius, kRadius);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paint_scale(painter);
}

void BudgetSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    setSliderDown(true);
    setSliderPosition(value_at(event->position().toPoint().x()));
}

void BudgetSlider::mouseMoveEvent(QMouseEvent* event) {
    if (isSliderDown()) setSliderPosition(value_at(event->position().toPoint().x()));
}

void BudgetSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && isSliderDown()) setSliderDown(false);
}

void BudgetSlider::wheelEvent(QWheelEvent* event) {
    event->ignore();  // a plan must not change because somebody scrolls past
}

void BudgetSlider::focusInEvent(QFocusEvent*) {
    update();
}

void BudgetSlider::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
