// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QTimer>
#include <optional>
#include <span>
#include <vector>

#include "ui/models/plan_model.h"
#include "ui/models/tensor_cells.h"
#include "ui/models/tensor_filter.h"
#include "ui/models/tensor_rows.h"

namespace bitlathe {

/// How much of the model the filter lets through.
struct FilterCount {
    std::size_t tensors = 0;
    double parameter_share = 0;  ///< 0..1 of all weights
};

/// The tensor table: one row per tensor that passes the filter, sorted by one column, flat or under
/// groups with a subtotal each. It keeps the order itself (a proxy would call back for every
/// comparison; 50,000 rows sort in milliseconds here). The order stays put while a preview runs, so
/// that rows do not jump under the pointer; a filter that asks for the plan is asked again
/// afterwards.
class TensorTableModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using enum tensor_column::Column;
    enum Role {
        kLockedRole = Qt::UserRole,  ///< bool
        kChangedRole,                ///< bool: planned differs from stored
        kErrorShareRole,             ///< 0..1: error on the colour scale; -1 when unknown
    };

    explicit TensorTableModel(PlanModel& plan, QObject* parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    void set_filter(TensorFilter filter);
    void set_grouping(TensorGrouping grouping);
    [[nodiscard]] TensorGrouping grouping() const { return grouping_; }
    [[nodiscard]] const FilterCount& count() const { return count_; }
    [[nodiscard]] bool filtered() const { return !filter_.empty(); }
    [[nodiscard]] const TensorRows& rows() const { return rows_; }

    /// The tensor of a row; nothing for the row of a group.
    [[nodiscard]] std::optional<std::size_t> tensor_of(const QModelIndex& index) const;
    /// All tensors of a row: those of its group, or its own.
    [[nodiscard]] std::span<const std::size_t> tensors_of(const QModelIndex& index) const;
    /// Where a tensor stands; invalid when it is filtered out.
    [[nodiscard]] QModelIndex index_of(std::size_t tensor, int column = 0) const;
    /// Without groups: row to tensor, and back (-1: filtered out).
    [[nodiscard]] std::size_t tensor_at(int row) const;
    [[nodiscard]] int row_of(std::size_t tensor) const { return rows_.position(tensor); }

signals:
    void count_changed();

private:
    void open();
    void rebuild();
    void refilter();
    void sort_all();
    void take_rows(std::vector<std::size_t> shown);
    void arrange_groups();
    void resort();
    void mark(const std::vector<std::size_t>& tensors);
    void refresh(const std::vector<std::size_t>& tensors);
    void flush();
    void learn(const std::vector<std::size_t>& tensors);
    void fold_words();
    [[nodiscard]] bool shown_groups() const { return rows_.grouped(); }
    [[nodiscard]] bool depends_on_errors() const;
    [[nodiscard]] FilterSubject subject(std::size_t tensor) const;
    [[nodiscard]] const TensorSubtotal& subtotal(std::size_t group) const;
    [[nodiscard]] QVariant group_data(std::size_t group, int column, int role) const;
    [[nodiscard]] QVariant tensor_data(std::size_t tensor, int column, int role) const;

    PlanModel& plan_;
    TensorFilter filter_;
    TensorGrouping grouping_ = TensorGrouping::kNone;
    GroupMap groups_;
    FilterCount count_;
    TensorRows rows_;
    std::vector<std::size_t> sorted_;                 ///< all tensors in the order of the column
    std::vector<QString> role_texts_, format_texts_;  ///< in lower case, by index
    mutable std::vector<std::optional<TensorSubtotal>> subtotals_;  ///< by group, when it was asked
    int sort_column_ = -1;                                          ///< -1: the order of the file
    Qt::SortOrder sort_direction_ = Qt::AscendingOrder;
    std::vector<bool> dirty_groups_;  ///< by group: its change was not told yet
    int dirty_first_ = 0;             ///< rows without groups
    int dirty_last_ = -1;
    QTimer later_;    ///< tells of a preview
    QTimer learned_;  ///< sorts and filters again while errors come in
};

}  // namespace bitlathe
