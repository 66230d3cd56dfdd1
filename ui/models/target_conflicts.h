// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "core/targets/target_change.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// The tensors whose format another target does not take, a row each: name, format now, format
/// then, bytes by which it changes, reason. Immutable.
class TargetConflictModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kTensor, kNow, kThen, kBytes, kReason, kColumnCount };

    TargetConflictModel(std::shared_ptr<const TensorCatalog> catalog,
                        std::shared_ptr<const TargetChange> change, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const TargetConflict& conflict, int column) const;

    std::shared_ptr<const TensorCatalog> catalog_;
    std::shared_ptr<const TargetChange> change_;
};

}  // namespace bitlathe
