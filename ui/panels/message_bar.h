// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVBoxLayout>
#include <functional>
#include <vector>

#include "core/base/result.h"
#include "ui/theme/phrase.h"

namespace bitlathe {

/// What a message offers to do.
struct MessageAction {
    QString name;  ///< object name of its button
    Phrase text;
    std::function<void()> run;
};

/// Messages between the header and the views: they never cover anything and never go by themselves.
/// The newest is on top; three are kept, and besides these all that offer something to do. The bar
/// outlives the language: it stays, and says everything again in another one.
class MessageBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind { kError, kWarning, kDone };
    explicit MessageBar(QWidget* parent = nullptr);

    void show_message(Kind kind, const Phrase& text);
    /// A message with something to do about it; it goes when one of the actions was chosen.
    void ask(const Phrase& text, const std::vector<MessageAction>& actions);
    void show_error(const Phrase& what, const Error& error);
    void clear();
    /// Texts that are shown, newest first.
    [[nodiscard]] QStringList messages() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Message {
        Kind kind;
        Phrase text;
        std::vector<MessageAction> actions;
        QFrame* row = nullptr;
    };
    void add(Message message);
    [[nodiscard]] QFrame* make_row(const Message& message);
    void remove(const QFrame* row);
    void drop_oldest();
    std::vector<Message> messages_;  ///< oldest first
    QVBoxLayout* rows_;
};

}  // namespace bitlathe
