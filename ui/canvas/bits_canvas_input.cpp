// SPDX-License-Identifier: GPL-3.0-or-later
// Selection and keys of the BITS canvas.
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/canvas/bits_canvas.h"
#include "ui/canvas/block_wheel.h"
#include "ui/theme/text.h"

namespace bitlathe {
// Selection --------------------------------------------------------------------------------------

std::vector<int> BitsCanvas::selected_bars() const {
    std::vector<int> bars;
    for (const std::size_t tensor : hub_.selected()) {
        const int bar = tensor < bars_.bar_of_tensor.size() ? bars_.bar_of_tensor[tensor] : -1;
        if (bar >= 0) bars.push_back(bar);
    }
    std::sort(bars.begin(), bars.end());
    bars.erase(std::unique(bars.begin(), bars.end()), bars.end());
    return bars;
}

std::vector<std::size_t> BitsCanvas::selected_tensors() const {
    std::vector<std::size_t> tensors;
    for (const int bar : selected_bars()) {
        const Bar& own = bars_.bars[static_cast<std::size_t>(bar)];
        tensors.insert(tensors.end(), own.tensors.begin(), own.tensors.end());
    }
    return tensors;
}

std::optional<int> BitsCanvas::current_bar() const {
    const auto tensor = hub_.current();
    if (!tensor || *tensor >= bars_.bar_of_tensor.size()) return std::nullopt;
    const int bar = bars_.bar_of_tensor[*tensor];
    return bar >= 0 ? std::optional(bar) : std::nullopt;
}

void BitsCanvas::select_bars(const std::vector<int>& bars, int current) {
    std::vector<std::size_t> tensors;
    for (const int bar : bars) {
        const Bar& own = bars_.bars[static_cast<std::size_t>(bar)];
        tensors.insert(tensors.end(), own.tensors.begin(), own.tensors.end());
    }
    hub_.select(std::move(tensors), bars_.bars[static_cast<std::size_t>(current)].tensors.front());
}

void BitsCanvas::press_bar(int bar, Qt::KeyboardModifiers modifiers) {
    std::vector<int> bars = selected_bars();
    const auto found = std::find(bars.begin(), bars.end(), bar);
    if (modifiers.testFlag(Qt::ControlModifier)) {
        if (found == bars.end()) {
            bars.push_back(bar);
        } else {
            bars.erase(found);
        }
        anchor_ = bar;
        select_bars(bars, bar);
        return;
    }
    if (modifiers.testFlag(Qt::ShiftModifier) && anchor_ >= 0) {
        const QRect from = geometry_.slot_rect(anchor_);
        const QRect to = geometry_.slot_rect(bar);
        select_bars(geometry_.bars_in(from.united(to)), bar);
        return;
    }
    anchor_ = bar;
    // A press on a selected bar keeps the group: it may be dragged as one.
    if (found == bars.end()) bars = {bar};
    select_bars(bars, bar);
}

// Keyboard ---------------------------------------------------------------------------------------

bool BitsCanvas::event(QEvent* event) {
    // Esc must reach us before any shortcut of the window while a drag runs.
    if (event->type() == QEvent::ShortcutOverride && (gesture_ || rubber_)) {
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) event->accept();
    }
    return QWidget::event(event);
}

