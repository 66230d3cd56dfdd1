// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of the BITS canvas, and its bars in words.
#include <QKeyEvent>
#include <algorithm>
#include <cmath>

#include "ui/canvas/bits_canvas.h"
#include "ui/canvas/block_wheel.h"
#include "ui/models/inspector_facts.h"
#include "ui/theme/text.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

bool BitsCanvas::event(QEvent* event) {
    // Esc must reach us before any shortcut of the window while a drag runs.
    if (event->type() == QEvent::ShortcutOverride && (gesture_ || rubber_)) {
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) event->accept();
    }
    return QWidget::event(event);
}

void BitsCanvas::keyPressEvent(QKeyEvent* event) {
    const bool escape = event->key() == Qt::Key_Escape;
    if (gesture_) {  // a drag owns the plan until it ends
        if (escape) return end_gesture(false);
        if (event->key() == Qt::Key_Shift) hold(held_ | Qt::ShiftModifier);
        if (event->key() == Qt::Key_Alt) hold(held_ | Qt::AltModifier);
        return;
    }
    if (rubber_) {
        if (escape) drop_rubber();
        return;
    }
    const bool ours =
        move_key(*event) || edit_key(*event) || select_key(*event) || look_key(axis_, *event);
    if (!ours) QWidget::keyPressEvent(event);
}

void BitsCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (gesture_ && event->key() == Qt::Key_Shift) hold(held_ & ~Qt::ShiftModifier);
    if (gesture_ && event->key() == Qt::Key_Alt) hold(held_ & ~Qt::AltModifier);
    QWidget::keyReleaseEvent(event);
}

bool BitsCanvas::move_key(const QKeyEvent& event) {
    const Qt::KeyboardModifiers keys = event.modifiers();
    const bool rows = keys.testFlag(Qt::ControlModifier);
    switch (event.key()) {
        case Qt::Key_Left:
            move_current(-1, 0, keys);
            return true;
        case Qt::Key_Right:
            move_current(1, 0, keys);
            return true;
        case Qt::Key_Up:
            // Ctrl chooses the row here, as Up alone sets bits; the selection comes along.
            if (rows) move_current(0, -1, keys & ~Qt::ControlModifier);
            return rows;
        case Qt::Key_Down:
            if (rows) move_current(0, 1, keys & ~Qt::ControlModifier);
            return rows;
        default:
            return false;
    }
}

bool BitsCanvas::edit_key(const QKeyEvent& event) {
    const bool plain = !(event.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!plain) return false;
    if (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down) {
        step_selected(event.key() == Qt::Key_Up ? 1 : -1);
    } else if (event.key() == Qt::Key_Space) {
        toggle_lock();
    } else if (event.key() >= Qt::Key_2 && event.key() <= Qt::Key_8) {
        // "4" means the four-bit formats, which weigh about 4.5 bits with their scales.
        set_selected_bits(event.key() - Qt::Key_0 + 0.5);
    } else {
        return false;
    }
    return true;
}

bool BitsCanvas::select_key(const QKeyEvent& event) {
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    const auto now = current_bar();
    const auto select_if = [this, &now](const auto& belongs) {
        if (!now) return;
        std::vector<int> bars;
        for (int bar = 0; bar < geometry_.bar_count(); ++bar) {
            if (belongs(geometry_.grid().bars[static_cast<std::size_t>(bar)])) bars.push_back(bar);
        }
        select_bars(bars, *now);
    };
    const BitsCell cell = now ? geometry_.grid().bars[static_cast<std::size_t>(*now)] : BitsCell{};
    switch (event.key()) {
        case Qt::Key_A:
            if (!control) return false;
            if (!now && !bars_.bars.empty()) select_bars({0}, 0);
            if (const auto current = current_bar()) {
                std::vector<int> all(bars_.bars.size());
                for (std::size_t bar = 0; bar < all.size(); ++bar)
                    all[bar] = static_cast<int>(bar);
                select_bars(all, *current);
            }
            return true;
        case Qt::Key_Space:  // with Ctrl: without, it locks
            if (now) press_bar(*now, Qt::ControlModifier);
            return true;
        case Qt::Key_R:
            if (control) return false;
            select_if([&cell](const BitsCell& other) { return other.row == cell.row; });
            return true;
        case Qt::Key_B:
            if (control) return false;
            select_if([&cell](const BitsCell& other) { return other.column == cell.column; });
            return true;
        case Qt::Key_F:
            if (control) return false;
            fit_selection();
            return true;
        case Qt::Key_E:
            if (control) return false;
            unfold_current();
            return true;
        case Qt::Key_Escape:
            hub_.select({}, std::nullopt);
            return true;
        default:
            return false;
    }
}

