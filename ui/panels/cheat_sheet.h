// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBrowser>
#include <QWidget>

#include "ui/models/shortcut_table.h"

namespace bitlathe {

/// All keys on one page, beside the window and not over it: the shortcuts as they are now, and the
/// keys that canvases and lists read themselves.
class CheatSheet : public QWidget {
    Q_OBJECT
public:
    CheatSheet(ShortcutTable& table, QWidget* parent);
    void bring_up();
    [[nodiscard]] QString text() const { return page_->toPlainText(); }

signals:
    void help_wanted();
    void shortcuts_wanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    ShortcutTable& table_;
    QTextBrowser* page_;
};

}  // namespace bitlathe
