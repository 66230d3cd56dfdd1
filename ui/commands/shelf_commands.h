// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>

#include "ui/models/plan_shelf.h"

namespace bitlathe {

/// Puts a plan on the shelf. With `becomes_current` its contents are those of the current plan, of
/// which it is a copy, and the hand goes on with the copy.
class AddPlanCommand : public QUndoCommand {
public:
    AddPlanCommand(PlanShelf& shelf, PlanModel& plan, ShelvedPlan added, bool becomes_current);
    void redo() override;
    void undo() override;

private:
    PlanShelf& shelf_;
    PlanModel& plan_;
    ShelvedPlan added_;
    bool becomes_current_;
    PlanId identity_before_;
    std::string name_before_;
};

/// Takes a plan that is not the current one off the shelf.
class RemovePlanCommand : public QUndoCommand {
public:
    RemovePlanCommand(PlanShelf& shelf, PlanId removed);
    void redo() override;
    void undo() override;

private:
    PlanShelf& shelf_;
    PlanId id_;
    int row_;
    ShelvedPlan removed_;
};

/// Gives a plan a name that edits leave alone.
class RenamePlanCommand : public QUndoCommand {
public:
    RenamePlanCommand(PlanShelf& shelf, PlanId renamed, std::string name);
    void redo() override;
    void undo() override;

private:
    PlanShelf& shelf_;
    PlanId id_;
    PlanTitle before_, after_;
};

}  // namespace bitlathe
