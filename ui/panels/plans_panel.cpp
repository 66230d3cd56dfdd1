// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/plans_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <array>

#include "ui/panels/copy_rows.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int kRowHeight = 24;
/// The name takes what is left.
constexpr std::array<int, PlanShelf::kColumnCount> kWidths = {40, 48, 74, 66, 62, 62};

/// The current plan stands out in the colour of interaction, the compared one carries a B in the
/// colour it has on the bars.
class PlanDelegate : public QStyledItemDelegate {
public:
    PlanDelegate(Theme& theme, QObject* parent) : QStyledItemDelegate(parent), theme_(theme) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const ThemeTokens& t = theme_.tokens();
        const bool current = index.data(PlanShelf::kCurrentRole).toBool();
        const bool is_name = index.column() == PlanShelf::kName;
        const QRect cell = option.rect;
        if (option.state.testFlag(QStyle::State_Selected)) painter->fillRect(cell, t.selection);
        if (current && is_name)
            painter->fillRect(cell.left(), cell.top(), 3, cell.height(), t.accent);
        QRect rest = cell.adjusted(is_name ? 10 : 6, 0, -6, 0);
        QFont font = option.font;
        if (current) font.setWeight(QFont::DemiBold);
        if (is_name && index.data(PlanShelf::kComparedRole).toBool()) {
            QFont strong = option.font;
            strong.setWeight(QFont::DemiBold);
            painter->setFont(strong);
            painter->setPen(t.warning);
            painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, u"B"_s);
            rest.setRight(rest.right() - 16);
        }
        painter->setFont(font);
        painter->setPen(is_name || current ? t.text : t.muted);
        painter->drawText(
            rest, index.data(Qt::TextAlignmentRole).toInt(),
            QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.accent);
        }
    }

private:
    Theme& theme_;
};

}  // namespace

PlansPanel::PlansPanel(PlanShelf& shelf, Theme& theme, QWidget* parent)
    : QFrame(parent), shelf_(shelf) {
    setObjectName(u"plansPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->addWidget(make_label(u"plansTitle"_s, "title", this, tr("Plans")));
    head->addStretch();
    auto* create = make_button(u"planNewButton"_s, tr("New from current"), "link", this);
    create->setToolTip(tr("A copy of the current plan to go on with; the current one stays"));
    connect(create, &QPushButton::clicked, this, &PlansPanel::create);
    head->addWidget(create);
    layout->addLayout(head);
    build_table(theme);
    layout->addWidget(table_, 1);
    hint_ = make_label(u"plansHint"_s, "muted", this);
    hint_->setWordWrap(true);
    layout->addWidget(hint_);
    layout->addLayout(build_buttons());
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PlansPanel::show_state);
    connect(&shelf_, &QAbstractItemModel::rowsInserted, this, &PlansPanel::show_state);
    connect(&shelf_, &QAbstractItemModel::rowsRemoved, this, &PlansPanel::show_state);
    connect(&shelf_, &QAbstractItemModel::modelReset, this, [this] {
        table_->setCurrentIndex(shelf_.index(0, 0));
        show_state();
    });
    connect(&theme, &Theme::changed, table_->viewport(), qOverload<>(&QWidget::update));
    show_measured(false);
    show_state();
}

void PlansPanel::add_button(QAction& action, const QString& name) {
    line_->insertWidget(line_->count() - 1, make_action_button(action, name, this));
}

void PlansPanel::take_view(const QVariant& kept) {
    table_->setCurrentIndex(shelf_.index(kept.toInt(), 0));
}

void PlansPanel::show_measured(bool shown) {
    for (const int column : {PlanShelf::kPerplexity, PlanShelf::kKl})
        table_->setColumnHidden(column, !shown);
}

