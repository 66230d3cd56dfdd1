// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <optional>
#include <vector>

#include "ui/models/settings.h"

namespace bitlathe {

/// Which keys run which actions: defaults and the person's own. Two actions never share keys; only
/// what differs from the defaults is stored, by the action's object name, so that another action
/// can get another default later. Actions may come and go. GUI thread only.
class ShortcutTable : public QObject {
    Q_OBJECT
public:
    explicit ShortcutTable(Settings& settings, QObject* parent = nullptr);

    struct Row {
        QPointer<QAction> action;
        QString title;  ///< what it does, with where it belongs: "Size and error: Copy image"
        QString name;   ///< under which its keys are stored
        std::vector<QKeySequence> initial;
    };

    /// Takes an action in with the keys it has now as its default, and gives it the person's.
    /// Without a title or name they are the action's own. One with the name of an earlier one
    /// replaces it.
    void adopt(QAction& action, const QString& title = {}, const QString& name = {});
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    [[nodiscard]] int row_of(const QAction& action) const;
    [[nodiscard]] bool is_initial(int row) const;

    /// What other action has these keys, or begins with them, or they begin with.
    [[nodiscard]] std::optional<int> conflict(const QKeySequence& keys, int except) const;
    /// Why keys cannot be a shortcut at all: plain letters, digits and arrows belong to the
    /// canvases and to typing. Empty: they can.
    [[nodiscard]] static QString objection(const QKeySequence& keys);
    /// Gives an action other keys (none: an empty sequence). False, and nothing changes, when there
    /// is a conflict or an objection.
    bool set(int row, const QKeySequence& keys);
    /// Gives them even so: whoever has them loses them.
    bool take(int row, const QKeySequence& keys);
    void reset(int row);
    void reset_all();

signals:
    void changed();

private:
    void free(const QKeySequence& keys, int except);
    void give(int row, const std::vector<QKeySequence>& keys);
    void apply(Row& row, const std::vector<QKeySequence>& keys);
    void forget_gone();
    Settings& settings_;
    std::vector<Row> rows_;
};

/// The title of an action without its mnemonic.
[[nodiscard]] QString action_title(const QAction& action);
/// "Ctrl+K, Ctrl+Shift+P"
[[nodiscard]] QString keys_text(const QAction& action);
/// What an action says of itself on hover beside its keys, which the tip follows from then on; "":
/// its title.
void set_tip(QAction& action, const QString& tip = {});

}  // namespace bitlathe
