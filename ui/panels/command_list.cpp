// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/command_list.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QMenu>
#include <QToolButton>

#include "ui/models/shortcut_table.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

struct CommandList {
    Q_DECLARE_TR_FUNCTIONS(bitlathe::CommandList)
public:
    static QString dock(const QString& title) { return tr("Show or hide panel: %1").arg(title); }
    static QString within(const QString& place, const QString& title) {
        return tr("%1: %2", "where, what").arg(place, title);
    }
};

/// Menus that say nothing of what is in them.
bool is_plain(const QMenu& menu) {
    static const QStringList names = {u"mainMenu"_s, u"viewMenu"_s, u"figureMenu"_s};
    return menu.title().isEmpty() || names.contains(menu.objectName());
}

const QDockWidget* dock_of(const QObject* object) {
    for (; object != nullptr; object = object->parent()) {
        if (const auto* dock = qobject_cast<const QDockWidget*>(object)) return dock;
    }
    return nullptr;
}

/// The widget that a menu or an action is about, below the window.
const QWidget* owner_of(const QObject& object, const QWidget& window) {
    const QObject* parent = object.parent();
    while (qobject_cast<const QMenu*>(parent) != nullptr)
        parent = parent->parent();
    const auto* widget = qobject_cast<const QWidget*>(parent);
    // What has no name only holds the window together.
    const bool named = widget != nullptr && !widget->objectName().isEmpty();
    return named && widget != &window ? widget : nullptr;
}

void add_buttons(QWidget& window, std::vector<Command>& commands) {
    for (QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
        const auto* tool = qobject_cast<QToolButton*>(button);
        const QDockWidget* dock = dock_of(button);
        const bool own = tool == nullptr && dock != nullptr && !dock->isHidden() &&
                         !button->objectName().isEmpty() && !button->text().isEmpty();
        if (!own || button->isHidden() || !button->isEnabled()) continue;
        // What a button says may be clear only beside its neighbours; its name for screen readers
        // stands alone.
        const QString name = button->accessibleName();
        commands.push_back(
            {CommandList::within(dock->windowTitle(), name.isEmpty() ? button->text() : name),
             {},
             nullptr,
             button});
    }
}

}  // namespace

void Command::run() const {
    if (action) action->trigger();
    if (button) button->click();
}

bool is_command(const QAction& action) {
    return !action.objectName().isEmpty() && !action.text().isEmpty() && !action.isSeparator() &&
           action.menu() == nullptr;
}

QString command_title(const QAction& action, const QWidget& window) {
    QString title = action_title(action);
    if (const auto* dock = qobject_cast<const QDockWidget*>(action.parent())) {
        return CommandList::dock(dock->windowTitle());
    }
    const QObject* parent = action.parent();
    for (; const auto* menu = qobject_cast<const QMenu*>(parent); parent = parent->parent()) {
        if (!is_plain(*menu)) title = CommandList::within(menu->title(), title);
    }
    const QWidget* owner = owner_of(action, window);
    return owner == nullptr || owner->accessibleName().isEmpty()
               ? title
               : CommandList::within(owner->accessibleName(), title);
}

QString command_name(const QAction& action, const QWidget& window) {
    const QWidget* owner = owner_of(action, window);
    const bool in_menu = qobject_cast<const QMenu*>(action.parent()) != nullptr;
    return in_menu && owner != nullptr ? owner->objectName() + u'.' + action.objectName()
                                       : action.objectName();
}

std::vector<Command> commands_of(QWidget& window) {
    std::vector<Command> commands;
    for (QAction* action : window.findChildren<QAction*>()) {
        if (!is_command(*action) || !action->isEnabled() || !action->isVisible()) continue;
        commands.push_back({command_title(*action, window), keys_text(*action), action, nullptr});
    }
    add_buttons(window, commands);
    return commands;
}

}  // namespace bitlathe
