// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/change_recipes_command.h"

#include <unordered_map>
#include <utility>

namespace bitlathe {

ChangeRecipesCommand::ChangeRecipesCommand(PlanModel& model, std::vector<RecipeChange> changes,
                                           std::uint64_t gesture)
    : model_(model),
      changes_(std::move(changes)),
      name_before_(model.name()),
      name_after_(model.name()),
      target_before_(model.catalog().target().name()),
      target_after_(target_before_),
      identity_before_(model.identity()),
      identity_after_(model.identity()),
      gesture_(gesture) {}

void ChangeRecipesCommand::set_name(std::string name) {
    name_after_ = std::move(name);
}

void ChangeRecipesCommand::set_identity(PlanId identity) {
    identity_after_ = identity;
}

void ChangeRecipesCommand::set_target(std::string target) {
    target_after_ = std::move(target);
}

void ChangeRecipesCommand::redo() {
    model_.set_identity(identity_after_);
    model_.apply(changes_, true, target_after_);
    model_.set_name(name_after_);
}

void ChangeRecipesCommand::undo() {
    model_.set_identity(identity_before_);
    model_.apply(changes_, false, target_before_);
    model_.set_name(name_before_);
}

int ChangeRecipesCommand::id() const {
    return gesture_ == 0 ? -1 : 1;
}

bool ChangeRecipesCommand::mergeWith(const QUndoCommand* other) {
    const auto* later = dynamic_cast<const ChangeRecipesCommand*>(other);
    if (!later || later->gesture_ != gesture_) return false;
    take_in(later->changes_);
    name_after_ = later->name_after_;
    return true;
}

void ChangeRecipesCommand::take_in(const std::vector<RecipeChange>& later) {
    // Its tensors end as there, and began as here.
    std::unordered_map<std::uint32_t, std::size_t> places;
    places.reserve(changes_.size());
    for (std::size_t i = 0; i < changes_.size(); ++i)
        places.emplace(changes_[i].tensor, i);
    for (const RecipeChange& change : later) {
        const auto found = places.find(change.tensor);
        if (found == places.end()) {
            changes_.push_back(change);
        } else {
            changes_[found->second].after = change.after;
        }
    }
}

}  // namespace bitlathe
