// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse and keys of the matrix canvas.
#include <QKeyEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/canvas/matrix_canvas.h"

namespace bitlathe {
namespace {

/// Share of the plot that an arrow key with Ctrl, or a notch of the wheel, pans.
constexpr double kPanShare = 0.1;
constexpr double kFarShare = 0.5;  ///< with Shift as well
/// Cells that an arrow key with Shift steps over.
constexpr int kFarStep = 10;
/// Pixels of the weights of what is shown for a closer look.
constexpr double kSpotCell = 7;
/// Pixels that a hand may move between press and release of a click.
constexpr double kClickReach = 4;

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
    spot_.reset();
    view_.fit();
    changed_view();
}

void MatrixCanvas::show_spot(const MatrixRegion& spot) {
    if (!picture_ || view_.is_empty()) return;
    const bool whole_row = spot.cols >= view_.cols();
    const bool whole_col = spot.rows >= view_.rows();
    const auto middle = [](std::uint64_t first, std::uint64_t count) {
        return first + (count - 1) / 2;
    };
    const MatrixPlace place{middle(spot.row, spot.rows), middle(spot.col, spot.cols)};
    view_.look_at(whole_col ? std::nullopt : std::optional(place.row),
                  whole_row ? std::nullopt : std::optional(place.col),
                  kSpotCell * devicePixelRatioF());
    spot_ = spot;
    changed_view();
    point_at(view_.cell_rect(place).center(), place);
}

QPoint MatrixCanvas::device_point(QPointF widget) const {
    const QPointF inside = (widget - QPointF(layout_.plot.topLeft())) * devicePixelRatioF();
    return {static_cast<int>(std::floor(inside.x())), static_cast<int>(std::floor(inside.y()))};
}

void MatrixCanvas::point_at(std::optional<QPoint> device, std::optional<MatrixPlace> exactly) {
    const auto place = !device || !picture_ ? std::nullopt
                       : exactly            ? exactly
                                            : view_.place_at(*device);
    const MatrixRegion region = place ? view_.under(*device) : MatrixRegion{};
    if (place == pointed_ && region == pointed_region_) return;
    const bool cells_visible = view_.rows_per_pixel() < 1 && view_.cols_per_pixel() < 1;
    pointed_ = place;
    pointed_region_ = region;
    if (cells_visible || hasFocus()) update(layout_.plot.adjusted(-2, -2, 2, 2));
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
    if (view_.is_empty()) return;
    const WheelTurn turn = read_wheel(*event, wheel_);
    if (turn.zoom != 1) {
        zoom_at(event->position().toPoint(), turn.zoom);
    } else if (!turn.scroll.isNull()) {
        const double step = -kPanShare * layout_.plot.height();
        pan(turn.scroll * step);
    }
    point_at(device_point(event->position()));
    event->accept();
}

void MatrixCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    dragged_from_ = event->position();
    if (event->button() == Qt::LeftButton) pressed_at_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void MatrixCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (dragged_from_) {
        pan(event->position() - *dragged_from_);
        dragged_from_ = event->position();
    }
    const bool far =
        pressed_at_ && (event->position() - *pressed_at_).manhattanLength() > kClickReach;
    if (far) pressed_at_.reset();
    guided_ = false;
    point_at(device_point(event->position()));
}

void MatrixCanvas::mouseReleaseEvent(QMouseEvent*) {
    if (std::exchange(pressed_at_, std::nullopt) && pointed_) emit chosen();
    dragged_from_.reset();
    unsetCursor();
}

void MatrixCanvas::mouseDoubleClickEvent(QMouseEvent*) {
    show_all();
}

void MatrixCanvas::leaveEvent(QEvent*) {
    if (!dragged_from_) point_at(std::nullopt);
}

void MatrixCanvas::step_cell(int right, int down) {
    if (!picture_ || view_.is_empty()) return;
    const double ratio = devicePixelRatioF();
    // A step is a weight, or a pixel where that stands for several weights.
    const auto stride = [](double per_pixel) { return std::max(1.0, std::floor(per_pixel)); };
    MatrixPlace place = pointed_.value_or(MatrixPlace{});
    const auto move = [](std::uint64_t at, double by, std::uint64_t extent) {
        const double last = static_cast<double>(extent) - 1;
        return static_cast<std::uint64_t>(
            std::clamp(static_cast<double>(at) + by, 0.0, std::max(0.0, last)));
    };
    place.row = move(place.row, down * stride(view_.rows_per_pixel() * ratio), view_.rows());
    place.col = move(place.col, right * stride(view_.cols_per_pixel() * ratio), view_.cols());
    reveal_cell(place);
    const QPoint device = view_.cell_rect(place).center();
    point_at(QPoint(std::clamp(device.x(), 0, view_.pixels().width() - 1),
                    std::clamp(device.y(), 0, view_.pixels().height() - 1)),
             place);
}