void BitsCanvas::keyPressEvent(QKeyEvent* event) {
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool jump = event->modifiers().testFlag(Qt::ControlModifier);
    if (gesture_) {  // a drag owns the plan until it ends
        if (event->key() == Qt::Key_Escape) return end_gesture(false);
        if (event->key() == Qt::Key_Shift) hold(held_ | Qt::ShiftModifier);
        if (event->key() == Qt::Key_Alt) hold(held_ | Qt::AltModifier);
        return;
    }
    if (rubber_) {
        if (event->key() == Qt::Key_Escape) drop_rubber();
        return;
    }
    switch (event->key()) {
        case Qt::Key_F:
            return fit_selection();
        case Qt::Key_E:
            return unfold_current();
        case Qt::Key_Home:
            return axis_.fit();
        case Qt::Key_Left:
            return move_current(-1, 0, extend);
        case Qt::Key_Right:
            return move_current(1, 0, extend);
        case Qt::Key_Up:
            return jump ? move_current(0, -1, extend) : step_selected(1);
        case Qt::Key_Down:
            return jump ? move_current(0, 1, extend) : step_selected(-1);
        case Qt::Key_Space:
            return toggle_lock();
        case Qt::Key_Escape:
            return hub_.select({}, std::nullopt);
        default:
            break;
    }
    if (event->key() >= Qt::Key_2 && event->key() <= Qt::Key_8 && !jump &&
        !event->modifiers().testFlag(Qt::AltModifier)) {
        // "4" means the four-bit formats, which weigh about 4.5 bits with their scales.
        return set_selected_bits(event->key() - Qt::Key_0 + 0.5);
    }
    QWidget::keyPressEvent(event);
}

void BitsCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (gesture_ && event->key() == Qt::Key_Shift) hold(held_ & ~Qt::ShiftModifier);
    if (gesture_ && event->key() == Qt::Key_Alt) hold(held_ & ~Qt::AltModifier);
    QWidget::keyReleaseEvent(event);
}

void BitsCanvas::move_current(int columns, int rows, bool extend) {
    if (bars_.bars.empty()) return;
    const int from = current_bar().value_or(0);
    int to = from;
    if (current_bar()) {
        const BitsCell& cell = geometry_.grid().bars[static_cast<std::size_t>(from)];
        int best = -1;
        for (int bar = 0; bar < geometry_.bar_count(); ++bar) {
            const BitsCell& other = geometry_.grid().bars[static_cast<std::size_t>(bar)];
            const bool same_row = other.row == cell.row + rows;
            const int along =
                columns != 0 ? (bar - from) * columns : -std::abs(other.column - cell.column);
            if (!same_row || (columns != 0 && along <= 0)) continue;
            if (best < 0) {
                best = bar;
                continue;
            }
            const BitsCell& known = geometry_.grid().bars[static_cast<std::size_t>(best)];
            const int best_along =
                columns != 0 ? (best - from) * columns : -std::abs(known.column - cell.column);
            if (columns != 0 ? along < best_along : along > best_along) best = bar;
        }
        if (best < 0) return;
        to = best;
    }
    std::vector<int> bars = extend ? selected_bars() : std::vector<int>{};
    bars.push_back(to);
    anchor_ = extend ? anchor_ : to;
    select_bars(bars, to);
    reveal(to);
}

void BitsCanvas::commit_changes(const std::vector<FormatChange>& changes) {
    if (changes.empty()) return;
    emit edit_begins();
    previewed_ = changes;
    plan_.preview(previewed_);
    plan_.commit_preview(commit_text());
    previewed_.clear();
    announce();
}

void BitsCanvas::step_selected(int step) {
    std::vector<FormatChange> changes;
    for (const std::size_t tensor : selected_tensors()) {
        if (const auto format = plan_.catalog().next(tensor, plan_.format(tensor), step)) {
            changes.push_back({tensor, *format});
        }
    }
    commit_changes(changes);
}

void BitsCanvas::set_selected_bits(double bits) {
    std::vector<FormatChange> changes;
    for (const std::size_t tensor : selected_tensors()) {
        if (const auto format = plan_.catalog().nearest(tensor, bits)) {
            changes.push_back({tensor, *format});
        }
    }
    commit_changes(changes);
}

void BitsCanvas::toggle_lock() {
    const std::vector<std::size_t> tensors = selected_tensors();
    if (tensors.empty()) return;
    emit edit_begins();
    const bool all_locked = std::all_of(tensors.begin(), tensors.end(),
                                        [this](std::size_t t) { return plan_.locked(t); });
    plan_.set_locked(tensors, !all_locked);
    announce();
}

void BitsCanvas::focusInEvent(QFocusEvent* event) {
    if (!current_bar() && !bars_.bars.empty() &&
        (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)) {
        select_bars({0}, 0);
    }
    update();
}

void BitsCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
