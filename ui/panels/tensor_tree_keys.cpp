// SPDX-License-Identifier: GPL-3.0-or-later
// The tensor table by keyboard.
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <utility>

#include "ui/panels/tensor_tree.h"
#include "ui/theme/file_numbers.h"

namespace bitlathe {

FigureData TensorTree::rows_at(std::span<const std::size_t> tensors) const {
    const FileNumbers numbers;
    FigureData figures;
    std::vector<int> columns;
    for (int visual = 0; visual < header()->count(); ++visual) {
        columns.push_back(header()->logicalIndex(visual));
        figures.heading.push_back(column_title(columns.back()));
    }
    for (const std::size_t tensor : tensors) {
        QStringList cells;
        for (const int column : columns)
            cells.push_back(cell_text(plan_, tensor, column));
        figures.rows.push_back(std::move(cells));
    }
    return figures;
}

FigureData TensorTree::shown_rows() const {
    return rows_at(rows_.rows().order());
}

QString TensorTree::selected_text() const {
    std::vector<std::size_t> tensors;
    for (const std::size_t tensor : rows_.rows().order()) {
        if (hub_.is_selected(tensor)) tensors.push_back(tensor);
    }
    if (tensors.empty()) return {};
    const FigureData figures = rows_at(tensors);
    QStringList lines{figures.heading.join(u'\t')};
    for (const QStringList& cells : figures.rows)
        lines.push_back(cells.join(u'\t'));
    return lines.join(u'\n');
}

bool TensorTree::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        event->accept();
        return true;
    }
    return QTreeView::event(event);
}

void TensorTree::keyPressEvent(QKeyEvent* event) {
    if (!event->matches(QKeySequence::Copy)) return QTreeView::keyPressEvent(event);
    const QString text = selected_text();
    if (!text.isEmpty()) QGuiApplication::clipboard()->setText(text);
}

void TensorTree::focusInEvent(QFocusEvent* event) {
    QTreeView::focusInEvent(event);
    const bool by_key =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    // Without a row to start from, arrows and other views would have nothing to go by.
    if (!by_key || !hub_.selected().empty() || rows_.rows().order().empty()) return;
    const QModelIndex current = currentIndex();
    const QModelIndex first = rows_.index_of(rows_.rows().order().front());
    const QModelIndex start = current.isValid() ? current
                              : isExpanded(first.parent()) || !first.parent().isValid()
                                  ? first
                                  : first.parent();
    selectionModel()->setCurrentIndex(
        start, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

}  // namespace bitlathe
