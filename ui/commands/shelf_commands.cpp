// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/shelf_commands.h"

#include <utility>

namespace bitlathe {

AddPlanCommand::AddPlanCommand(PlanShelf& shelf, PlanModel& plan, ShelvedPlan added,
                               bool becomes_current)
    : shelf_(shelf),
      plan_(plan),
      added_(std::move(added)),
      becomes_current_(becomes_current),
      identity_before_(plan.identity()),
      name_before_(plan.name()) {}

void AddPlanCommand::redo() {
    shelf_.put(added_, shelf_.rowCount());
    if (!becomes_current_) return;
    plan_.set_identity(added_.id);
    plan_.set_name(added_.title.name);
}

void AddPlanCommand::undo() {
    if (becomes_current_) {
        plan_.set_identity(identity_before_);
        plan_.set_name(name_before_);
    }
    shelf_.take(added_.id);
}

RemovePlanCommand::RemovePlanCommand(PlanShelf& shelf, PlanId removed)
    : shelf_(shelf), id_(removed), row_(shelf.row_of(removed)) {}

void RemovePlanCommand::redo() {
    removed_ = shelf_.take(id_);
}

void RemovePlanCommand::undo() {
    shelf_.put(removed_, row_);
}

RenamePlanCommand::RenamePlanCommand(PlanShelf& shelf, PlanId renamed, std::string name)
    : shelf_(shelf), id_(renamed), before_(shelf.title(renamed)), after_({std::move(name), true}) {}

void RenamePlanCommand::redo() {
    shelf_.set_title(id_, after_);
}

void RenamePlanCommand::undo() {
    shelf_.set_title(id_, before_);
}

}  // namespace bitlathe
