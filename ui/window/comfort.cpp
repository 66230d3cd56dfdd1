// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/comfort.h"

#include "ui/panels/about_dialog.h"
#include "ui/panels/cheat_sheet.h"
#include "ui/panels/command_list.h"
#include "ui/panels/settings_window.h"
#include "ui/panels/shortcuts_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

Comfort::Comfort(const Parts& parts, Settings& settings)
    : QObject(&parts.owner),
      parts_(parts),
      settings_(settings),
      shortcuts_(settings),
      view_more_(new QMenu(tr("Layouts"), &parts.owner)) {
    view_more_->setObjectName(u"layoutsMenu"_s);
    parts_.actions.view->addMenu(view_more_);
    layouts_ = new Layouts(parts_.docks, settings_, *view_more_, this);
    build_actions();
    build_page_actions();
    build_panel_actions();
    adopt_soon_.setSingleShot(true);
    adopt_soon_.setInterval(0);
    connect(&adopt_soon_, &QTimer::timeout, this, &Comfort::adopt_actions);
    connect(layouts_, &Layouts::menu_changed, &adopt_soon_, qOverload<>(&QTimer::start));
    adopt_actions();
}

Comfort::~Comfort() = default;

QAction* Comfort::add(const QString& name, const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, &parts_.owner);
    action->setObjectName(name);
    action->setShortcuts(keys);
    parts_.window.addAction(action);
    return action;
}

void Comfort::build_actions() {
    WindowActions& own = parts_.actions;
    own.palette->setShortcuts({Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P});
    // The platforms do not agree on one.
    own.redo->setShortcuts({Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y});
    own.help->setShortcut(Qt::SHIFT | Qt::Key_F1);
    QAction* keys = add(u"actionKeys"_s, tr("Keys"), {Qt::Key_F1});
    QAction* settings = add(u"actionSettings"_s, tr("Settings…"), {Qt::CTRL | Qt::Key_Comma});
    QAction* shortcuts = add(u"actionShortcuts"_s, tr("Shortcuts…"));
    QAction* diagnostics = add(u"actionDiagnostics"_s, tr("Copy diagnostics"));
    QAction* about = add(u"actionAbout"_s, tr("About Bitlathe"));
    own.main->insertAction(own.help, keys);
    own.main->insertActions(own.quit, {settings, shortcuts, diagnostics, about});
    own.main->insertSeparator(own.quit);
    connect(keys, &QAction::triggered, this, &Comfort::show_cheat_sheet);
    connect(settings, &QAction::triggered, this, &Comfort::show_settings);
    connect(shortcuts, &QAction::triggered, this, &Comfort::show_shortcuts);
    connect(diagnostics, &QAction::triggered, this, &Comfort::diagnostics_wanted);
    connect(about, &QAction::triggered, this, &Comfort::show_about);

    QAction* next = add(u"actionNextPane"_s, tr("Go to the next panel"), {Qt::Key_F6});
    QAction* previous =
        add(u"actionPreviousPane"_s, tr("Go to the panel before"), {Qt::SHIFT | Qt::Key_F6});
    QAction* context = add(u"actionContextMenu"_s, tr("Context menu of what has the focus"),
                           {Qt::SHIFT | Qt::Key_F10});
    QAction* panel =
        add(u"actionPanelMenu"_s, tr("Move, float or close this panel…"), {Qt::CTRL | Qt::Key_F6});
    connect(next, &QAction::triggered, this, [this] { go_to_pane(1); });
    connect(previous, &QAction::triggered, this, [this] { go_to_pane(-1); });
    connect(context, &QAction::triggered, this, &Comfort::open_context_menu);
    connect(panel, &QAction::triggered, this, &Comfort::open_panel_menu);
    parts_.actions.view->addActions({next, previous, panel});
}

void Comfort::build_page_actions() {
    for (int page = 0; page < parts_.pages.count(); ++page) {
        QList<QKeySequence> keys;
        if (page < 9) keys = {static_cast<Qt::Key>(Qt::Key_1 + page) | Qt::CTRL};
        QAction* action = add(u"page_"_s + parts_.pages.widget(page)->objectName(),
                              tr("Show page: %1").arg(parts_.pages.tabText(page)), keys);
        connect(action, &QAction::triggered, this, [this, page] {
            parts_.pages.setCurrentIndex(page);
            if (QWidget* stop = first_stop(*parts_.pages.widget(page)))
                stop->setFocus(Qt::ShortcutFocusReason);
        });
        of_model_.push_back(action);
    }
}

void Comfort::build_panel_actions() {
    for (QDockWidget* dock : parts_.docks.docks()) {
        QAction* action =
            add(u"goTo_"_s + dock->objectName(), tr("Go to panel: %1").arg(dock->windowTitle()));
        connect(action, &QAction::triggered, this, [this, dock] { go_to_panel(*dock); });
        of_model_.push_back(action);
    }
}

void Comfort::set_model_open(bool open) {
    for (QAction* action : std::as_const(of_model_))
        action->setEnabled(open);
    layouts_->set_model_open(open);
    adopt_soon_.start();
}

void Comfort::adopt_actions() {
    for (QAction* action : parts_.window.findChildren<QAction*>()) {
        if (!is_command(*action)) continue;
        shortcuts_.adopt(*action, command_title(*action, parts_.window),
                         command_name(*action, parts_.window));
    }
}

void Comfort::show_settings() {
    if (settings_window_ == nullptr) {
        settings_window_ = new SettingsWindow(settings_, &parts_.owner);
        connect(settings_window_, &SettingsWindow::shortcuts_wanted, this,
                &Comfort::show_shortcuts);
    }
    settings_window_->bring_up();
}

void Comfort::show_shortcuts() {
    adopt_actions();
    if (shortcuts_window_ == nullptr)
        shortcuts_window_ = new ShortcutsWindow(shortcuts_, &parts_.owner);
    shortcuts_window_->bring_up();
}

void Comfort::show_cheat_sheet() {
    adopt_actions();
    if (cheat_sheet_ == nullptr) {
        cheat_sheet_ = new CheatSheet(shortcuts_, &parts_.owner);
        connect(cheat_sheet_, &CheatSheet::help_wanted, this, &Comfort::help_wanted);
        connect(cheat_sheet_, &CheatSheet::shortcuts_wanted, this, &Comfort::show_shortcuts);
    }
    cheat_sheet_->bring_up();
}

QStringList Comfort::open_windows() const {
    QStringList names;
    for (const QWidget* window :
         std::initializer_list<QWidget*>{settings_window_, shortcuts_window_, cheat_sheet_}) {
        if (window != nullptr && window->isVisible()) names.push_back(window->objectName());
    }
    return names;
}

void Comfort::show_windows(const QStringList& names) {
    if (names.contains(u"cheatSheet"_s)) show_cheat_sheet();
    if (names.contains(u"shortcutsWindow"_s)) show_shortcuts();
    if (names.contains(u"settingsWindow"_s)) show_settings();
}

void Comfort::show_about() {
    auto* about = new AboutDialog([this] { emit diagnostics_wanted(); }, &parts_.owner);
    about->setAttribute(Qt::WA_DeleteOnClose);
    about->show();
}

}  // namespace bitlathe
