// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace bitlathe::questions {

/// Asks for one of several choices and returns its index. The last choice is the one that changes
/// nothing: it is the default, and what Escape means.
[[nodiscard]] int choose(QWidget* parent, const QString& title, const QString& text,
                         const QStringList& choices);

/// The next question is answered with this choice instead of being shown; further calls answer the
/// ones after it.
void answer_next(int choice);
/// Text of the question that was asked last, and how many were asked so far.
[[nodiscard]] QString last_text();
[[nodiscard]] int count();

}  // namespace bitlathe::questions
