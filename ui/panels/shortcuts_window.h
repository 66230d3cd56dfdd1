// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

#include "ui/models/shortcut_table.h"

namespace bitlathe {

/// Every action with its keys, to be searched and changed, beside the window and not over it. Keys
/// that another action has are refused, with the offer to take them over.
class ShortcutsWindow : public QWidget {
    Q_OBJECT
public:
    ShortcutsWindow(ShortcutTable& table, QWidget* parent);
    void bring_up();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build_editor(QLayout& rows);
    void fill();
    void show_row();
    void try_keys();
    void say(const QString& problem, bool can_take);
    [[nodiscard]] int row() const;

    ShortcutTable& table_;
    QLineEdit* search_;
    QTableWidget* list_;
    QKeySequenceEdit* keys_;
    QLabel *chosen_, *problem_;
    QPushButton *take_, *clear_, *reset_;
};

}  // namespace bitlathe
