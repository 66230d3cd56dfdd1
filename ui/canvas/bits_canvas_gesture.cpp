// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse on the BITS canvas.
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/canvas/bits_canvas.h"
#include "ui/canvas/block_wheel.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

bool same(const std::vector<FormatChange>& a, const std::vector<FormatChange>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.tensor == y.tensor && x.format == y.format;
    });
}

}  // namespace

std::vector<PaintGesture::Member> BitsCanvas::gesture_group(int bar) const {
    const std::vector<int> bars = selected_bars();
    if (bars.size() < 2 || std::find(bars.begin(), bars.end(), bar) == bars.end()) return {};
    std::vector<PaintGesture::Member> group;
    for (const int member : bars)
        group.push_back({member, looks_[static_cast<std::size_t>(member)].committed_bits});
    return group;
}

void BitsCanvas::mousePressEvent(QMouseEvent* event) {
    if (turn_back(axis_, *event)) return;
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::MiddleButton) {
        pan_x_ = at.x();
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton || bars_.bars.empty()) return;
    if (press_heading(at, event->modifiers())) return;
    const auto bar = geometry_.bar_at(at);
    if (!bar || event->modifiers().testFlag(Qt::ShiftModifier)) {
        start_rubber(at, event->modifiers());
        return;
    }
    press_bar(*bar, event->modifiers());
    if ((event->modifiers() & ~Qt::AltModifier) == Qt::NoModifier) {
        emit edit_begins();
        held_ = event->modifiers();
        gesture_.emplace(*bar, at, gesture_group(*bar));
        previewed_.clear();
    }
}

void BitsCanvas::mouseMoveEvent(QMouseEvent* event) {
    pointer_ = event->position().toPoint();
    if (pan_x_) {
        pan_pixels(axis_, pointer_.x() - std::exchange(*pan_x_, pointer_.x()),
                   geometry_.plot().width());
        return;
    }
    if (rubber_) return stretch_rubber(pointer_);
    auto bar = geometry_.bar_at(pointer_);
    if (gesture_) {
        const bool moved = gesture_->move(geometry_, pointer_);
        hold(event->modifiers());
        if (moved) preview_gesture();
        if (gesture_->started()) bar = gesture_->last_bar();
        show_refusals();
    }
    hovered_bar_ = bar;
    hub_.hover(bar ? std::optional(bars_.bars[static_cast<std::size_t>(*bar)].tensors.front())
                   : std::nullopt);
    update_card();
}

void BitsCanvas::hold(Qt::KeyboardModifiers modifiers) {
    if (held_ == modifiers) return;
    held_ = modifiers;
    if (gesture_->started()) preview_gesture();
}

void BitsCanvas::preview_gesture() {
    const TensorCatalog& catalog = plan_.catalog();
    const auto first = bars_.bars[static_cast<std::size_t>(gesture_->first_bar())].tensors.front();
    const bool one_role = held_.testFlag(Qt::ShiftModifier);
    const bool any_legal = held_.testFlag(Qt::AltModifier);
    std::vector<FormatChange> changes;
    for (const auto& [bar, bits] : gesture_->wanted()) {
        for (const std::size_t tensor : bars_.bars[static_cast<std::size_t>(bar)].tensors) {
            if (one_role && catalog.tensor(tensor).role != catalog.tensor(first).role) continue;
            const auto format =
                any_legal ? catalog.nearest_legal(tensor, bits) : catalog.nearest(tensor, bits);
            if (format) changes.push_back({tensor, *format});
        }
    }
    if (same(changes, previewed_)) return;  // between two steps of the ladder nothing moves
    previewed_ = std::move(changes);
    plan_.preview(previewed_);
}

void BitsCanvas::show_refusals() {
    const int bar = dragging() ? gesture_->last_bar() : -1;
    if (bar == refusing_) return;
    if (refusing_ >= 0) update_bar(refusing_);
    refusing_ = bar;
    refusals_.clear();
    if (bar < 0) return;
    refusals_ =
        refused_formats(plan_.catalog(), bars_.bars[static_cast<std::size_t>(bar)].tensors.front());
    update_bar(bar);
}

Phrase BitsCanvas::commit_text() const {
    const int count = static_cast<int>(plan_.previewed_count());
    std::optional<FormatId> common;
    bool mixed_formats = false;
    for (const FormatChange& change : previewed_) {
        if (plan_.format(change.tensor) == plan_.committed_format(change.tensor)) continue;
        mixed_formats = mixed_formats || (common && *common != change.format);
        common = change.format;
    }
    if (mixed_formats || !common)
        return [count] { return tr("Paint %n tensor(s)", nullptr, count); };
    return [count, format = format_text(*common)] {
        return tr("Set %n tensor(s) to %1", nullptr, count).arg(format);
    };
}

void BitsCanvas::end_gesture(bool commit) {
    const bool moved = dragging();
    gesture_.reset();
    if (moved && commit) {
        plan_.commit_preview(commit_text());
    } else if (moved) {
        plan_.cancel_preview();
    }
    previewed_.clear();
    show_refusals();
    update_card();
    announce_value(*this, *this);
}

void BitsCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton && pan_x_) {
        pan_x_.reset();
        unsetCursor();
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    if (rubber_) return end_rubber(event->modifiers());
    if (!gesture_) return;
    const int bar = gesture_->last_bar();
    const bool clicked = !gesture_->started();
    end_gesture(true);
    if (clicked) select_bars({bar}, bar);
}

void BitsCanvas::leaveEvent(QEvent*) {
    if (gesture_ || rubber_) return;
    hovered_bar_.reset();
    hub_.hover(std::nullopt);
    update_card();
}

}  // namespace bitlathe
