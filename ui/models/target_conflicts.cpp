// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/target_conflicts.h"

#include "ui/theme/core_text.h"
#include "ui/theme/text.h"

namespace bitlathe {

TargetConflictModel::TargetConflictModel(std::shared_ptr<const TensorCatalog> catalog,
                                         std::shared_ptr<const TargetChange> change,
                                         QObject* parent)
    : QAbstractTableModel(parent), catalog_(std::move(catalog)), change_(std::move(change)) {}

int TargetConflictModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(change_->conflicts.size());
}

int TargetConflictModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(kColumnCount);
}

QString TargetConflictModel::text(const TargetConflict& conflict, int column) const {
    switch (column) {
        case kTensor:
            return catalog_->tensor(conflict.tensor).name;
        case kNow:
            return conflict.locked ? tr("%1, locked").arg(format_text(conflict.before))
                                   : format_text(conflict.before);
        case kThen:
            return format_text(conflict.after);
        case kBytes:
            return bytes_change_text(catalog_->bytes(conflict.tensor, conflict.before),
                                     catalog_->bytes(conflict.tensor, conflict.after));
        default:
            return core_text(conflict.reason);
    }
}

QVariant TargetConflictModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const TargetConflict& conflict = change_->conflicts[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) return text(conflict, index.column());
    if (role == Qt::TextAlignmentRole) {
        const auto side = index.column() == kBytes ? Qt::AlignRight : Qt::AlignLeft;
        return static_cast<int>(side | Qt::AlignVCenter);
    }
    return {};
}

QVariant TargetConflictModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        const auto side = section == kBytes ? Qt::AlignRight : Qt::AlignLeft;
        return static_cast<int>(side | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case kTensor:
            return tr("Tensor");
        case kNow:
            return tr("Planned");
        case kThen:
            return tr("Becomes");
        case kBytes:
            return tr("Size");
        default:
            return tr("Why");
    }
}

}  // namespace bitlathe
