// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/command_palette.h"

#include <QKeyEvent>
#include <QPointer>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>
#include <vector>

#include "ui/panels/widgets.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kWidth = 520;
constexpr int kHeight = 360;
constexpr int kWordStart = 8;
constexpr int kInARow = 4;
constexpr int kAnywhere = 1;

QString title_of(const QAction& action) {
    // Some texts are understood only in their menu.
    const QString alone = action.property("command").toString();
    return alone.isEmpty() ? action.text().remove(u'&') : alone;
}

}  // namespace

std::optional<int> command_score(const QString& command, const QString& typed) {
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace()) continue;
        const qsizetype found = command.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) return std::nullopt;
        const bool begins_word = found == 0 || !command[found - 1].isLetterOrNumber();
        score += begins_word ? kWordStart : found == last + 1 ? kInARow : kAnywhere;
        last = found;
        at = found + 1;
    }
    return score;
}

CommandPalette::CommandPalette(QWidget& window) : QFrame(&window, Qt::Popup) {
    setObjectName(u"commandPalette"_s);
    setAccessibleName(tr("All commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    input_ = new QLineEdit(this);
    input_->setObjectName(u"paletteInput"_s);
    input_->setAccessibleName(tr("Command"));
    input_->setPlaceholderText(tr("Type a command"));
    input_->installEventFilter(this);
    layout->addWidget(input_);
    list_ = new QListWidget(this);
    list_->setObjectName(u"paletteList"_s);
    list_->setAccessibleName(tr("Commands"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setFrameShape(QFrame::NoFrame);
    layout->addWidget(list_, 1);
    gather(window);
    fill({});
    connect(input_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(input_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
}

void CommandPalette::gather(QWidget& window) {
    for (QAction* action : window.findChildren<QAction*>()) {
        const bool offered = !action->objectName().isEmpty() && !action->text().isEmpty() &&
                             action->menu() == nullptr && !action->isSeparator();
        if (offered && action->isEnabled() && action->objectName() != u"actionPalette"_s)
            actions_.push_back(action);
    }
}

void CommandPalette::fill(const QString& typed) {
    std::vector<std::pair<int, QAction*>> found;
    for (QAction* action : std::as_const(actions_)) {
        if (const auto score = command_score(title_of(*action), typed))
            found.emplace_back(*score, action);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    list_->clear();
    for (const auto& [score, action] : found) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(
            keys.isEmpty() ? title_of(*action) : title_of(*action) + u"   "_s + keys, list_);
        item->setData(Qt::UserRole, QVariant::fromValue(QPointer<QAction>(action)));
    }
    list_->setCurrentRow(0);
}

void CommandPalette::show_over(QWidget& window) {
    resize(std::min(kWidth, window.width() - 40), std::min(kHeight, window.height() - 80));
    move(window.mapToGlobal(QPoint((window.width() - width()) / 2, 64)));
    show();
    input_->setFocus();
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    if (item == nullptr) return;
    const auto action = item->data(Qt::UserRole).value<QPointer<QAction>>();
    close();
    // After the palette is gone: the command may open a dialog of its own.
    if (action) QTimer::singleShot(0, action, [action] { action->trigger(); });
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == input_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace bitlathe
