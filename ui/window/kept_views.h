// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>
#include <QWidget>
#include <map>

namespace bitlathe {

/// What a person has done to the widgets of a window: texts and choices, check marks, positions,
/// places of windows beside it, and what views keep themselves (KeepsView). Taken from one set of
/// widgets and given to another that was built the same way; names tell which is which. GUI thread
/// only.
class KeptViews {
public:
    /// Looks at all widgets below `root` that have a name.
    explicit KeptViews(const QWidget& root);

    /// What scrolls is put in its place a moment later, when it is known how much there is.
    void give_to(QWidget& root) const;

private:
    std::map<QString, QVariant> states_;  ///< by name
    std::map<QString, QRect> windows_;    ///< by name, of those that are to be seen
    std::map<QString, QPoint> scrolled_;  ///< by name
    QString focused_;                     ///< name of the widget with the keyboard
};

}  // namespace bitlathe
