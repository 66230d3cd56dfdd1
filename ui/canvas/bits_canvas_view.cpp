// SPDX-License-Identifier: GPL-3.0-or-later
// Looking around on the BITS canvas: zooming, framing, unfolding.
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/canvas/bits_canvas.h"
#include "ui/canvas/block_wheel.h"

namespace bitlathe {

void BitsCanvas::wheelEvent(QWheelEvent* event) {
    if (gesture_ || rubber_) return event->accept();  // nothing moves under a hand that drags
    turn_wheel(axis_, geometry_.scale(), *event);
}

void BitsCanvas::reveal(int bar) {
    const double column = geometry_.grid().bars[static_cast<std::size_t>(bar)].column;
    const BlockView& view = axis_.view();
    if (column < view.first) axis_.pan(column - view.first);
    if (column + 1 > view.first + view.count) axis_.pan(column + 1 - view.first - view.count);
}

void BitsCanvas::fit_selection() {
    const std::vector<int> bars = selected_bars();
    if (bars.empty()) return axis_.fit();
    const auto column = [this](int bar) {
        return geometry_.grid().bars[static_cast<std::size_t>(bar)].column;
    };
    const auto [low, high] = std::minmax_element(
        bars.begin(), bars.end(), [&](int a, int b) { return column(a) < column(b); });
    axis_.show(column(*low), column(*high) + 1);
}

void BitsCanvas::toggle_unfolded(Role role) {
    if (!unfolded_.erase(role)) unfolded_.insert(role);
    rebuild();
    marked_ = selected_bars();
}

QVariant BitsCanvas::kept_view() const {
    return QVariant::fromValue(unfolded_);
}

void BitsCanvas::take_view(const QVariant& kept) {
    unfolded_ = kept.value<std::set<Role>>();
    rebuild();
    marked_ = selected_bars();
}

void BitsCanvas::unfold_current() {
    const auto tensor = hub_.current();
    if (!tensor || !plan_.catalog().tensor(*tensor).expert) return;
    toggle_unfolded(plan_.catalog().tensor(*tensor).role);
}

void BitsCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto bar = geometry_.bar_at(event->position().toPoint());
    if (!bar || event->button() != Qt::LeftButton) return;
    const std::size_t tensor = bars_.bars[static_cast<std::size_t>(*bar)].tensors.front();
    if (plan_.catalog().tensor(tensor).expert)
        return toggle_unfolded(plan_.catalog().tensor(tensor).role);
    fit_selection();
}

// Another plan beside this one -------------------------------------------------------------------

void BitsCanvas::set_comparison(std::vector<FormatId> formats, bool hollow) {
    if (formats.empty() && compared_.empty()) return;
    hollow_ = hollow;
    compared_ = std::move(formats);
    weigh_comparison();
    update_card();
    update();
}

void BitsCanvas::weigh_comparison() {
    compared_bits_.clear();
    if (compared_.empty()) return;
    for (const Bar& bar : bars_.bars) {
        double bytes = 0;
        double weights = 0;
        for (const std::size_t tensor : bar.tensors) {
            bytes += static_cast<double>(plan_.catalog().bytes(tensor, compared_[tensor]));
            weights += static_cast<double>(plan_.catalog().tensor(tensor).elements);
        }
        compared_bits_.push_back(bytes * 8 / std::max(1.0, weights));
    }
}

bool BitsCanvas::differs(int bar) const {
    if (compared_.empty()) return false;
    const auto& tensors = bars_.bars[static_cast<std::size_t>(bar)].tensors;
    return std::any_of(tensors.begin(), tensors.end(), [this](std::size_t tensor) {
        return plan_.format(tensor) != compared_[tensor];
    });
}

std::optional<double> BitsCanvas::compared_bits(int bar) const {
    if (compared_bits_.empty()) return std::nullopt;
    return compared_bits_[static_cast<std::size_t>(bar)];
}

// Selecting many ---------------------------------------------------------------------------------

bool BitsCanvas::press_heading(QPoint at, Qt::KeyboardModifiers modifiers) {
    const QRect plot = geometry_.plot();
    std::vector<int> bars;
    if (at.x() < plot.left()) {
        const auto row = geometry_.row_at(at.y());
        for (int bar = 0; row && bar < geometry_.bar_count(); ++bar) {
            if (geometry_.grid().bars[static_cast<std::size_t>(bar)].row == *row)
                bars.push_back(bar);
        }
    } else if (at.y() > plot.bottom()) {
        const auto column = geometry_.scale().column_at(at.x());
        for (int bar = 0; column && bar < geometry_.bar_count(); ++bar) {
            if (geometry_.grid().bars[static_cast<std::size_t>(bar)].column == *column)
                bars.push_back(bar);
        }
    }
    if (bars.empty()) return false;
    const int current = bars.front();
    if (modifiers.testFlag(Qt::ControlModifier) || modifiers.testFlag(Qt::ShiftModifier)) {
        const std::vector<int> kept = selected_bars();
        bars.insert(bars.end(), kept.begin(), kept.end());
    }
    anchor_ = current;
    select_bars(bars, current);
    return true;
}

void BitsCanvas::start_rubber(QPoint at, Qt::KeyboardModifiers modifiers) {
    rubber_ = RubberBand{at, at, {}};
    if (modifiers.testFlag(Qt::ControlModifier)) rubber_->kept = selected_bars();
}

void BitsCanvas::stretch_rubber(QPoint to) {
    update(rubber_->rect().adjusted(-2, -2, 2, 2));
    rubber_->to = to;
    const QRect frame = rubber_->rect();
    std::vector<int> bars = rubber_->kept;
    for (const int bar : geometry_.bars_in(frame)) {
        if (geometry_.slot_rect(bar).intersects(frame)) bars.push_back(bar);
    }
    if (bars.empty()) {
        hub_.select({}, std::nullopt);
    } else {
        select_bars(bars, bars.front());
    }
    update(frame.adjusted(-2, -2, 2, 2));
}

void BitsCanvas::end_rubber(Qt::KeyboardModifiers modifiers) {
    const RubberBand band = *rubber_;
    drop_rubber();
    if ((band.from - band.to).manhattanLength() > 3) return;
    if (const auto bar = geometry_.bar_at(band.from)) {  // a click: Shift extends to this bar
        press_bar(*bar, modifiers);
    } else if (band.kept.empty()) {
        hub_.select({}, std::nullopt);
    }
}

void BitsCanvas::drop_rubber() {
    update(rubber_->rect().adjusted(-2, -2, 2, 2));
    rubber_.reset();
}

void BitsCanvas::follow(BarColours& colours) {
    colours_ = &colours;
    connect(&colours, &BarColours::changed, this, &BitsCanvas::refresh_all);
}

BarLook BitsCanvas::look(std::size_t bar) const {
    BarLook look = look_of(plan_, bars_.bars[bar]);
    if (colours_ != nullptr && !colours_->by_error()) {
        look.tone = colours_->tone(bars_.bars[bar].tensors);
        look.copied = false;
    }
    return look;
}

}  // namespace bitlathe
