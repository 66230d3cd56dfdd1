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
    if (turn_back(axis_, *event)) return;
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
            if (metric.pool != DepthMetric::Pool::kBlock)
                lines.push_back({HoverLine::Kind::kPlain,
                                 {},
                                 tr("highest: %1, %2")
                                     .arg(plan_.catalog().tensor(value->extreme).name,
                                          metric.text(value->high))});
            hub_.hover(value->extreme);
            if (std::binary_search(drop_columns_.begin(), drop_columns_.end(), *column))
                lines.push_back({HoverLine::Kind::kPlain, {}, drop_text()});
        } else {
            lines.push_back({HoverLine::Kind::kMuted,
                             {},
                             metric.measured != nullptr ? tr("not measured")
                             : metric.of_profile        ? tr("not profiled")
                                                        : tr("not known yet …")});
        }
    } else {
        lines.push_back({HoverLine::Kind::kTitle, {}, metric.title_text()});
        if (const auto peak = strongest(shown_[*place])) {
            const QString name = names_[static_cast<std::size_t>(*peak)];
            const QString where = scale_.is_block(*peak) ? tr("block %1").arg(name) : name;
            const DepthColumn& value = values_[shown_[*place]][static_cast<std::size_t>(*peak)];
            lines.push_back({HoverLine::Kind::kPlain,
                             {},
                             tr("highest: %1, %2").arg(where, metric.text(value->pooled))});
        }
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
    const int columns = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int places = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    if (columns != 0 || places != 0)
        return step(columns, places, event->modifiers().testFlag(Qt::ShiftModifier));
    if (event->key() == Qt::Key_F && !event->modifiers().testFlag(Qt::ControlModifier)) {
        if (current_) axis_.show(*current_, *current_ + 1);
        return;
    }
    if (event->key() == Qt::Key_Escape) return hub_.select({}, std::nullopt);
    if (!look_key(axis_, *event)) QWidget::keyPressEvent(event);
}

void DepthCanvas::step(int columns, int places, bool extend) {
    const int count = scale_.columns().count;
    if (count == 0 || shown_.empty()) return;
    const int last = static_cast<int>(shown_.size()) - 1;
    current_place_ =
        static_cast<std::size_t>(std::clamp(static_cast<int>(current_place_) + places, 0, last));
    if (columns != 0) {
        const std::vector<std::size_t> before = hub_.selected();
        const int column =
            std::clamp(current_.value_or(columns > 0 ? -1 : count) + columns, 0, count - 1);
        select_column(column);
        if (extend && hub_.current()) {
            std::vector<std::size_t> both = before;
            both.insert(both.end(), hub_.selected().begin(), hub_.selected().end());
            hub_.select(std::move(both), hub_.current());
        }
        const BlockView& view = axis_.view();
        if (column < view.first) axis_.pan(column - view.first);
        if (column + 1 > view.first + view.count) axis_.pan(column + 1 - view.first - view.count);
    }
    update();
    announce_part(*this, *this);
}

// In words ---------------------------------------------------------------------------------------

int DepthCanvas::part_count() const {
    return static_cast<int>(shown_.size()) * scale_.columns().count;
}

CanvasPart DepthCanvas::part(int index) const {
    const int count = scale_.columns().count;
    const auto place = static_cast<std::size_t>(index / count);
    const int column = index % count;
    const DepthMetric& metric = depth_metrics()[shown_[place]];
    const DepthColumn& value = values_[shown_[place]][static_cast<std::size_t>(column)];
    const QString name = names_[static_cast<std::size_t>(column)];
    const QString where = scale_.is_block(column) ? tr("block %1").arg(name) : name;
    const QString figure = value ? metric.text(value->pooled) : tr("not known yet");
    const auto [x, width] = scale_.span(column);
    const QRect strip = strip_rect(place);
    const std::vector<std::size_t>& tensors = columns_->tensors(column);
    return {tr("%1, %2: %3", "metric, block: value").arg(metric.title_text(), where, figure),
            figure, QRect(x, strip.top(), width, strip.height()),
            !tensors.empty() && hub_.is_selected(tensors.front())};
}

std::optional<int> DepthCanvas::current_part() const {
    if (!current_ || current_place_ >= shown_.size()) return std::nullopt;
    return static_cast<int>(current_place_) * scale_.columns().count + *current_;
}

std::optional<int> DepthCanvas::part_at(QPoint point) const {
    const auto place = place_at(point.y());
    const auto column = scale_.column_at(point.x());
    if (!place || !column) return std::nullopt;
    return static_cast<int>(*place) * scale_.columns().count + *column;
}

void DepthCanvas::choose_part(int index) {
    current_place_ = static_cast<std::size_t>(index / scale_.columns().count);
    select_column(index % scale_.columns().count);
    update();
}

QString DepthCanvas::copy_text() const {
    const auto now = current_part();
    if (!now) return {};
    QStringList lines;  // all strips of the block
    const int count = scale_.columns().count;
    for (int place = 0; place < static_cast<int>(shown_.size()); ++place)
        lines.push_back(part(place * count + *now % count).name);
    return lines.join(u'\n');
}

void DepthCanvas::focusInEvent(QFocusEvent* event) {
    const bool by_key =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (by_key && !current_ && scale_.columns().count > 0) select_column(0);
    announce_part(*this, *this);
    update();
}

void DepthCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
