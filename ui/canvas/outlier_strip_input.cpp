// SPDX-License-Identifier: GPL-3.0-or-later
// Pointer and keys of the strips of outlying channels, and what they say in words.
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

#include "ui/canvas/block_wheel.h"
#include "ui/canvas/outlier_strip.h"
#include "ui/models/tap_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

QString OutlierStrip::value_text(const TapSummary* tap) const {
    if (tap == nullptr || !tap->channel_ratio) return tr("not profiled");
    return tr("largest channel %1, %2 × the median")
        .arg(quantity_text(tap->absmax), number_text(*tap->channel_ratio, 'f', 1));
}

void OutlierStrip::show_card(QPoint at_pointer) {
    const auto row = row_at(at_pointer.y());
    const auto column = scale_.column_at(at_pointer.x());
    card_.clear();
    if (row && column && scale_.is_block(*column)) {
        const TapSummary* tap = at(*row, *column);
        std::vector<HoverLine> lines;
        lines.push_back({HoverLine::Kind::kTitle,
                         {},
                         tr("block %1").arg(names_[static_cast<std::size_t>(*column)]) +
                             u"  ·  "_s + tap_text(rows_[*row])});
        lines.push_back({HoverLine::Kind::kPlain, {}, value_text(tap)});
        lines.push_back({HoverLine::Kind::kMuted, {}, tap_explanation(rows_[*row])});
        card_.set(std::move(lines));
        card_.place(at_pointer, rect());
        hub_.hover(fed_by(*row, *column).front());
    } else {
        hub_.hover(std::nullopt);
    }
    update();
}

void OutlierStrip::follow_hub() {
    const auto column_of = [this](std::optional<std::size_t> tensor) -> std::optional<int> {
        if (!tensor || !columns_ || *tensor >= plan_.catalog().size()) return std::nullopt;
        const int column = columns_->of(*tensor);
        return column >= 0 ? std::optional(column) : std::nullopt;
    };
    hovered_ = column_of(hub_.hovered());
    current_ = column_of(hub_.current());
    update();
}

void OutlierStrip::wheelEvent(QWheelEvent* event) {
    turn_wheel(axis_, scale_, *event);
}

void OutlierStrip::mousePressEvent(QMouseEvent* event) {
    const auto part = part_at(event->position().toPoint());
    if (event->button() == Qt::LeftButton && part) choose_part(*part);
}

void OutlierStrip::mouseMoveEvent(QMouseEvent* event) {
    show_card(event->position().toPoint());
}

void OutlierStrip::leaveEvent(QEvent*) {
    card_.clear();
    hub_.hover(std::nullopt);
    update();
}

void OutlierStrip::keyPressEvent(QKeyEvent* event) {
    const int right = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    const int down = event->key() == Qt::Key_Up ? -1 : event->key() == Qt::Key_Down ? 1 : 0;
    const int count = scale_.columns().count;
    if ((right == 0 && down == 0) || rows_.empty() || count == 0) {
        if (!look_key(axis_, *event)) QWidget::keyPressEvent(event);
        return;
    }
    const int row =
        std::clamp(static_cast<int>(current_row_) + down, 0, static_cast<int>(rows_.size()) - 1);
    const int column = std::clamp(current_.value_or(right > 0 ? -1 : count) + right, 0, count - 1);
    choose_part(row * count + column);
    announce_part(*this, *this);
}

void OutlierStrip::focusInEvent(QFocusEvent*) {
    announce_part(*this, *this);
    update();
}

void OutlierStrip::focusOutEvent(QFocusEvent*) {
    update();
}

// In words ---------------------------------------------------------------------------------------

int OutlierStrip::part_count() const {
    return static_cast<int>(rows_.size()) * scale_.columns().count;
}

CanvasPart OutlierStrip::part(int index) const {
    const int count = scale_.columns().count;
    const auto row = static_cast<std::size_t>(index / count);
    const int column = index % count;
    const QString& name = names_[static_cast<std::size_t>(column)];
    const QString where = scale_.is_block(column) ? tr("block %1").arg(name) : name;
    const QString figure = value_text(at(row, column));
    const auto [x, wide] = scale_.span(column);
    return {tap_text(rows_[row]) + u", "_s + where + u": "_s + figure, figure,
            QRect(x, row_rect(row).top(), wide, row_height()),
            current_ == column && current_row_ == row};
}

std::optional<int> OutlierStrip::current_part() const {
    if (!current_ || rows_.empty()) return std::nullopt;
    return static_cast<int>(current_row_) * scale_.columns().count + *current_;
}

std::optional<int> OutlierStrip::part_at(QPoint point) const {
    const auto row = row_at(point.y());
    const auto column = scale_.column_at(point.x());
    if (!row || !column) return std::nullopt;
    return static_cast<int>(*row) * scale_.columns().count + *column;
}

void OutlierStrip::choose_part(int index) {
    const int count = scale_.columns().count;
    current_row_ = static_cast<std::size_t>(index / count);
    const std::vector<std::size_t> fed = fed_by(current_row_, index % count);
    if (!fed.empty()) hub_.select(fed, fed.front());
    update();
}

}  // namespace bitlathe
