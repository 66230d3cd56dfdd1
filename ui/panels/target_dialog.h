// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/models/target_conflicts.h"

namespace bitlathe {

/// Asks before a plan is changed for another target: every tensor whose format that target refuses
/// or would silently change, what it becomes and why, and the totals before and after. Accepted:
/// the plan may be changed.
class TargetDialog : public QDialog {
    Q_OBJECT
public:
    /// `catalog`: for the target that the plan would be for.
    TargetDialog(std::shared_ptr<const TensorCatalog> catalog,
                 std::shared_ptr<const TargetChange> change, QWidget* parent = nullptr);

private:
    [[nodiscard]] QString totals_text(const PlanTotals& totals) const;

    std::shared_ptr<const TensorCatalog> catalog_;
    std::shared_ptr<const TargetChange> change_;
    TargetConflictModel model_;
};

}  // namespace bitlathe
