// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QTabWidget>
#include <QTimer>

#include "ui/models/settings.h"
#include "ui/models/shortcut_table.h"
#include "ui/window/dock_layout.h"
#include "ui/window/layouts.h"
#include "ui/window/window_actions.h"

namespace bitlathe {

class CheatSheet;
class SettingsWindow;
class ShortcutsWindow;

/// What makes the window fit the person: settings, shortcuts, layouts, and ways through it that
/// need no mouse. It has the actions for that, and the windows they open. GUI thread only.
class Comfort : public QObject {
    Q_OBJECT
public:
    struct Parts {
        QMainWindow& window;
        QWidget& owner;  ///< a part of the window with which all of this goes
        WindowActions& actions;
        DockLayout& docks;
        QTabWidget& pages;
        QWidget& header;
    };
    Comfort(const Parts& parts, Settings& settings);
    ~Comfort() override;

    [[nodiscard]] ShortcutTable& shortcuts() { return shortcuts_; }
    [[nodiscard]] Layouts& layouts() { return *layouts_; }
    void set_model_open(bool open);
    /// Takes in what has come since: recent files, presets, layouts.
    void adopt_actions();
    void show_cheat_sheet();
    /// Object names of the windows of its own that are to be seen.
    [[nodiscard]] QStringList open_windows() const;
    void show_windows(const QStringList& names);
    /// Where F6 leads, in order: header, page, panels that are to be seen.
    [[nodiscard]] std::vector<QWidget*> panes() const;

signals:
    void diagnostics_wanted();
    void help_wanted();

private:
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys = {});
    void build_actions();
    void build_page_actions();
    void build_panel_actions();
    void show_settings();
    void show_shortcuts();
    void show_about();
    void go_to_pane(int step);
    void go_to_panel(QDockWidget& dock);
    void open_context_menu();
    void open_panel_menu();

    Parts parts_;
    Settings& settings_;
    ShortcutTable shortcuts_;
    QMenu* view_more_;
    Layouts* layouts_;
    QList<QAction*> of_model_;                   ///< enabled while one is open
    SettingsWindow* settings_window_ = nullptr;  ///< these are made when they are first asked for
    ShortcutsWindow* shortcuts_window_ = nullptr;
    CheatSheet* cheat_sheet_ = nullptr;
    QTimer adopt_soon_;
};

/// The first widget of `pane` that Tab would reach; nullptr: none.
[[nodiscard]] QWidget* first_stop(QWidget& pane);

}  // namespace bitlathe
