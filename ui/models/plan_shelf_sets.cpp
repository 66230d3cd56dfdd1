// SPDX-License-Identifier: GPL-3.0-or-later
// All plans of the shelf at once: as values, and back from such.
#include <algorithm>
#include <set>
#include <utility>

#include "ui/commands/shelf_commands.h"
#include "ui/models/plan_shelf.h"

namespace bitlathe {
namespace {

bool same_plan(const KeptPlan& a, const KeptPlan& b) {
    return a.name() == b.name() && a.target() == b.target() && a.differing(b) == 0;
}

}  // namespace

PlanSet PlanShelf::plans() const {
    PlanSet set;
    for (int row = 0; row < rowCount(); ++row)
        set.plans.push_back(kept(row));
    set.current = static_cast<std::size_t>(std::max(0, current_row()));
    return set;
}

void PlanShelf::restore(const PlanSet& set, const Phrase& text) {
    plan_.cancel_preview();
    plan_.undo_stack().begin(text);
    for (std::size_t i = 0; i < set.plans.size(); ++i) {
        if (i == set.current) continue;
        ShelvedPlan entry;
        entry.id = next_++;
        entry.title.name = free_name(set.plans[i]->name(), -1);
        entry.plan = set.plans[i];
        entry.totals = weighed(*entry.plan);
        plan_.undo_stack().push(new AddPlanCommand(*this, plan_, entry, false), text);
    }
    plan_.replace(*set.plans[set.current], text);
    plan_.undo_stack().end();
}

std::vector<PlanId> PlanShelf::ids() const {
    std::vector<PlanId> ids;
    for (const ShelvedPlan& entry : entries_)
        ids.push_back(entry.id);
    return ids;
}

bool PlanShelf::is_as(const PlanSet& set) const {
    if (set.plans.size() != entries_.size() || static_cast<int>(set.current) != current_row())
        return false;
    for (int row = 0; row < rowCount(); ++row) {
        if (!same_plan(*kept(row), *set.plans[static_cast<std::size_t>(row)])) return false;
    }
    return true;
}

void PlanShelf::become(const PlanSet& set, const Phrase& text) {
    if (set.plans.empty() || is_as(set)) return;
    plan_.cancel_preview();
    plan_.undo_stack().begin(text);
    const std::vector<PlanId> before = ids();
    std::set<std::string> names;
    for (const auto& plan : set.plans) {
        ShelvedPlan entry;
        entry.id = next_++;
        entry.title.name = plan->name();
        for (int number = 2; !names.insert(entry.title.name).second; ++number)
            entry.title.name = plan->name() + ' ' + std::to_string(number);
        entry.plan = std::make_shared<const KeptPlan>(plan->renamed(entry.title.name));
        entry.totals = weighed(*entry.plan);
        plan_.undo_stack().push(new AddPlanCommand(*this, plan_, entry, false), text);
    }
    const auto current = static_cast<std::size_t>(rowCount()) - set.plans.size() + set.current;
    const ShelvedPlan becomes = entries_[current];  // entering it takes the plan off the entry
    plan_.replace(*becomes.plan, text, becomes.id);
    for (const PlanId id : before)
        plan_.undo_stack().push(new RemovePlanCommand(*this, id), text);
    plan_.undo_stack().end();
}

}  // namespace bitlathe
