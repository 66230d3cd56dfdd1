// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUndoCommand>
#include <string>
#include <vector>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// One step of editing: the recipes of some tensors, and the plan's name. Steps of one gesture (the
/// same id, not 0) merge, so that a hand's whole movement is undone at once.
class ChangeRecipesCommand : public QUndoCommand {
public:
    /// `changes`: no tensor twice.
    ChangeRecipesCommand(PlanModel& model, std::vector<RecipeChange> changes,
                         std::uint64_t gesture = 0);
    /// Also renames the plan.
    void set_name(std::string name);
    /// The step goes from the plan that is current now to this one.
    void set_identity(PlanId identity);
    /// The step goes from the target that is current now to this one, whose catalog is known.
    void set_target(std::string target);

    void redo() override;
    void undo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand* other) override;

private:
    void take_in(const std::vector<RecipeChange>& later);
    PlanModel& model_;
    std::vector<RecipeChange> changes_;
    std::string name_before_, name_after_;
    std::string target_before_, target_after_;
    PlanId identity_before_, identity_after_;
    std::uint64_t gesture_ = 0;
};

}  // namespace bitlathe
