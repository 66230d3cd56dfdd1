// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <vector>

#include "ui/models/plan_model.h"
#include "ui/models/tensor_filter.h"

namespace bitlathe {

/// How much of the model the filter lets through.
struct FilterCount {
    std::size_t tensors = 0;
    double parameter_share = 0;  ///< 0..1 of all weights
};

/// The tensor table: one row per tensor that passes the filter, sorted by one column. It keeps the
/// order itself (a proxy would call back for every comparison; 50,000 rows sort in milliseconds
/// here). The order stays put while a preview runs, so that rows do not jump under the pointer.
class TensorTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        kName,
        kRole,
        kBlock,
        kShape,
        kSource,
        kPlanned,
        kBits,
        kSize,
        kError,
        kColumnCount,
    };
    enum Role {
        kLockedRole = Qt::UserRole,  ///< bool
        kChangedRole,                ///< bool: planned differs from stored
        kErrorShareRole,             ///< 0..1: error on the colour scale; -1 when unknown
    };

    explicit TensorTableModel(PlanModel& plan, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void set_filter(TensorFilter filter);
    [[nodiscard]] const FilterCount& count() const { return count_; }
    [[nodiscard]] std::size_t tensor_at(int row) const;
    [[nodiscard]] int row_of(std::size_t tensor) const;  ///< -1: filtered out

signals:
    void count_changed();

private:
    void rebuild();
    void refilter();
    void resort();
    void sort_order();
    void index_rows();
    void refresh(const std::vector<std::size_t>& tensors);
    void flush();
    [[nodiscard]] FilterSubject subject(std::size_t tensor) const;
    [[nodiscard]] QString text(std::size_t tensor, int column) const;
    [[nodiscard]] double number(std::size_t tensor, int column) const;

    PlanModel& plan_;
    TensorFilter filter_;
    FilterCount count_;
    std::vector<std::size_t> order_;  ///< row -> tensor
    std::vector<int> rows_;           ///< tensor -> row, -1: filtered out
    int sort_column_ = -1;            ///< -1: the order of the file
    Qt::SortOrder sort_direction_ = Qt::AscendingOrder;
    int dirty_first_ = 0;  ///< rows whose change was not told yet
    int dirty_last_ = -1;
    QTimer later_;
};

}  // namespace bitlathe
