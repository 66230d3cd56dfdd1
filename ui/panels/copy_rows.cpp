// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/copy_rows.h"

#include <QHeaderView>
#include <algorithm>
#include <vector>

#include "ui/canvas/copy_key.h"

namespace bitlathe {

QString selected_rows(const QTableView& table) {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : table.selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    if (rows.empty()) return {};
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const QAbstractItemModel& model = *table.model();
    std::vector<int> columns;
    for (int visual = 0; visual < model.columnCount(); ++visual) {
        const int column = table.horizontalHeader()->logicalIndex(visual);
        if (!table.isColumnHidden(column)) columns.push_back(column);
    }
    QStringList lines;
    QStringList cells;
    for (const int column : columns)
        cells.push_back(model.headerData(column, Qt::Horizontal).toString());
    lines.push_back(cells.join(u'\t'));
    for (const int row : rows) {
        cells.clear();
        for (const int column : columns)
            cells.push_back(model.index(row, column).data().toString());
        lines.push_back(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

void copy_rows_by_key(QTableView& table) {
    copy_by_key(table, [&table] { return selected_rows(table); });
}

}  // namespace bitlathe
