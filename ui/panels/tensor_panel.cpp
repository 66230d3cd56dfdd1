// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tensor_panel.h"

#include <QHeaderView>
#include <QHoverEvent>
#include <QItemSelection>
#include <QScopedValueRollback>
#include <QVBoxLayout>
#include <array>
#include <utility>

#include "ui/panels/copy_rows.h"
#include "ui/panels/tensor_delegate.h"
#include "ui/panels/widgets.h"
#include "ui/plots/figure_menu.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;

// Fixed widths: fitting them to contents costs a walk over all rows at every change.
constexpr std::array<int, TensorTableModel::kColumnCount> kWidths = {140, 66, 46, 98, 58,
                                                                     74,  54, 76, 76};
/// What a hand changes stands beside the name.
constexpr std::array<int, TensorTableModel::kColumnCount> kOrder = {
    TensorTableModel::kName,  TensorTableModel::kPlanned, TensorTableModel::kBits,
    TensorTableModel::kError, TensorTableModel::kSize,    TensorTableModel::kSource,
    TensorTableModel::kRole,  TensorTableModel::kBlock,   TensorTableModel::kShape};
constexpr int kRowHeight = 20;

}  // namespace

TensorPanel::TensorPanel(PlanModel& plan, SelectionHub& hub, Theme& theme, QWidget* parent)
    : QFrame(parent), plan_(plan), hub_(hub), model_(plan) {
    setObjectName(u"tensorPanel"_s);
    set_look(*this, "panel");
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 4, 4);
    layout->setSpacing(6);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(make_label(u"tensorTitle"_s, "title", this, tr("Tensors")));
    head->addStretch();
    remark_ = make_label(u"tensorRemark"_s, "muted", this);
    head->addWidget(remark_);
    layout->addLayout(head);

    auto* line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 8, 0);
    filter_ = new QLineEdit(this);
    filter_->setObjectName(u"filterBox"_s);
    filter_->setAccessibleName(tr("Filter tensors"));
    filter_->setPlaceholderText(
        tr("Filter: ffn  role:down  block:0-3  format:Q4_K  bits<5  locked"));
    filter_->setToolTip(
        tr("Words must all match. role: block: format: source: bits< size> error> "
           "locked, ! turns a word round, * and ? are wildcards."));
    filter_->setClearButtonEnabled(true);
    count_ = make_label(u"filterCount"_s, "muted", this);
    line->addWidget(filter_, 1);
    line->addWidget(count_);
    layout->addLayout(line);
    build_table(theme);
    layout->addWidget(table_, 1);

    connect(filter_, &QLineEdit::textChanged, this, &TensorPanel::apply_filter);
    connect(&model_, &TensorTableModel::count_changed, this, &TensorPanel::show_count);
    connect(&hub_, &SelectionHub::selection_changed, this, &TensorPanel::show_selection);
    connect(&model_, &QAbstractItemModel::modelReset, this, &TensorPanel::show_selection);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TensorPanel::take_selection);
    connect(&theme, &Theme::changed, table_->viewport(), qOverload<>(&QWidget::update));
    show_count();
}

void TensorPanel::build_table(Theme& theme) {
    table_ = new QTableView(this);
    table_->setObjectName(u"tensorTable"_s);
    table_->setAccessibleName(tr("Tensors"));
    table_->setModel(&model_);
    table_->setItemDelegate(new TensorDelegate(theme, table_));
    dress_table(*table_, kRowHeight);
    copy_rows_by_key(*table_);
    offer_figure(*table_, table_figure(*table_, u"tensors"_s), theme);
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setMouseTracking(true);
    table_->viewport()->installEventFilter(this);
    table_->installEventFilter(this);
    QHeaderView* header = table_->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSortIndicatorShown(false);  // the model writes an arrow into the title
    header->setMinimumSectionSize(32);
    for (int column = 0; column < TensorTableModel::kColumnCount; ++column) {
        table_->setColumnWidth(column, kWidths[static_cast<std::size_t>(column)]);
    }
    int place = 0;
    for (const int column : kOrder)
        header->moveSection(header->visualIndex(column), place++);
    header->setSectionsClickable(true);
    header->setSortIndicatorClearable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { model_.sort(column, order); });
}

void TensorPanel::focus_filter() {
    filter_->setFocus(Qt::ShortcutFocusReason);
    filter_->selectAll();
}

void TensorPanel::apply_filter(const QString& text) {
    TensorFilter filter(text);
    const QString problem = filter.problem();
    model_.set_filter(std::move(filter));
    if (!problem.isEmpty()) count_->setText(problem);
}

void TensorPanel::show_count() {
    if (!plan_.is_open()) {
        remark_->clear();
        count_->clear();
        return;
    }
    remark_->setText(tr("%1 tensors, %2 parameters")
                         .arg(plan_.catalog().size())
                         .arg(quantity_text(static_cast<double>(plan_.catalog().parameters()))));
    count_->setText(filter_->text().isEmpty()
                        ? QString()
                        : tr("%1 shown, %2 % of parameters")
                              .arg(model_.count().tensors)
                              .arg(QString::number(model_.count().parameter_share * 100, 'f', 1)));
}

void TensorPanel::take_selection() {
    if (syncing_) return;
    const QScopedValueRollback<bool> guard(syncing_, true);
    std::vector<std::size_t> tensors;
    for (const QItemSelectionRange& range : table_->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            tensors.push_back(model_.tensor_at(row));
        }
    }
    const QModelIndex current = table_->selectionModel()->currentIndex();
    const auto at = current.isValid() && !tensors.empty()
                        ? std::optional(model_.tensor_at(current.row()))
                        : std::nullopt;
    hub_.select(std::move(tensors), at);
}

void TensorPanel::show_selection() {
    if (syncing_) return;
    const QScopedValueRollback<bool> guard(syncing_, true);
    QItemSelection selection;
    for (const std::size_t tensor : hub_.selected()) {
        const int row = model_.row_of(tensor);
        if (row >= 0)
            selection.select(model_.index(row, 0), model_.index(row, model_.columnCount() - 1));
    }
    table_->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    const int row = hub_.current() ? model_.row_of(*hub_.current()) : -1;
    if (row < 0) return;
    table_->selectionModel()->setCurrentIndex(model_.index(row, 0), QItemSelectionModel::NoUpdate);
    table_->scrollTo(model_.index(row, 0));
}

void TensorPanel::choose_first() {
    // Without a row to start from, arrows and other views would have nothing to go by.
    if (table_->selectionModel()->hasSelection() || model_.rowCount() == 0) return;
    const QModelIndex current = table_->currentIndex();
    table_->selectRow(current.isValid() ? current.row() : 0);
}

bool TensorPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_) {
        if (event->type() != QEvent::FocusIn) return false;
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason) choose_first();
        return false;
    }
    if (event->type() == QEvent::MouseMove) {
        const auto* move = static_cast<QMouseEvent*>(event);
        const QModelIndex index = table_->indexAt(move->position().toPoint());
        hub_.hover(index.isValid() ? std::optional(model_.tensor_at(index.row())) : std::nullopt);
    }
    if (event->type() == QEvent::Leave) hub_.hover(std::nullopt);
    return QFrame::eventFilter(watched, event);
}

}  // namespace bitlathe
