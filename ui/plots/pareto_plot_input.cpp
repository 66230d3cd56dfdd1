// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand does to the plot of plans.
#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/plots/pareto_plot.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

constexpr double kReach = 9;  ///< pixels around a point that count as the point

}  // namespace

std::optional<std::size_t> ParetoPlot::target_at(QPointF at) const {
    if (!axisRect()->rect().contains(at.toPoint())) return {};
    std::optional<std::size_t> best;
    double nearest = kReach;
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        const QPointF away = position(targets_[i].bytes, targets_[i].error) - at;
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
                 .arg(bytes_change_text(now.bytes, target.bytes), QString::number(ratio, 'g', 3))});
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
        marked_->addData(bits(point.bytes), point.error);
        card_.set(describe(point));
        card_.place(position(point.bytes, point.error).toPoint(), rect());
        setAccessibleDescription(
            tr("%1, %2 bits per weight, estimated error %3")
                .arg(point.name.isEmpty() ? tr("Best plan of this size") : point.name,
                     bits_text(bits(point.bytes)), quantity_text(point.error)));
    }
    setCursor(mark_ ? Qt::PointingHandCursor : Qt::ArrowCursor);
    marked_->layer()->replot();
    update();
}

void ParetoPlot::paintEvent(QPaintEvent* event) {
    QCustomPlot::paintEvent(event);
    QPainter painter(this);
    card_.paint(painter, theme_.tokens());
    if (hasFocus()) {
        painter.setPen(theme_.tokens().accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
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

void ParetoPlot::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(targets_.size());
    const int now = mark_ ? static_cast<int>(*mark_) : -1;
    if (event->key() == Qt::Key_Home) {
        show_all();
    } else if (event->key() == Qt::Key_Escape && mark_) {
        mark({});
    } else if ((event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) && count > 0) {
        const int next =
            now < 0 ? nearest_to_plan() : now + (event->key() == Qt::Key_Left ? -1 : 1);
        mark(static_cast<std::size_t>(std::clamp(next, 0, count - 1)));
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && mark_) {
        choose(targets_[*mark_]);
    } else {
        QCustomPlot::keyPressEvent(event);
    }
}

int ParetoPlot::nearest_to_plan() const {
    const std::uint64_t bytes = plan_.totals().bytes;
    const auto found =
        std::find_if(targets_.begin(), targets_.end(),
                     [bytes](const Target& target) { return target.bytes >= bytes; });
    return static_cast<int>(found - targets_.begin());
}

}  // namespace bitlathe
