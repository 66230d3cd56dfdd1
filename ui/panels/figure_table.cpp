// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/figure_table.h"

#include <QHeaderView>
#include <algorithm>

#include "ui/panels/copy_rows.h"
#include "ui/panels/widgets.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

constexpr int kRowHeight = 20;
constexpr int kWidestCell = 160;  ///< pixels; what is longer is cut off
constexpr int kKeyRole = Qt::UserRole;
constexpr int kDataRole = Qt::UserRole + 1;
constexpr int kRowRole = Qt::UserRole + 2;  ///< of the first cell

}  // namespace

FigureCell figure_cell(double value, const QString& text) {
    return {text, data_text(value), value};
}

FigureCell number_cell(std::uint64_t value) {
    return {count_text(value), QString::number(value), static_cast<qulonglong>(value)};
}

FigureCell word_cell(const QString& text) {
    return {text, text, text};
}

FigureTable::FigureTable(const QString& name, const QString& title, const QStringList& headings,
                         std::span<const int> widths, QWidget* parent)
    : QTableView(parent) {
    setObjectName(name);
    setAccessibleName(title);
    rows_.setHorizontalHeaderLabels(headings);
    for (int column = 0; column < rows_.columnCount(); ++column) {
        rows_.setHeaderData(column, Qt::Horizontal,
                            static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                            Qt::TextAlignmentRole);
    }
    rows_.setSortRole(kKeyRole);
    setModel(&rows_);
    dress_table(*this, kRowHeight);
    copy_rows_by_key(*this);
    setSelectionMode(QAbstractItemView::SingleSelection);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    set_column_widths(*this, widths);
    connect(this, &QTableView::clicked, this,
            [this](const QModelIndex& index) { emit row_chosen(row_at(index)); });
    connect(this, &QTableView::activated, this, &QTableView::clicked);
}

void FigureTable::set_heading_tip(int column, const QString& tip) {
    rows_.setHeaderData(column, Qt::Horizontal, tip, Qt::ToolTipRole);
}

void FigureTable::fill(const std::vector<std::vector<FigureCell>>& rows) {
    rows_.setRowCount(0);
    int number = 0;
    for (const std::vector<FigureCell>& cells : rows) {
        QList<QStandardItem*> items;
        for (const FigureCell& cell : cells) {
            auto* item = new QStandardItem(cell.text);
            item->setEditable(false);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setData(cell.key, kKeyRole);
            item->setData(cell.data, kDataRole);
            item->setData(number, kRowRole);
            items.push_back(item);
        }
        rows_.appendRow(items);
        ++number;
    }
    const QHeaderView& header = *horizontalHeader();
    if (header.sortIndicatorSection() >= 0)
        sortByColumn(header.sortIndicatorSection(), header.sortIndicatorOrder());
    make_room();
}

void FigureTable::make_room() {
    for (int column = 0; column + 1 < rows_.columnCount(); ++column) {
        const int wanted = std::min(sizeHintForColumn(column), kWidestCell);
        if (wanted > columnWidth(column)) setColumnWidth(column, wanted);
    }
}

int FigureTable::row_at(const QModelIndex& index) const {
    return index.siblingAtColumn(0).data(kRowRole).toInt();
}

void FigureTable::choose(int row) {
    clearSelection();
    for (int place = 0; row >= 0 && place < rows_.rowCount(); ++place) {
        if (row_at(rows_.index(place, 0)) != row) continue;
        selectRow(place);
        scrollTo(rows_.index(place, 0));
        return;
    }
}

Figure FigureTable::figure(const QString& name) {
    return widget_figure(*this, name, [this] { return data(); });
}

FigureData FigureTable::data() const {
    FigureData data;
    for (int column = 0; column < rows_.columnCount(); ++column)
        data.heading.push_back(rows_.headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < rows_.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < rows_.columnCount(); ++column)
            cells.push_back(rows_.index(row, column).data(kDataRole).toString());
        data.rows.push_back(std::move(cells));
    }
    return data;
}

}  // namespace bitlathe