std::optional<int> BitsCanvas::neighbour(int from, int columns, int rows) const {
    const BitsCell& cell = geometry_.grid().bars[static_cast<std::size_t>(from)];
    std::optional<int> best;
    int least = 0;
    for (int bar = 0; bar < geometry_.bar_count(); ++bar) {
        const BitsCell& other = geometry_.grid().bars[static_cast<std::size_t>(bar)];
        if (other.row != cell.row + rows) continue;
        const int away =
            columns != 0 ? (bar - from) * columns : std::abs(other.column - cell.column);
        if (columns != 0 && away <= 0) continue;
        if (best && away >= least) continue;
        best = bar;
        least = away;
    }
    return best;
}

void BitsCanvas::move_current(int columns, int rows, Qt::KeyboardModifiers modifiers) {
    if (bars_.bars.empty()) return;
    const auto from = current_bar();
    const auto to = from ? neighbour(*from, columns, rows) : std::optional(0);
    if (to) go_to(*to, modifiers);
}

void BitsCanvas::go_to(int bar, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        if (anchor_ < 0) anchor_ = current_bar().value_or(bar);
        const QRect frame = geometry_.slot_rect(anchor_).united(geometry_.slot_rect(bar));
        select_bars(geometry_.bars_in(frame), bar);
    } else if (modifiers.testFlag(Qt::ControlModifier)) {
        select_bars(selected_bars(), bar);
        anchor_ = bar;
    } else {
        select_bars({bar}, bar);
        anchor_ = bar;
    }
    reveal(bar);
}

void BitsCanvas::commit_changes(const std::vector<FormatChange>& changes) {
    if (changes.empty()) return;
    emit edit_begins();
    previewed_ = changes;
    plan_.preview(previewed_);
    plan_.commit_preview(commit_text());
    previewed_.clear();
    announce_value(*this, *this);
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
    announce_value(*this, *this);
}

// In words ---------------------------------------------------------------------------------------

int BitsCanvas::part_count() const {
    return static_cast<int>(bars_.bars.size());
}

CanvasPart BitsCanvas::part(int index) const {
    const Bar& bar = bars_.bars[static_cast<std::size_t>(index)];
    const BarLook& look = looks_[static_cast<std::size_t>(index)];
    return {spoken_text(plan_, bar), tr("%1 bits").arg(bits_text(look.bits)),
            geometry_.slot_rect(index), hub_.is_selected(bar.tensors.front())};
}

std::optional<int> BitsCanvas::part_at(QPoint point) const {
    return geometry_.bar_at(point);
}

void BitsCanvas::choose_part(int index) {
    go_to(index, {});
}

QString BitsCanvas::copy_text() const {
    const std::vector<int> bars = selected_bars();
    if (bars.size() == 1) {
        const Bar& bar = bars_.bars[static_cast<std::size_t>(bars.front())];
        if (bar.tensors.size() == 1) return facts_text(plan_, bar.tensors.front());
    }
    QStringList lines;
    for (const int bar : bars)
        lines.push_back(spoken_text(plan_, bars_.bars[static_cast<std::size_t>(bar)]));
    return lines.join(u'\n');
}

void BitsCanvas::focusInEvent(QFocusEvent* event) {
    if (!current_bar() && !bars_.bars.empty() &&
        (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)) {
        select_bars({0}, 0);
    }
    announce();
    update();
}

void BitsCanvas::focusOutEvent(QFocusEvent*) {
    update();
}

}  // namespace bitlathe
