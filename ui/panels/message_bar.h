// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVBoxLayout>
#include <functional>
#include <vector>

#include "core/base/result.h"

namespace bitlathe {

/// What a message offers to do.
struct MessageAction {
    QString name;  ///< object name of its button
    QString text;
    std::function<void()> run;
};

/// Messages between the header and the views: they never cover anything and never go by themselves.
/// The newest is on top; three are kept, and besides these all that offer something to do.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind { kError, kWarning, kDone };
    explicit MessageBar(QWidget* parent = nullptr);

    void show_message(Kind kind, const QString& text);
    /// A message with something to do about it; it goes when one of the actions was chosen.
    void ask(const QString& text, const std::vector<MessageAction>& actions);
    void show_error(const QString& what, const Error& error);
    void clear();
    /// Texts that are shown, newest first.
    [[nodiscard]] QStringList messages() const;

private:
    void add_row(Kind kind, const QString& text, const std::vector<MessageAction>& actions);
    void remove_row(QFrame* row);
    void drop_oldest();
    QVBoxLayout* rows_;
};

}  // namespace bitlathe
