// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>

#include "ui/models/plan_model.h"
#include "ui/models/tensor_filter.h"

namespace bitlathe {

/// Columns of the tensor table, as Qt counts them.
namespace tensor_column {
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
}  // namespace tensor_column

/// What rows of the tensor table stand under.
enum class TensorGrouping { kNone, kBlock, kRole, kFile };

/// Whether a column is ordered by its number, not by its text.
[[nodiscard]] bool is_numeric(int column);
/// Whether a column may change with the plan.
[[nodiscard]] bool depends_on_plan(int column);
[[nodiscard]] QString column_title(int column);

/// What a cell of a tensor says under the plan as shown. Names are short under a group.
[[nodiscard]] QString cell_text(const PlanModel& plan, std::size_t tensor, int column,
                                TensorGrouping grouping = TensorGrouping::kNone);
/// What a numeric column is ordered by; unknown is less than everything.
[[nodiscard]] double cell_number(const PlanModel& plan, std::size_t tensor, int column);

/// Several tensors taken together, for the row of a group.
struct TensorSubtotal {
    std::size_t tensors = 0;
    std::uint64_t elements = 0, bytes = 0;
    std::optional<double> error;  ///< sum of weights x NMSE, unknown when one is unknown
    QString source, planned;      ///< the format of most weights, "Q4_K +2" when there are others
    bool locked = false;          ///< all that can be are
    bool changed = false;         ///< some are
    [[nodiscard]] double bits() const;
};
[[nodiscard]] TensorSubtotal subtotal_of(const PlanModel& plan,
                                         std::span<const std::size_t> tensors);
[[nodiscard]] QString cell_text(const TensorSubtotal& subtotal, int column);
[[nodiscard]] double cell_number(const TensorSubtotal& subtotal, int column);

}  // namespace bitlathe
