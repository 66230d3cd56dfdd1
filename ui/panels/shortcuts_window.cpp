// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/shortcuts_window.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panels/command_palette.h"
#include "ui/panels/widgets.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRowHeight = 22;
constexpr QSize kSize(620, 520);

}  // namespace

ShortcutsWindow::ShortcutsWindow(ShortcutTable& table, QWidget* parent)
    : QWidget(parent, Qt::Tool), table_(table) {
    setObjectName(u"shortcutsWindow"_s);
    setAccessibleName(tr("Shortcuts"));
    setWindowTitle(tr("Shortcuts"));
    set_look(*this, "dialog");
    resize(kSize);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(20, 16, 20, 16);
    rows->setSpacing(8);
    rows->addWidget(make_label(u"shortcutsTitle"_s, "headline", this, tr("Shortcuts")));
    search_ = new QLineEdit(this);
    search_->setObjectName(u"shortcutSearch"_s);
    search_->setAccessibleName(tr("Search actions and keys"));
    search_->setPlaceholderText(tr("Search: a few letters of an action, or keys"));
    search_->setClearButtonEnabled(true);
    rows->addWidget(search_);
    list_ = new QTableWidget(0, 3, this);
    list_->setObjectName(u"shortcutList"_s);
    list_->setAccessibleName(tr("Actions"));
    dress_table(*list_, kRowHeight);
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    list_->setHorizontalHeaderLabels({tr("action"), tr("keys"), tr("changed")});
    list_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    list_->setColumnWidth(1, 170);
    list_->setColumnWidth(2, 80);
    rows->addWidget(list_, 1);
    build_editor(*rows);
    connect(search_, &QLineEdit::textChanged, this, &ShortcutsWindow::fill);
    connect(list_, &QTableWidget::currentCellChanged, this, &ShortcutsWindow::show_row);
    connect(&table_, &ShortcutTable::changed, this, [this] {
        if (isVisible()) fill();
    });
    fill();
}

void ShortcutsWindow::build_editor(QLayout& rows) {
    chosen_ = make_label(u"shortcutChosen"_s, "title", this);
    auto* line = new QHBoxLayout;
    keys_ = new QKeySequenceEdit(this);
    keys_->setObjectName(u"shortcutKeys"_s);
    keys_->setAccessibleName(tr("New keys of the action"));
    clear_ = make_button(u"shortcutClear"_s, tr("No keys"), "", this);
    reset_ = make_button(u"shortcutReset"_s, tr("Default"), "", this);
    line->addWidget(keys_, 1);
    line->addWidget(clear_);
    line->addWidget(reset_);
    auto* trouble = new QHBoxLayout;
    problem_ = make_label(u"shortcutProblem"_s, "warning", this);
    problem_->setWordWrap(true);
    take_ = make_button(u"shortcutTake"_s, tr("Take them over"), "", this);
    trouble->addWidget(problem_, 1);
    trouble->addWidget(take_);
    auto* buttons = new QHBoxLayout;
    auto* all = make_button(u"shortcutResetAll"_s, tr("Reset all"), "", this);
    auto* close = make_button(u"shortcutClose"_s, tr("Close"), "primary", this);
    buttons->addWidget(all);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = static_cast<QVBoxLayout*>(&rows);
    column->addWidget(chosen_);
    column->addLayout(line);
    column->addLayout(trouble);
    column->addLayout(buttons);
    connect(keys_, &QKeySequenceEdit::editingFinished, this, &ShortcutsWindow::try_keys);
    connect(clear_, &QPushButton::clicked, this, [this] {
        if (row() >= 0) table_.set(row(), {});
    });
    connect(reset_, &QPushButton::clicked, this, [this] {
        if (row() >= 0) table_.reset(row());
    });
    connect(take_, &QPushButton::clicked, this, [this] {
        if (row() >= 0) table_.take(row(), keys_->keySequence());
    });
    connect(all, &QPushButton::clicked, &table_, &ShortcutTable::reset_all);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
}

int ShortcutsWindow::row() const {
    const QTableWidgetItem* item = list_->item(list_->currentRow(), 0);
    return item != nullptr ? item->data(Qt::UserRole).toInt() : -1;
}

void ShortcutsWindow::fill() {
    const int before = row();
    const QSignalBlocker quiet(list_);
    list_->setRowCount(0);
    int chosen = 0;
    for (std::size_t i = 0; i < table_.rows().size(); ++i) {
        const ShortcutTable::Row& own = table_.rows()[i];
        if (own.action.isNull()) continue;
        const QString keys = keys_text(*own.action);
        const bool by_keys = keys.contains(search_->text(), Qt::CaseInsensitive);
        if (!by_keys && !command_score(own.title, search_->text())) continue;
        const int at = list_->rowCount();
        list_->insertRow(at);
        const bool changed = !table_.is_initial(static_cast<int>(i));
        const QString cells[] = {own.title, keys, changed ? tr("changed") : QString()};
        for (int column = 0; column < 3; ++column)
            list_->setItem(at, column, new QTableWidgetItem(cells[column]));
        list_->item(at, 0)->setData(Qt::UserRole, static_cast<int>(i));
        if (static_cast<int>(i) == before) chosen = at;
    }
    list_->setCurrentCell(list_->rowCount() > 0 ? chosen : -1, 0);
    show_row();
}

void ShortcutsWindow::show_row() {
    const bool any = row() >= 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{keys_, clear_, reset_})
        widget->setEnabled(any);
    say({}, false);
    chosen_->setText(any ? table_.rows()[static_cast<std::size_t>(row())].title
                         : tr("No action fits."));
    const QSignalBlocker quiet(keys_);
    keys_->clear();
    if (!any) return;
    reset_->setEnabled(!table_.is_initial(row()));
    const QAction* action = table_.rows()[static_cast<std::size_t>(row())].action;
    if (action != nullptr) keys_->setKeySequence(action->shortcut());
}

void ShortcutsWindow::try_keys() {
    const QKeySequence keys = keys_->keySequence();
    if (row() < 0 || keys.isEmpty()) return;
    const QString objection = ShortcutTable::objection(keys);
    if (!objection.isEmpty()) return say(objection, false);
    if (const auto other = table_.conflict(keys, row())) {
        const QString title = table_.rows()[static_cast<std::size_t>(*other)].title;
        return say(
            tr("%1 has these keys already: %2").arg(title, keys.toString(QKeySequence::NativeText)),
            true);
    }
    table_.set(row(), keys);
}

void ShortcutsWindow::say(const QString& problem, bool can_take) {
    problem_->setText(problem);
    take_->setVisible(can_take);
}

void ShortcutsWindow::bring_up() {
    fill();
    show();
    raise();
    activateWindow();
    search_->setFocus();
}

void ShortcutsWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QWidget::keyPressEvent(event);
}

}  // namespace bitlathe