void MatrixCanvas::reveal_cell(const MatrixPlace& place) {
    const QRect cell = view_.cell_rect(place);
    const QSize size = view_.pixels();
    const QPoint at = cell.center();
    QPointF by;
    if (at.x() < 0) by.setX(-cell.left());
    if (at.x() >= size.width()) by.setX(size.width() - 1 - cell.right());
    if (at.y() < 0) by.setY(-cell.top());
    if (at.y() >= size.height()) by.setY(size.height() - 1 - cell.bottom());
    if (by.isNull()) return;
    view_.pan(by);
    changed_view();
}

void MatrixCanvas::go_to(const MatrixPlace& place, double cells) {
    if (!picture_ || view_.is_empty() || place.row >= view_.rows() || place.col >= view_.cols())
        return;
    const QPointF middle(view_.pixels().width() / 2.0, view_.pixels().height() / 2.0);
    const double in_sight = view_.rows_per_pixel() * view_.pixels().height();
    if (in_sight > cells) view_.zoom(middle, in_sight / cells);
    view_.pan(middle - QPointF(view_.cell_rect(place).center()));
    changed_view();
    const QPoint device = view_.cell_rect(place).center();
    point_at(QPoint(std::clamp(device.x(), 0, view_.pixels().width() - 1),
                    std::clamp(device.y(), 0, view_.pixels().height() - 1)),
             place);
    guided_ = true;
    update();
}

bool MatrixCanvas::arrow_key(const QKeyEvent& event) {
    const int right = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    const int down = event.key() == Qt::Key_Up ? -1 : event.key() == Qt::Key_Down ? 1 : 0;
    if (right == 0 && down == 0) return false;
    const bool far = event.modifiers().testFlag(Qt::ShiftModifier);
    if (!event.modifiers().testFlag(Qt::ControlModifier)) {
        const int cells = far ? kFarStep : 1;
        step_cell(right * cells, down * cells);
        return true;
    }
    const double share = far ? kFarShare : kPanShare;
    pan({-share * right * layout_.plot.width(), -share * down * layout_.plot.height()});
    point_at_middle();
    return true;
}

void MatrixCanvas::keyPressEvent(QKeyEvent* event) {
    if (arrow_key(*event)) return;
    const QPoint middle = layout_.plot.center();
    // Plus needs Shift on many keyboards, so Shift cannot mean faster here.
    const Qt::KeyboardModifiers keys = event->modifiers() & ~Qt::ShiftModifier;
    switch (event->key()) {
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoom_at(middle, zoom_step(keys));
            break;
        case Qt::Key_Minus:
            zoom_at(middle, 1 / zoom_step(keys));
            break;
        case Qt::Key_Home:
        case Qt::Key_F:
            show_all();
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (pointed_) emit chosen();
            return;
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

// In words ---------------------------------------------------------------------------------------

void MatrixCanvas::set_reading(const QString& reading) {
    if (reading == reading_) return;
    reading_ = reading;
    if (hasFocus()) announce_part(*this, *this);
}

int MatrixCanvas::part_count() const {
    return pointed_ ? 1 : 0;
}

CanvasPart MatrixCanvas::part(int) const {
    const double ratio = devicePixelRatioF();
    const QRect cell = view_.cell_rect(*pointed_);
    const QRectF place(cell.x() / ratio, cell.y() / ratio, cell.width() / ratio,
                       cell.height() / ratio);
    const QRect rect = place.translated(layout_.plot.topLeft()).toAlignedRect();
    const QString name = tr("row %1, column %2").arg(pointed_->row).arg(pointed_->col);
    return {reading_.isEmpty() ? name : reading_, reading_,
            rect.united(QRect(rect.topLeft(), QSize(1, 1))), true};
}

std::optional<int> MatrixCanvas::current_part() const {
    return pointed_ ? std::optional(0) : std::nullopt;
}

std::optional<int> MatrixCanvas::part_at(QPoint point) const {
    return pointed_ && part(0).rect.contains(point) ? std::optional(0) : std::nullopt;
}

void MatrixCanvas::choose_part(int) {}

void MatrixCanvas::focusInEvent(QFocusEvent* event) {
    const bool by_key =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (by_key && !pointed_) point_at_middle();
    announce_part(*this, *this);
    update();
}

void MatrixCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
