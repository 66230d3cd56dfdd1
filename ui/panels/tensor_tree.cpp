// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/tensor_tree.h"

#include <QAccessible>
#include <QHeaderView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <algorithm>
#include <array>

#include "ui/panels/tensor_delegate.h"

namespace bitlathe {
namespace {

using namespace Qt::Literals::StringLiterals;
using Table = TensorTableModel;

// Fixed widths: fitting them to contents costs a walk over all rows at every change.
constexpr std::array<int, Table::kColumnCount> kWidths = {140, 70, 56, 104, 60, 72, 50, 76, 62};
/// What a hand changes stands beside the name.
constexpr std::array<int, Table::kColumnCount> kOrder = {
    Table::kName,   Table::kPlanned, Table::kBits,  Table::kError, Table::kSize,
    Table::kSource, Table::kRole,    Table::kBlock, Table::kShape};
constexpr int kNarrowestName = 88;
constexpr int kTight = 52;
constexpr int kIndent = 12;
/// With no more tensors than this all groups are open.
constexpr std::size_t kFew = 160;

/// At first, in pixels: never less than the title needs with an arrow for sorting. `tight`: in a
/// narrow panel, what the title and a short figure need.
int width_of(int column, const QHeaderView& head, bool tight = false) {
    const int around =
        2 * head.style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, &head) +
        head.fontMetrics().horizontalAdvance(tight ? QStringLiteral("▾") : QStringLiteral(" ▾ "));
    const int title = head.fontMetrics().horizontalAdvance(column_title(column));
    return std::max(tight ? kTight : kWidths[static_cast<std::size_t>(column)], title + around);
}

}  // namespace

TensorTree::TensorTree(TensorTableModel& model, PlanModel& plan, SelectionHub& hub, Theme& theme,
                       QWidget* parent)
    : QTreeView(parent), rows_(model), plan_(plan), hub_(hub), theme_(theme) {
    setObjectName(u"tensorTable"_s);
    setAccessibleName(tr("Tensors"));
    setModel(&model);
    setItemDelegate(new TensorDelegate(theme, this));
    setUniformRowHeights(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIndentation(kIndent);
    setMouseTracking(true);
    setFont(Theme::content_font());
    build_header();
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex& index) { remember(index, true); });
    connect(this, &QTreeView::collapsed, this,
            [this](const QModelIndex& index) { remember(index, false); });
    connect(&plan_, &PlanModel::opened, this, [this] { open_.clear(); });
    connect(&rows_, &QAbstractItemModel::modelReset, this, [this] {
        choose_groups();
        show_selection();
    });
    connect(&hub_, &SelectionHub::selection_changed, this, &TensorTree::show_selection);
    connect(&hub_, &SelectionHub::hover_changed, this, &TensorTree::show_hover);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TensorTree::take_selection);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    choose_groups();
}

void TensorTree::build_header() {
    QHeaderView* head = header();
    head->setSectionResizeMode(QHeaderView::Interactive);
    head->setStretchLastSection(false);
    head->setSortIndicatorShown(false);  // the model writes an arrow into the title
    head->setMinimumSectionSize(32);
    head->setHighlightSections(false);
    int place = 0;
    for (const int column : kOrder)
        head->moveSection(head->visualIndex(column), place++);
    for (int column = 0; column < Table::kColumnCount; ++column)
        head->resizeSection(column, width_of(column, *header()));
    head->setSectionsClickable(true);
    head->setSortIndicatorClearable(true);
    connect(head, &QHeaderView::sortIndicatorChanged, this,
            [this](int column, Qt::SortOrder order) { rows_.sort(column, order); });
}

void TensorTree::fit_columns() {
    constexpr std::array shown = {Table::kPlanned, Table::kBits, Table::kError};
    const auto sum = [this, &shown](bool tight) {
        int width = 0;
        for (const int column : shown)
            width += width_of(column, *header(), tight);
        return width;
    };
    const int room = viewport()->width();
    const bool tight = room < kNarrowestName + sum(false);
    if (tight != tight_) {
        tight_ = tight;
        for (const int column : shown)
            header()->resizeSection(column, width_of(column, *header(), tight));
    }
    header()->resizeSection(Table::kName, std::max(kNarrowestName, room - sum(tight)));
}

void TensorTree::dataChanged(const QModelIndex& first, const QModelIndex& last,
                             const QList<int>& roles) {
    if (first.row() == last.row() || QAccessible::isActive())
        return QTreeView::dataChanged(first, last, roles);
    // Qt would look for the place of every cell, of groups that are closed too: 75 ms for 50,000
    // tensors. Rows are all of one height, so that nothing else can follow from it.
    viewport()->update();
}

void TensorTree::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    fit_columns();
}

// Groups -----------------------------------------------------------------------------------------

void TensorTree::choose_groups() {
    const QScopedValueRollback<bool> guard(choosing_, true);
    const bool grouped = rows_.rows().grouped();
    setRootIsDecorated(grouped);
    if (!grouped) return;
    const bool all = rows_.count().tensors <= kFew;
    const auto& groups = rows_.rows().groups();
    for (std::size_t row = 0; row < groups.size(); ++row) {
        if (all || open_.contains(groups[row].key)) expand(rows_.index(static_cast<int>(row), 0));
    }
}

void TensorTree::remember(const QModelIndex& index, bool open) {
    if (choosing_ || !rows_.rows().grouped() || index.parent().isValid()) return;
    const auto key = rows_.rows().groups()[static_cast<std::size_t>(index.row())].key;
    if (open) {
        open_.insert(key);
    } else {
        open_.erase(key);
    }
}

void TensorTree::set_open(std::set<std::uint32_t> open) {
    open_ = std::move(open);
    choose_groups();
}

void TensorTree::open_groups(bool open) {
    open_.clear();
    for (const auto& group : rows_.rows().groups()) {
        if (open) open_.insert(group.key);
    }
    const QScopedValueRollback<bool> guard(choosing_, true);
    if (open) {
        expandAll();
    } else {
        collapseAll();
    }
}

// Painting ---------------------------------------------------------------------------------------

void TensorTree::drawRow(QPainter* painter, const QStyleOptionViewItem& options,
                         const QModelIndex& index) const {
    const QRect row(0, options.rect.top(), viewport()->width(), options.rect.height());
    const QModelIndex first = index.siblingAtColumn(0);
    if (is_selected(first)) {
        painter->fillRect(row, theme_.tokens().selection);
    } else if (hovered_.isValid() && first == hovered_) {
        painter->fillRect(row, theme_.tokens().hover);
    }
    QTreeView::drawRow(painter, options, index);
    if (hasFocus() && first == currentIndex().siblingAtColumn(0))
        painter->fillRect(row.left(), row.bottom(), row.width(), 1, theme_.tokens().accent);
}

void TensorTree::drawBranches(QPainter* painter, const QRect& rect,
                              const QModelIndex& index) const {
    if (index.parent().isValid() || !rows_.rows().grouped()) return;
    const QPoint c = rect.center();
    const QPolygon arrow =
        isExpanded(index) ? QPolygon({c + QPoint(-3, -2), c + QPoint(4, -2), c + QPoint(0, 3)})
                          : QPolygon({c + QPoint(-2, -4), c + QPoint(3, 0), c + QPoint(-2, 4)});
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme_.tokens().muted);
    painter->drawPolygon(arrow);
    painter->restore();
}

}  // namespace bitlathe