void PlansPanel::build_table(Theme& theme) {
    table_ = make_table(u"plansTable"_s, tr("Plans"), shelf_, kRowHeight, this);
    table_->setItemDelegate(new PlanDelegate(theme, table_));
    copy_rows_by_key(*table_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::EditKeyPressed);
    QHeaderView* header = table_->horizontalHeader();
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(PlanShelf::kName, QHeaderView::Stretch);
    set_column_widths(*table_, kWidths);
    connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
        emit switching();
        shelf_.activate(index.row());
    });
    offer_figure(*table_, table_figure(*table_, u"plans"_s), theme);
    auto* del = new QShortcut(QKeySequence(Qt::Key_Delete), table_);
    del->setContext(Qt::WidgetShortcut);
    connect(del, &QShortcut::activated, this, &PlansPanel::remove);
}

QVBoxLayout* PlansPanel::build_buttons() {
    auto* lines = new QVBoxLayout;  // two, as one is too long in some languages
    auto* line = new QHBoxLayout;
    rename_ = make_button(u"planRenameButton"_s, tr("Rename"), "plain", this);
    rename_->setToolTip(tr("Rename the chosen plan (F2)"));
    connect(rename_, &QPushButton::clicked, this, &PlansPanel::rename);
    remove_ = make_button(u"planRemoveButton"_s, tr("Remove"), "plain", this);
    remove_->setToolTip(tr("Remove the chosen plan (Del); undo brings it back"));
    connect(remove_, &QPushButton::clicked, this, &PlansPanel::remove);
    menu_ = new QMenu(tr("Compare with…"), this);
    menu_->setObjectName(u"planCompareMenu"_s);
    connect(menu_, &QMenu::aboutToShow, this, &PlansPanel::fill_menu);
    compare_ = new QToolButton(this);
    compare_->setObjectName(u"planCompareButton"_s);
    compare_->setText(tr("Compare with… ▾"));
    compare_->setAccessibleName(tr("Compare the current plan with"));
    compare_->setMenu(menu_);
    compare_->setPopupMode(QToolButton::InstantPopup);
    compare_->setFocusPolicy(Qt::TabFocus);
    line->addWidget(rename_);
    line->addWidget(remove_);
    line->addStretch();
    lines->addLayout(line);
    line_ = new QHBoxLayout;
    line_->addWidget(compare_);
    line_->addStretch();
    lines->addLayout(line_);
    return lines;
}

int PlansPanel::row() const {
    const QModelIndex index = table_->currentIndex();
    return index.isValid() ? index.row() : shelf_.current_row();
}

void PlansPanel::create() {
    emit switching();
    shelf_.duplicate();
    table_->setCurrentIndex(shelf_.index(shelf_.current_row(), PlanShelf::kName));
}

void PlansPanel::rename() {
    const QModelIndex index = shelf_.index(row(), PlanShelf::kName);
    if (!index.isValid()) return;
    table_->setCurrentIndex(index);
    table_->edit(index);
}

void PlansPanel::remove() {
    if (shelf_.rowCount() < 2) return;
    emit switching();
    shelf_.remove(row());
}

void PlansPanel::fill_menu() {
    menu_->clear();
    const auto add = [this](const QString& text, std::optional<int> row) {
        QAction* action = menu_->addAction(QString(text).replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(shelf_.compared_row() == row);
        connect(action, &QAction::triggered, this, [this, row] {
            shelf_.compare(row);
            if (row) emit comparison_wanted();
        });
    };
    for (int row = 0; row < shelf_.rowCount(); ++row) {
        if (row != shelf_.current_row()) add(shelf_.name(row), row);
    }
    menu_->addSeparator();
    add(tr("Nothing"), std::nullopt);
}

void PlansPanel::show_state() {
    const bool several = shelf_.rowCount() > 1;
    rename_->setEnabled(shelf_.rowCount() > 0);
    remove_->setEnabled(several);
    compare_->setEnabled(several);
    compare_->setToolTip(several ? tr("Draws another plan over the bars and lists what differs")
                                 : tr("There is only one plan yet"));
    hint_->setText(several ? tr("Double-click or Enter switches to a plan.")
                           : tr("A new plan starts as a copy; this one stays as it is while you "
                                "try something else."));
}

}  // namespace bitlathe
