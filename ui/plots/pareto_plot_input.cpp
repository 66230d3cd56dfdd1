// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand does to the plot of plans.
#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/canvas/focus_ring.h"
#include "ui/models/plan_words.h"
#include "ui/models/quality_words.h"
#include "ui/plots/pareto_plot.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

constexpr double kReach = 9;       ///< pixels around a point that count as the point
constexpr double kPanPixels = 40;  ///< per notch of the wheel, or key

}  // namespace

std::optional<std::size_t> ParetoPlot::target_at(QPointF at) const {
    if (!axisRect()->rect().contains(at.toPoint())) return {};
    std::optional<std::size_t> best;
    double nearest = kReach;
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        const QPointF away = place_of(targets_[i]) - at;
        // A preset lies close to the front, and a plan may be a preset: what is named goes first
        // wherever both are within reach, and plans before presets.
        const double bonus = targets_[i].plan != 0        ? kReach * 0.7
                             : targets_[i].name.isEmpty() ? 0
                                                          : kReach / 2;
        const double distance = std::hypot(away.x(), away.y()) - bonus;
        if (distance < nearest) {
            nearest = distance;
            best = i;
        }
    }
    return best;
}

std::vector<HoverLine> ParetoPlot::describe(const Target& target) const {
    if (target.measured) return describe_measured(target);
    const bool named = !target.name.isEmpty();
    std::vector<HoverLine> lines = {
        {HoverLine::Kind::kTitle, {}, named ? target.name : tr("Best plan of this size")},
        {HoverLine::Kind::kPlain,
         {},
         tr("%1 bits per weight, %2").arg(bits_text(bits(target.bytes)), bytes_text(target.bytes))},
        {HoverLine::Kind::kPlain, {}, tr("error est. %1").arg(quantity_text(target.error))}};
    const PlanTotals& now = plan_.totals();
    if (now.estimated_loss > 0.0) {
        const double ratio = target.error / *now.estimated_loss;
        lines.push_back(
            {HoverLine::Kind::kPlain,
             {},
             tr("from the plan: %1, error × %2")
                 .arg(bytes_change_text(now.bytes, target.bytes), number_text(ratio, 'g', 3))});
    }
    lines.push_back({HoverLine::Kind::kMuted,
                     {},
                     target.plan != 0 ? tr("click switches to this plan")
                                      : tr("click applies it, one step to undo")});
    return lines;
}

void ParetoPlot::mark(std::optional<std::size_t> target) {
    if (mark_ == target) return;
    mark_ = target;
    marked_->data()->clear();
    card_.clear();
    if (mark_) {
        const Target& point = targets_[*mark_];
        marked_->setValueAxis(point.measured ? yAxis2 : yAxis);
        marked_->addData(bits(point.bytes),
                         point.measured ? measured_value(point.measured).value_or(0) : point.error);
        card_.set(describe(point));
        card_.place(place_of(point).toPoint(), rect());
    }
    setCursor(mark_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
    marked_->layer()->replot();
    update();
    const Target* point = mark_ ? &targets_[*mark_] : nullptr;
    const bool preset = point != nullptr && point->plan == 0 && !point->measured;
    emit preset_marked(preset ? point->name : QString());
}

void ParetoPlot::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    card_.paint(painter, theme_.tokens());
    if (hasFocus()) paint_focus(painter, rect(), theme_.tokens());
}

void ParetoPlot::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->pos();
    QCustomPlot::mousePressEvent(event);
}

void ParetoPlot::mouseMoveEvent(QMouseEvent* event) {
    mark(event->buttons() == Qt::NoButton ? target_at(event->position()) : std::nullopt);
    QCustomPlot::mouseMoveEvent(event);
}

void ParetoPlot::mouseReleaseEvent(QMouseEvent* event) {
    QCustomPlot::mouseReleaseEvent(event);
    const int moved = (event->pos() - pressed_).manhattanLength();
    if (event->button() != Qt::LeftButton || moved >= QApplication::startDragDistance()) return;
    if (const auto target = target_at(event->position())) choose(targets_[*target]);
}

void ParetoPlot::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!target_at(event->position())) show_all();
}

void ParetoPlot::leaveEvent(QEvent* event) {
    mark({});
    QCustomPlot::leaveEvent(event);
}

void ParetoPlot::focusInEvent(QFocusEvent* event) {
    QCustomPlot::focusInEvent(event);
    update();
}

void ParetoPlot::focusOutEvent(QFocusEvent* event) {
    QCustomPlot::focusOutEvent(event);
    update();
}

// Looking around ---------------------------------------------------------------------------------

void ParetoPlot::zoom_at(QPointF at, double factor) {
    for (QCPAxis* axis : {xAxis, yAxis, yAxis2}) {
        const bool along = axis == xAxis;
        axis->scaleRange(1 / factor, axis->pixelToCoord(along ? at.x() : at.y()));
    }
    replot(rpQueuedReplot);
}

