// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <memory>
#include <vector>

#include "core/allocation/plan.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// Tensors that an export treats alike: the same formats before and after, for the same reason.
struct ExportGroup {
    FormatId from, to;
    QString reason;  ///< why not what was asked for; "" when it is
    std::size_t tensors = 0;
    std::uint64_t before = 0, after = 0;  ///< bytes of the tensors, exact
};

/// What a plan does, by groups: converted ones first, each kind by falling size. Reasons of tensors
/// whose format nobody can choose (norms) are left out.
[[nodiscard]] std::vector<ExportGroup> export_groups(const TensorCatalog& catalog,
                                                     const Plan& plan);

/// The groups as a table: formats, number of tensors, bytes before and after, reason.
class ExportGroupModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kFrom, kTo, kTensors, kBefore, kAfter, kReason, kColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void set_groups(std::vector<ExportGroup> groups);
    [[nodiscard]] const std::vector<ExportGroup>& groups() const { return groups_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<ExportGroup> groups_;
};

}  // namespace bitlathe
