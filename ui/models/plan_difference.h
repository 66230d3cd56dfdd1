// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QTimer>
#include <optional>
#include <vector>

#include "ui/models/plan_model.h"
#include "ui/models/plan_shelf.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// Where the current plan and the compared one of a shelf differ: one row per tensor whose formats
/// differ, with what the step from the current to the compared plan would change. Follows a drag a
/// moment later. Empty while nothing is compared. GUI thread only.
class PlanDifferenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kName, kCurrent, kCompared, kBytes, kError, kColumnCount };

    PlanDifferenceModel(PlanModel& plan, PlanShelf& shelf, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] std::size_t tensor_at(int row) const {
        return order_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int row_of(std::size_t tensor) const;  ///< -1: it does not differ
    /// All rows with unrounded figures; unknown ones are empty.
    [[nodiscard]] FigureData rows() const;

signals:
    void refreshed();  ///< rows, figures or totals may have changed

private:
    void refresh();
    [[nodiscard]] std::vector<std::size_t> differing() const;
    void sort_rows(std::vector<std::size_t>& rows) const;
    [[nodiscard]] FormatId compared(std::size_t tensor) const {
        return shelf_.compared_formats()[tensor];
    }
    [[nodiscard]] QString text(std::size_t tensor, int column) const;
    [[nodiscard]] std::optional<double> number(std::size_t tensor, int column) const;

    PlanModel& plan_;
    PlanShelf& shelf_;
    std::vector<std::size_t> order_;  ///< row -> tensor
    int sort_column_ = -1;            ///< -1: the order of the file
    Qt::SortOrder sort_direction_ = Qt::AscendingOrder;
    QTimer later_;
};

/// "+1.2 k", "−0.4", "±0"; kUnknown where either is not known.
[[nodiscard]] QString quantity_change_text(std::optional<double> before,
                                           std::optional<double> after);

}  // namespace bitlathe
