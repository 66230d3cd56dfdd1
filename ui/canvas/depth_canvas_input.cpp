// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keys of the overview over depth.
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/canvas/block_wheel.h"
#include "ui/canvas/depth_canvas.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

void DepthCanvas::wheelEvent(QWheelEvent* event) {
    turn_wheel(axis_, scale_, *event);
}

void DepthCanvas::mousePressEvent(QMouseEvent* event) {
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::MiddleButton) {
        pan_x_ = at.x();
        return;
    }
    const auto column = scale_.column_at(at.x());
    if (event->button() == Qt::LeftButton && column) select_column(*column);
}

void DepthCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton) pan_x_.reset();
}

void DepthCanvas::mouseMoveEvent(QMouseEvent* event) {
    pointer_ = event->position().toPoint();
    if (pan_x_) {
        pan_pixels(axis_, pointer_.x() - std::exchange(*pan_x_, pointer_.x()), plot().width());
        return;
    }
    own_hover_ = true;
    show_card();
}

void DepthCanvas::show_card() {
    const auto column = scale_.column_at(pointer_.x());
    const auto place = place_at(pointer_.y());
    card_.clear();
    update();
    if (!place || !columns_) return hub_.hover(std::nullopt);
    const DepthMetric& metric = depth_metrics()[shown_[*place]];
    std::vector<HoverLine> lines;
    if (column) {
        const DepthColumn& value = values_[shown_[*place]][static_cast<std::size_t>(*column)];
        const QString name = names_[static_cast<std::size_t>(*column)];
        const QString where = scale_.is_block(*column) ? tr("block %1").arg(name) : name;
        lines.push_back({HoverLine::Kind::kTitle, {}, where + u"  ·  "_s + metric.title_text()});
        if (value) {
            lines.push_back({HoverLine::Kind::kPlain,
                             {},
                             tr("%1, %2").arg(metric.text(value->pooled), metric.pool_text())});
            lines.push_back(
                {HoverLine::Kind::kPlain,
                 {},
                 tr("highest: %1, %2")
                     .arg(plan_.catalog().tensor(value->extreme).name, metric.text(value->high))});
            hub_.hover(value->extreme);
        } else {
            lines.push_back({HoverLine::Kind::kMuted, {}, tr("not known yet …")});
        }
    } else {
        lines.push_back({HoverLine::Kind::kTitle, {}, metric.title_text()});
        hub_.hover(std::nullopt);
    }
    lines.push_back({HoverLine::Kind::kMuted, {}, metric.explanation_text()});
    card_.set(std::move(lines));
    card_.place(pointer_, rect());
}

void DepthCanvas::leaveEvent(QEvent*) {
    own_hover_ = false;
    card_.clear();
    hub_.hover(std::nullopt);
    update();
}

void DepthCanvas::keyPressEvent(QKeyEvent* event) {
    const int count = scale_.columns().count;
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (event->key() == Qt::Key_Home) return axis_.fit();
    if (step == 0 || count == 0) return QWidget::keyPressEvent(event);
    const int column = std::clamp(current_.value_or(step > 0 ? -1 : count) + step, 0, count - 1);
    select_column(column);
    const QString name = names_[static_cast<std::size_t>(column)];
    QString spoken = scale_.is_block(column) ? tr("block %1").arg(name) : name;
    for (const std::size_t metric : shown_) {
        const DepthColumn& value = values_[metric][static_cast<std::size_t>(column)];
        if (value) {
            spoken += u", "_s + depth_metrics()[metric].title_text() + u' ' +
                      depth_metrics()[metric].text(value->pooled);
        }
    }
    setAccessibleName(spoken);
}

void DepthCanvas::focusInEvent(QFocusEvent*) {
    update();
}

void DepthCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
