// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoStack>
#include <vector>

#include "ui/theme/phrase.h"

namespace bitlathe {

/// An undo stack whose steps are named in the language in use: what is asked for here hides the
/// functions of QUndoStack that would answer in the language a step was made in. GUI thread only.
class StepStack : public QUndoStack {
    Q_OBJECT
public:
    using QUndoStack::QUndoStack;

    /// Does a step, which is owned from then on. A step that merges with the one before names both.
    void push(QUndoCommand* step, Phrase text);
    /// Until end() all that is pushed is one step.
    void begin(Phrase text);
    void end();

    [[nodiscard]] QString text(int step) const;
    /// "" when there is none.
    [[nodiscard]] QString undoText() const;
    [[nodiscard]] QString redoText() const;

private:
    void add(Phrase text);
    std::vector<Phrase> texts_;  ///< by step
    bool gathering_ = false;
};

}  // namespace bitlathe