void ParetoPlot::pan_by(QPointF pixels) {
    const auto move = [](QCPAxis& axis, double by) {
        const double low = axis.coordToPixel(axis.range().lower);
        const double high = axis.coordToPixel(axis.range().upper);
        axis.setRange(axis.pixelToCoord(low + by), axis.pixelToCoord(high + by));
    };
    move(*xAxis, pixels.x());
    move(*yAxis, pixels.y());
    move(*yAxis2, pixels.y());
    replot(rpQueuedReplot);
}

void ParetoPlot::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (targets_.empty()) return;
    const WheelTurn turn = read_wheel(*event, wheel_);
    if (turn.zoom != 1) return zoom_at(event->position(), turn.zoom);
    if (!turn.scroll.isNull()) pan_by(turn.scroll * kPanPixels);
}

bool ParetoPlot::look_key(const QKeyEvent& event) {
    const QPointF middle = QRectF(axisRect()->rect()).center();
    const Qt::KeyboardModifiers keys = event.modifiers();
    const int right = event.key() == Qt::Key_Left ? -1 : event.key() == Qt::Key_Right ? 1 : 0;
    const int down = event.key() == Qt::Key_Up ? -1 : event.key() == Qt::Key_Down ? 1 : 0;
    if (event.key() == Qt::Key_Home || event.key() == Qt::Key_F) {
        show_all();
    } else if (event.key() == Qt::Key_Plus || event.key() == Qt::Key_Equal) {
        zoom_at(middle, zoom_step(keys & ~Qt::ShiftModifier));
    } else if (event.key() == Qt::Key_Minus) {
        zoom_at(middle, 1 / zoom_step(keys & ~Qt::ShiftModifier));
    } else if ((right != 0 || down != 0) && keys.testFlag(Qt::ShiftModifier)) {
        pan_by(QPointF(right, down) * kPanPixels);
    } else {
        return false;
    }
    return true;
}

void ParetoPlot::step_mark(const QKeyEvent& event) {
    const int count = static_cast<int>(targets_.size());
    const bool back = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up;
    const int step = back ? -1 : 1;
    const bool presets = event.modifiers().testFlag(Qt::ControlModifier);
    int next = mark_ ? static_cast<int>(*mark_) + step : nearest_to_plan();
    while (presets && next >= 0 && next < count &&
           targets_[static_cast<std::size_t>(next)].name.isEmpty()) {
        next += step;
    }
    if (presets && (next < 0 || next >= count)) return;
    mark(static_cast<std::size_t>(std::clamp(next, 0, count - 1)));
    announce_part(*this, *this);
}

void ParetoPlot::keyPressEvent(QKeyEvent* event) {
    if (targets_.empty()) return QCustomPlot::keyPressEvent(event);
    if (look_key(*event)) return;
    switch (event->key()) {
        case Qt::Key_Escape:
            if (mark_) return mark({});
            break;
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Up:
        case Qt::Key_Down:
            return step_mark(*event);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (mark_) return choose(targets_[*mark_]);
            break;
        default:
            break;
    }
    QCustomPlot::keyPressEvent(event);
}

// In words ---------------------------------------------------------------------------------------

int ParetoPlot::part_count() const {
    return static_cast<int>(targets_.size()) + (plan_position() ? 1 : 0);
}

CanvasPart ParetoPlot::part(int index) const {
    const auto at = static_cast<std::size_t>(index);
    const bool is_plan = at >= targets_.size();
    const Target target = is_plan ? Target{plan_name_text(plan_.name()),
                                           plan_.totals().bytes,
                                           plan_.totals().estimated_loss.value_or(0),
                                           0,
                                           {}}
                                  : targets_[at];
    const QString kind = is_plan                 ? tr("the plan %1").arg(target.name)
                         : target.name.isEmpty() ? tr("Best plan of this size")
                                                 : target.name;
    const QString figure =
        target.measured ? tr("%1 bits per weight, measured: %2")
                              .arg(bits_text(bits(target.bytes)), measured_text(*target.measured))
                        : tr("%1 bits per weight, estimated error %2")
                              .arg(bits_text(bits(target.bytes)), quantity_text(target.error));
    const QPoint middle = place_of(target).toPoint();
    return {tr("%1, %2, %3", "kind, figures, size").arg(kind, figure, bytes_text(target.bytes)),
            figure, QRect(middle - QPoint(5, 5), QSize(11, 11)), mark_ == at};
}

std::optional<int> ParetoPlot::current_part() const {
    return mark_ ? std::optional(static_cast<int>(*mark_)) : std::nullopt;
}

std::optional<int> ParetoPlot::part_at(QPoint point) const {
    const auto target = target_at(point);
    return target ? std::optional(static_cast<int>(*target)) : std::nullopt;
}

void ParetoPlot::choose_part(int index) {
    if (static_cast<std::size_t>(index) < targets_.size()) mark(static_cast<std::size_t>(index));
}

int ParetoPlot::nearest_to_plan() const {
    const std::uint64_t bytes = plan_.totals().bytes;
    const auto found =
        std::find_if(targets_.begin(), targets_.end(),
                     [bytes](const Target& target) { return target.bytes >= bytes; });
    return static_cast<int>(found - targets_.begin());
}

}  // namespace bitlathe
