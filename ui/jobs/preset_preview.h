// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "ui/jobs/latest_worker.h"
#include "ui/jobs/plan_solver.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// What a preset would make of the plan, locked tensors as they are.
struct PresetOutlook {
    QString name;
    PlanTotals totals;
    std::vector<FormatId> formats;  ///< by tensor
};

/// The plan that a preset of the target makes. Tensors that `kept` has locked keep their recipes.
/// Errors: of make_plan().
[[nodiscard]] Result<Plan> preset_plan(const TensorCatalog& catalog, const QString& preset,
                                       const KeptPlan& kept, const WorkContext& context);

/// Works out off the GUI thread what the preset that somebody looks at would come to, before it is
/// applied. The newest look counts. GUI thread only.
class PresetPreview : public QObject {
    Q_OBJECT
public:
    PresetPreview(PlanModel& plan, PlanSolver& solver, QObject* parent = nullptr);

    /// `preset`: of the target; "": everything as stored. `title`: what it is called on screen.
    void look(const QString& preset, const QString& title);
    /// Nobody looks any more.
    void stop();
    /// What is looked at, as soon as it is known; a preset that cannot be made has none.
    [[nodiscard]] const std::optional<PresetOutlook>& outlook() const { return outlook_; }
    [[nodiscard]] bool busy() const { return worker_.busy(); }

signals:
    void changed();

private:
    PlanModel& plan_;
    PlanSolver& solver_;
    std::optional<PresetOutlook> outlook_;
    LatestWorker worker_;  ///< last: ends before anything else goes
};

}  // namespace bitlathe
