// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keys of the strip of all blocks.
#include <QMouseEvent>

#include "ui/canvas/block_wheel.h"
#include "ui/canvas/minimap.h"

namespace bitlathe {
namespace {

constexpr double kStep = 0.1;  ///< of the view, per arrow key

}  // namespace

void Minimap::show_cursor(int x) {
    using Part = MinimapGeometry::Part;
    const Part part = needed() ? geometry_.part_at(x) : Part::kNothing;
    if (part == Part::kLeftEdge || part == Part::kRightEdge) {
        setCursor(Qt::SizeHorCursor);
    } else if (part == Part::kHandle) {
        setCursor(drag_ ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    } else {
        unsetCursor();
    }
}

void Minimap::mousePressEvent(QMouseEvent* event) {
    if (turn_back(axis_, *event)) return;
    const int x = static_cast<int>(event->position().x());
    MinimapGeometry::Part part = geometry_.part_at(x);
    if (event->button() != Qt::LeftButton || !needed() || part == MinimapGeometry::Part::kNothing) {
        return event->ignore();
    }
    if (part == MinimapGeometry::Part::kOutside) {  // the part under the pointer comes into sight
        axis_.look_at(geometry_.centred(x));
        part = MinimapGeometry::Part::kHandle;
    }
    drag_ = Drag{part, x, geometry_};
    show_cursor(x);
}

void Minimap::mouseMoveEvent(QMouseEvent* event) {
    const int x = static_cast<int>(event->position().x());
    if (drag_) {
        axis_.look_at(drag_->start.dragged(drag_->part, drag_->from, x));
    } else {
        show_cursor(x);
    }
}

void Minimap::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    drag_.reset();
    show_cursor(static_cast<int>(event->position().x()));
}

void Minimap::mouseDoubleClickEvent(QMouseEvent* event) {
    drag_.reset();
    if (event->button() == Qt::LeftButton && needed()) axis_.fit();
}

void Minimap::wheelEvent(QWheelEvent* event) {
    if (needed() && !drag_)
        turn_wheel(axis_, geometry_.column_at(static_cast<int>(event->position().x())), *event);
}

void Minimap::keyPressEvent(QKeyEvent* event) {
    const BlockView view = axis_.view();
    if (event->key() == Qt::Key_Left) return axis_.pan(-kStep * view.count);
    if (event->key() == Qt::Key_Right) return axis_.pan(kStep * view.count);
    if (!look_key(axis_, *event)) QWidget::keyPressEvent(event);
}

void Minimap::focusInEvent(QFocusEvent*) {
    update();
}

void Minimap::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
