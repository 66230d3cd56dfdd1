// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/step_stack.h"

namespace bitlathe {

void StepStack::add(Phrase text) {
    // Steps that were undone go when another one is done.
    texts_.resize(static_cast<std::size_t>(index()));
    texts_.push_back(std::move(text));
}

void StepStack::push(QUndoCommand* step, Phrase text) {
    if (gathering_) return QUndoStack::push(step);
    add(std::move(text));  // before anybody hears of the step
    QUndoStack::push(step);
    if (static_cast<std::size_t>(count()) == texts_.size()) return;
    texts_.erase(texts_.end() - 2);
    emit indexChanged(index());
}

void StepStack::begin(Phrase text) {
    add(std::move(text));
    gathering_ = true;
    beginMacro({});
}

void StepStack::end() {
    endMacro();
    gathering_ = false;
}

QString StepStack::text(int step) const {
    const auto place = static_cast<std::size_t>(step);
    return step < 0 || step >= count() || place >= texts_.size() ? QString() : texts_[place].text();
}

QString StepStack::undoText() const {
    return text(index() - 1);
}

QString StepStack::redoText() const {
    return text(index());
}

}  // namespace bitlathe
