// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/message_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

#include "ui/panels/widgets.h"
#include "ui/theme/core_text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
constexpr int kMostMessages = 3;
constexpr int kLine = 24;
constexpr const char* kQuestion = "question";

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

void MessageBar::show_error(const QString& what, const Error& error) {
    show_message(Kind::kError, tr("%1: %2").arg(what, error_text(error)));
}

void MessageBar::show_message(Kind kind, const QString& text) {
    add_row(kind, text, {});
}

void MessageBar::ask(const QString& text, const std::vector<MessageAction>& actions) {
    add_row(Kind::kWarning, text, actions);
}

void MessageBar::remove_row(QFrame* row) {
    rows_->removeWidget(row);
    row->hide();
    row->deleteLater();
    setVisible(rows_->count() > 0);
}

void MessageBar::add_row(Kind kind, const QString& text,
                         const std::vector<MessageAction>& actions) {
    auto* row = new QFrame(this);
    row->setObjectName(u"message"_s);
    row->setProperty(kQuestion, !actions.empty());
    set_look(*row, "panel");
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 6, 6, 6);
    const QString mark = kind == Kind::kDone    ? tr("Done")
                         : kind == Kind::kError ? tr("Error")
                                                : tr("Note");
    auto* kind_label = make_label(u"messageKind"_s, look_of(kind), row, mark);
    kind_label->setFixedHeight(kLine);
    layout->addWidget(kind_label, 0, Qt::AlignTop);
    auto* label = make_label(u"messageText"_s, "content", row, text);
    label->setWordWrap(true);
    label->setMinimumHeight(kLine);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setAccessibleName(tr("%1: %2").arg(mark, text));
    layout->addWidget(label, 1);
    for (const MessageAction& action : actions) {
        auto* button = make_button(action.name, action.text, "link", row);
        layout->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QPushButton::clicked, this, [this, row, run = action.run] {
            remove_row(row);
            run();
        });
    }
    auto* copy = make_button(u"messageCopy"_s, tr("Copy"), "link", row);
    auto* dismiss = make_button(u"messageDismiss"_s, tr("Dismiss"), "link", row);
    layout->addWidget(copy, 0, Qt::AlignTop);
    layout->addWidget(dismiss, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, row,
            [text] { QGuiApplication::clipboard()->setText(text); });
    connect(dismiss, &QPushButton::clicked, this, [this, row] { remove_row(row); });
    rows_->insertWidget(0, row);
    drop_oldest();
    show();
}

void MessageBar::drop_oldest() {
    // What waits for an answer stays: nothing that is only said may push it out.
    int said = 0;
    for (int i = 0; i < rows_->count(); ++i) {
        QWidget* row = rows_->itemAt(i)->widget();
        if (row->property(kQuestion).toBool() || ++said <= kMostMessages) continue;
        delete rows_->takeAt(i--);
        row->hide();
        row->deleteLater();
    }
}

void MessageBar::clear() {
    while (QLayoutItem* item = rows_->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    hide();
}

QStringList MessageBar::messages() const {
    QStringList texts;
    for (int i = 0; i < rows_->count(); ++i) {
        texts.push_back(rows_->itemAt(i)->widget()->findChild<QLabel*>(u"messageText"_s)->text());
    }
    return texts;
}

}  // namespace bitlathe
