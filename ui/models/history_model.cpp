// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_model.h"

#include "ui/theme/text.h"

namespace bitlathe {

HistoryModel::HistoryModel(PlanModel& plan, QObject* parent)
    : QAbstractListModel(parent), plan_(plan) {
    connect(&plan_, &PlanModel::opened, this, &HistoryModel::refresh);
    connect(&plan_.undo_stack(), &QUndoStack::indexChanged, this, &HistoryModel::refresh);
    connect(&plan_.undo_stack(), &QUndoStack::cleanChanged, this, &HistoryModel::refresh);
    refresh();
}

void HistoryModel::refresh() {
    const int rows = plan_.is_open() ? plan_.undo_stack().count() + 1 : 0;
    if (rows == rows_) {
        if (rows_ > 0) emit dataChanged(index(0), index(rows_ - 1));
        return;
    }
    beginResetModel();
    rows_ = rows;
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : rows_;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const StepStack& stack = plan_.undo_stack();
    const int row = index.row();
    const bool saved = row > 0 && row == stack.cleanIndex();
    const QString text =
        row == 0 ? tr("Opened with %1").arg(to_qstring(plan_.opened_with())) : stack.text(row - 1);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::ToolTipRole:
            return text;
        case Qt::AccessibleTextRole:
            return saved ? tr("%1, saved").arg(text) : text;
        case kCurrentRole:
            return row == stack.index();
        case kUndoneRole:
            return row > stack.index();
        case kSavedRole:
            return saved;
        default:
            return {};
    }
}

}  // namespace bitlathe
