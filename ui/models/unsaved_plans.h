// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <map>
#include <vector>

#include "ui/models/kept_work.h"

namespace bitlathe {

/// Which plans of the open model would be lost: their recipes are not those of the plan the model
/// opened with, nor those that were saved last. Values are compared, so that undoing a change makes
/// a plan saved again. GUI thread only.
class UnsavedPlans : public QObject {
    Q_OBJECT
public:
    UnsavedPlans(PlanModel& plan, PlanShelf& shelf, QObject* parent = nullptr);

    /// The current plan was written to a file as it is now.
    void note_saved();
    /// These plans of the shelf were written as they were then.
    void note_saved(const KeptWork& work);
    /// Rows of the shelf.
    [[nodiscard]] std::vector<int> rows() const;

private:
    void reset();
    PlanModel& plan_;
    PlanShelf& shelf_;
    std::map<PlanId, KeptPlan> saved_;
};

}  // namespace bitlathe
