// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of the matrix canvas.
#include <QKeyEvent>
#include <QWheelEvent>
#include <cmath>

#include "ui/canvas/matrix_canvas.h"

namespace bitlathe {
namespace {

constexpr double kNotch = 120;  ///< of a wheel, in eighths of a degree

/// How much a notch of the wheel or a key zooms.
double zoom_step(Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier)) return 1.05;
    return modifiers.testFlag(Qt::ShiftModifier) ? 2.0 : 1.25;
}

/// Share of the plot that an arrow key pans.
double pan_step(Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier)) return 0.01;
    return modifiers.testFlag(Qt::ShiftModifier) ? 0.5 : 0.1;
}

}  // namespace

void MatrixCanvas::zoom_at(QPoint point, double factor) {
    view_.zoom(device_point(point), factor);
    changed_view();
}

void MatrixCanvas::pan(QPointF pixels) {
    view_.pan(pixels * devicePixelRatioF());
    changed_view();
}

void MatrixCanvas::show_all() {
    view_.fit();
    changed_view();
}

QPoint MatrixCanvas::device_point(QPointF widget) const {
    const QPointF inside = (widget - QPointF(layout_.plot.topLeft())) * devicePixelRatioF();
    return {static_cast<int>(std::floor(inside.x())), static_cast<int>(std::floor(inside.y()))};
}

void MatrixCanvas::point_at(std::optional<QPoint> device) {
    const auto place = device && picture_ ? view_.place_at(*device) : std::nullopt;
    const MatrixRegion region = place ? view_.under(*device) : MatrixRegion{};
    if (place == pointed_ && region == pointed_region_) return;
    const bool cells_visible = view_.rows_per_pixel() < 1 && view_.cols_per_pixel() < 1;
    pointed_ = place;
    pointed_region_ = region;
    if (cells_visible) update(layout_.plot.adjusted(-2, -2, 2, 2));
    emit pointed_changed();
}

void MatrixCanvas::point_at_middle() {
    point_at(QPoint(view_.pixels().width() / 2, view_.pixels().height() / 2));
}

std::optional<float> MatrixCanvas::pointed_peak() const {
    if (!pointed_ || !picture_) return std::nullopt;
    const MatrixGrid& level =
        picture_->pyramid.level_for(view_.rows_per_pixel(), view_.cols_per_pixel());
    if (window_helps(level)) {
        const MatrixRegion& region = window_->region;
        if (pointed_->row >= region.row && pointed_->row < region.row + region.rows &&
            pointed_->col >= region.col && pointed_->col < region.col + region.cols) {
            return peak_value(window_->peak_at(pointed_->row, pointed_->col));
        }
    }
    return peak_value(level.peak_at(pointed_->row, pointed_->col));
}

void MatrixCanvas::wheelEvent(QWheelEvent* event) {
    // Some platforms turn the wheel sideways while Shift or Alt is down.
    const QPoint turned = event->angleDelta();
    const int angle = turned.y() != 0 ? turned.y() : turned.x();
    if (angle == 0 || view_.is_empty()) return;
    zoom_at(event->position().toPoint(), std::pow(zoom_step(event->modifiers()), angle / kNotch));
    point_at(device_point(event->position()));
    event->accept();
}

void MatrixCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    dragged_from_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void MatrixCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_from_) {
        pan(event->position() - *dragged_from_);
        dragged_from_ = event->position();
    }
    point_at(device_point(event->position()));
}

void MatrixCanvas::mouseReleaseEvent(QMouseEvent*) {
    dragged_from_.reset();
    unsetCursor();
}

void MatrixCanvas::mouseDoubleClickEvent(QMouseEvent*) {
    show_all();
}

void MatrixCanvas::leaveEvent(QEvent*) {
    if (!dragged_from_) point_at(std::nullopt);
}

void MatrixCanvas::keyPressEvent(QKeyEvent* event) {
    const double step = pan_step(event->modifiers());
    const QPoint middle = layout_.plot.center();
    switch (event->key()) {
        case Qt::Key_Left:
            pan({step * layout_.plot.width(), 0});
            break;
        case Qt::Key_Right:
            pan({-step * layout_.plot.width(), 0});
            break;
        case Qt::Key_Up:
            pan({0, step * layout_.plot.height()});
            break;
        case Qt::Key_Down:
            pan({0, -step * layout_.plot.height()});
            break;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            // Plus needs Shift on many keyboards, so Shift cannot mean faster here.
            zoom_at(middle, zoom_step(event->modifiers() & ~Qt::ShiftModifier));
            break;
        case Qt::Key_Minus:
            zoom_at(middle, 1 / zoom_step(event->modifiers() & ~Qt::ShiftModifier));
            break;
        case Qt::Key_Home:
        case Qt::Key_F:
            show_all();
            break;
        case Qt::Key_1:
            view_.zoom_to_weights(device_point(middle));
            changed_view();
            break;
        default:
            QWidget::keyPressEvent(event);
            return;
    }
    point_at_middle();
}

void MatrixCanvas::focusInEvent(QFocusEvent* event) {
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) {
        point_at_middle();
    }
    update();
}

void MatrixCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
