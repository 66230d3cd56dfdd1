// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/copy_rows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>
#include <vector>

namespace bitlathe {
namespace {

class RowCopier : public QObject {
public:
    explicit RowCopier(QTableView& table) : QObject(&table), table_(table) {
        table_.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        const bool key =
            event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
        if (!key || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) return false;
        event->accept();
        if (event->type() == QEvent::KeyPress) {
            const QString text = selected_rows(table_);
            if (!text.isEmpty()) QGuiApplication::clipboard()->setText(text);
        }
        return true;
    }

private:
    QTableView& table_;
};

}  // namespace

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
    new RowCopier(table);
}

}  // namespace bitlathe
