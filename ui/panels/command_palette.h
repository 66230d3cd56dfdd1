// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLineEdit>
#include <QListWidget>
#include <optional>
#include <vector>

#include "ui/panels/command_list.h"

namespace bitlathe {

/// How well `typed` fits a command: its letters must occur in order, whole words and beginnings of
/// words count more. Higher is better; nothing when it does not fit. An empty `typed` fits all.
[[nodiscard]] std::optional<int> command_score(const QString& command, const QString& typed);

/// Everything a window can be told to do, with its shortcut (see commands_of()): type a few
/// letters, Return runs it. Deletes itself when it closes.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    explicit CommandPalette(QWidget& window);
    void show_over(QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& typed);
    void run();
    QLineEdit* input_;
    QListWidget* list_;
    std::vector<Command> commands_;
};

}  // namespace bitlathe
