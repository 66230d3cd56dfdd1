// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
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
constexpr int kOnePiece = 1000;  ///< what was typed stands there as it is
constexpr int kPage = 10;

constexpr int kIndexRole = Qt::UserRole;
constexpr int kKeysRole = Qt::UserRole + 1;

/// Title at the left, keys at the right.
class CommandDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QString keys = index.data(kKeysRole).toString();
        const int width = keys.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(keys) + 16;
        QStyleOptionViewItem title = option;
        initStyleOption(&title, index);
        title.text = option.fontMetrics.elidedText(title.text, Qt::ElideMiddle,
                                                   option.rect.width() - width - 12);
        title.widget->style()->drawControl(QStyle::CE_ItemViewItem, &title, painter, title.widget);
        painter->setFont(option.font);
        painter->setPen(QApplication::palette().color(QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -6, 0), Qt::AlignRight | Qt::AlignVCenter,
                          keys);
    }
};

}  // namespace

std::optional<int> command_score(const QString& command, const QString& typed) {
    const QString whole = typed.trimmed();
    int score = !whole.isEmpty() && command.contains(whole, Qt::CaseInsensitive) ? kOnePiece : 0;
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
    list_->setItemDelegate(new CommandDelegate(list_));
    for (Command& command : commands_of(window)) {
        const bool itself = command.action && command.action->objectName() == u"actionPalette"_s;
        if (!itself) commands_.push_back(std::move(command));
    }
    fill({});
    connect(input_, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(input_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
}

void CommandPalette::fill(const QString& typed) {
    std::vector<std::pair<int, std::size_t>> found;
    for (std::size_t i = 0; i < commands_.size(); ++i) {
        if (const auto score = command_score(commands_[i].title, typed))
            found.emplace_back(*score, i);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    list_->clear();
    for (const auto& [score, i] : found) {
        const Command& command = commands_[i];
        auto* item = new QListWidgetItem(command.title, list_);
        item->setData(kIndexRole, static_cast<int>(i));
        item->setData(kKeysRole, command.keys);
        item->setData(Qt::AccessibleTextRole, command.keys.isEmpty()
                                                  ? command.title
                                                  : command.title + u", "_s + command.keys);
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
    const Command command = commands_[static_cast<std::size_t>(item->data(kIndexRole).toInt())];
    QWidget* window = parentWidget();
    close();
    // After the palette is gone: the command may open a dialog of its own.
    QTimer::singleShot(0, window, [command] { command.run(); });
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == input_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? kPage
                         : key == Qt::Key_PageUp   ? -kPage
                                                   : 0;
        if (step != 0) {
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, list_->count() - 1));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace bitlathe
