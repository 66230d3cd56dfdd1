// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAction>
#include <QPointer>
#include <QString>
#include <vector>

class QWidget;

namespace bitlathe {

/// Something a window can be told to do: an action, or a button of one of its panels.
struct Command {
    QString title;  ///< with where it belongs: "Size and error: Copy image"
    QString keys;
    QPointer<QAction> action;
    QPointer<QAbstractButton> button;
    void run() const;
};

/// Everything a window offers right now: its named actions that are enabled, those of its docks,
/// pages and menus included, and the buttons of its panels.
[[nodiscard]] std::vector<Command> commands_of(QWidget& window);

/// The title of an action of a window with the panel, menu or figure it belongs to.
[[nodiscard]] QString command_title(const QAction& action, const QWidget& window);
/// Its name within the window: the action's own, or, where several figures have an action of that
/// name, with the object that it belongs to: "paretoPlot.figureCopyImage".
[[nodiscard]] QString command_name(const QAction& action, const QWidget& window);
/// Whether people can be offered it at all: it has a name and a text and is no submenu.
[[nodiscard]] bool is_command(const QAction& action);

}  // namespace bitlathe
