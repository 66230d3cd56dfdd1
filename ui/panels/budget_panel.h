// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>

#include "ui/jobs/plan_solver.h"
#include "ui/panels/layerwise_box.h"
#include "ui/panels/rules_box.h"

namespace bitlathe {

/// Everything about spending a budget that does not fit into the header: a size that the file must
/// fit in, rules for the solver, and layer-wise allocation.
class BudgetPanel : public QFrame {
    Q_OBJECT
public:
    BudgetPanel(PlanModel& plan, PlanSolver& solver, Theme& theme, QWidget* parent = nullptr);
    /// What was measured of the plan; "": nothing.
    void set_measured(const QString& figures);
    [[nodiscard]] LayerwiseBox& layerwise() { return *layerwise_; }

signals:
    /// A size was asked for that can be met: bytes of tensors, and what was typed.
    void size_entered(std::uint64_t tensor_bytes, const QString& text);

private:
    void apply_size();
    void show_range();
    PlanModel& plan_;
    PlanSolver& solver_;
    QLineEdit* size_;
    QLabel *banner_, *range_, *problem_;
    LayerwiseBox* layerwise_;
};

}  // namespace bitlathe
