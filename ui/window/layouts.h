// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>

#include "ui/models/settings.h"
#include "ui/window/dock_layout.h"

namespace bitlathe {

/// Arrangements of the panels by name: save, switch, delete. Kept in the settings. GUI thread only.
class Layouts : public QObject {
    Q_OBJECT
public:
    /// `menu` is filled with what can be done.
    Layouts(DockLayout& docks, Settings& settings, QMenu& menu, QObject* parent);

    [[nodiscard]] QStringList names() const;
    void save_as(const QString& name);
    bool switch_to(const QString& name);
    void remove(const QString& name);
    void set_model_open(bool open);

signals:
    /// The menu has other actions now.
    void menu_changed();

private:
    void fill();
    void ask_name();
    DockLayout& docks_;
    Settings& settings_;
    QMenu& menu_;
    bool open_ = false;
};

}  // namespace bitlathe
