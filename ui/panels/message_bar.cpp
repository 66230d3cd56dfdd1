// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/message_bar.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr std::size_t kMostMessages = 3;
constexpr int kLine = 24;

const char* look_of(MessageBar::Kind kind) {
    switch (kind) {
        case MessageBar::Kind::kDone:
            return "done";
        default:
            return "warning";
    }
}

}  // namespace

MessageBar::MessageBar(QWidget* parent) : QWidget(parent), rows_(new QVBoxLayout(this)) {
    setObjectName(u"messageBar"_s);
    setAccessibleName(tr("Messages"));
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(6);
    hide();
}

void MessageBar::show_error(const Phrase& what, const Error& error) {
    show_message(Kind::kError,
                 [what, error] { return tr("%1: %2").arg(what.text(), error_text(error)); });
}

void MessageBar::show_message(Kind kind, const Phrase& text) {
    add({kind, text, {}});
}

void MessageBar::ask(const Phrase& text, const std::vector<MessageAction>& actions) {
    add({Kind::kWarning, text, actions});
}

void MessageBar::add(Message message) {
    message.row = make_row(message);
    rows_->insertWidget(0, message.row);
    messages_.push_back(std::move(message));
    drop_oldest();
    show();
}

void MessageBar::remove(const QFrame* row) {
    const auto found = std::find_if(messages_.begin(), messages_.end(),
                                    [row](const Message& message) { return message.row == row; });
    if (found == messages_.end()) return;
    rows_->removeWidget(found->row);
    found->row->hide();
    found->row->deleteLater();
    messages_.erase(found);
    setVisible(!messages_.empty());
}

QFrame* MessageBar::make_row(const Message& message) {
    auto* row = new QFrame(this);
    row->setObjectName(u"message"_s);
    set_look(*row, "panel");
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 6, 6, 6);
    const QString text = message.text.text();
    const QString mark = message.kind == Kind::kDone    ? tr("Done")
                         : message.kind == Kind::kError ? tr("Error")
                                                        : tr("Note");
    auto* kind_label = make_label(u"messageKind"_s, look_of(message.kind), row, mark);
    kind_label->setFixedHeight(kLine);
    layout->addWidget(kind_label, 0, Qt::AlignTop);
    auto* label = make_label(u"messageText"_s, "content", row, text);
    label->setWordWrap(true);
    label->setMinimumHeight(kLine);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(tr("%1: %2").arg(mark, text));
    layout->addWidget(label, 1);
    for (const MessageAction& action : message.actions) {
        auto* button = make_button(action.name, action.text.text(), "link", row);
        layout->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, row, run = action.run] {
            remove(row);
            run();
        });
    }
    auto* copy = make_button(u"messageCopy"_s, tr("Copy"), "link", row);
    auto* dismiss = make_button(u"messageDismiss"_s, tr("Dismiss"), "link", row);
    layout->addWidget(copy, 0, Qt::AlignTop);
    layout->addWidget(dismiss, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, row,
            [text] { QGuiApplication::clipboard()->setText(text); });
    connect(dismiss, &QPushButton::clicked, this, [this, row] { remove(row); });
    return row;
}

void MessageBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    setAccessibleName(tr("Messages"));
    for (Message& message : messages_) {
        QFrame* said = std::exchange(message.row, make_row(message));
        delete rows_->replaceWidget(said, message.row);
        delete said;
        message.row->show();
    }
}

void MessageBar::drop_oldest() {
    // What waits for an answer stays: nothing that is only said may push it out.
    std::vector<const QFrame*> said;
    for (const Message& message : messages_) {
        if (message.actions.empty()) said.push_back(message.row);
    }
    for (std::size_t at = 0; at + kMostMessages < said.size(); ++at)
        remove(said[at]);
}

void MessageBar::clear() {
    while (!messages_.empty())
        remove(messages_.front().row);
}

QStringList MessageBar::messages() const {
    QStringList texts;
    for (auto message = messages_.rbegin(); message != messages_.rend(); ++message)
        texts.push_back(message->text.text());
    return texts;
}

}  // namespace bitlathe
