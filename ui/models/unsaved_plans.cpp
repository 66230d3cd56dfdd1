// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/unsaved_plans.h"

namespace bitlathe {

UnsavedPlans::UnsavedPlans(PlanModel& plan, PlanShelf& shelf, QObject* parent)
    : QObject(parent), plan_(plan), shelf_(shelf) {
    connect(&plan_, &PlanModel::opened, this, &UnsavedPlans::reset);
}

void UnsavedPlans::reset() {
    saved_.clear();
    if (plan_.is_open()) note_saved();
}

void UnsavedPlans::note_saved() {
    saved_.insert_or_assign(plan_.identity(), plan_.kept());
}

void UnsavedPlans::note_saved(const KeptWork& work) {
    for (std::size_t i = 0; i < work.ids.size(); ++i)
        saved_.insert_or_assign(work.ids[i], *work.plans.plans[i]);
}

std::vector<int> UnsavedPlans::rows() const {
    std::vector<int> rows;
    if (!plan_.is_open()) return rows;
    // Nothing was ever done, or everything is as it was saved: the common case, without a copy.
    if (plan_.undo_stack().isClean() && shelf_.rowCount() == 1) return rows;
    for (int row = 0; row < shelf_.rowCount(); ++row) {
        const auto saved = saved_.find(shelf_.id(row));
        if (saved == saved_.end() || saved->second.differing(*shelf_.kept(row)) > 0)
            rows.push_back(row);
    }
    return rows;
}

}  // namespace bitlathe
