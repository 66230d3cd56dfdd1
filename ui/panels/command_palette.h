// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <optional>

namespace bitlathe {

/// How well `typed` fits a command: its letters must occur in order, whole words and beginnings of
/// words count more. Higher is better; nothing when it does not fit. An empty `typed` fits all.
[[nodiscard]] std::optional<int> command_score(const QString& command, const QString& typed);

/// Every action of a window with its shortcut: type a few letters, Return runs it. Deletes itself
/// when it closes.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    /// Offers the named, enabled actions of `window` and of its menus.
    explicit CommandPalette(QWidget& window);
    void show_over(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void gather(QWidget& window);
    void fill(const QString& typed);
    void run();
    QLineEdit* input_;
    QListWidget* list_;
    QList<QAction*> actions_;
};

}  // namespace bitlathe
