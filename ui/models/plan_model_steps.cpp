// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of a plan's model: what is committed, locked, replaced, and how a step is done.
#include <algorithm>
#include <utility>

#include "ui/commands/change_recipes_command.h"
#include "ui/models/plan_model.h"
#include "ui/models/plan_words.h"
#include "ui/models/recipe_variants.h"

namespace bitlathe {

void PlanModel::commit_preview(const Phrase& text, std::uint64_t gesture, std::string name) {
    std::vector<RecipeChange> changes;
    RecipeVariants variants(pool_);
    for (const std::size_t tensor : previewed_) {
        if (format(tensor) == committed_format(tensor)) continue;
        changes.push_back({static_cast<std::uint32_t>(tensor), recipes_[tensor],
                           variants.in_format(recipes_[tensor], catalog_->tensor(tensor).source,
                                              format(tensor))});
    }
    if (changes.empty()) {
        cancel_preview();
        return;
    }
    auto command = std::make_unique<ChangeRecipesCommand>(*this, std::move(changes), gesture);
    command->set_name(name.empty() ? edited_name(rest_.name) : std::move(name));
    undo_.push(command.release(), text);
}

void PlanModel::set_locked(std::span<const std::size_t> tensors, bool locked) {
    cancel_preview();
    std::vector<RecipeChange> changes;
    RecipeVariants variants(pool_);
    for (const std::size_t named : tensors) {
        for (const std::size_t tensor : catalog_->tied(named)) {
            if (this->locked(tensor) == locked) continue;
            if (std::exchange(looked_at_[tensor], 1) != 0) continue;
            changes.push_back({static_cast<std::uint32_t>(tensor), recipes_[tensor],
                               variants.with_lock(recipes_[tensor], locked)});
        }
    }
    for (const RecipeChange& change : changes)
        looked_at_[change.tensor] = 0;
    if (changes.empty()) return;
    const int count = static_cast<int>(changes.size());
    undo_.push(new ChangeRecipesCommand(*this, std::move(changes)), [locked, count] {
        return locked ? tr("Lock %n tensor(s)", nullptr, count)
                      : tr("Unlock %n tensor(s)", nullptr, count);
    });
}

void PlanModel::replace(const KeptPlan& plan, const Phrase& text, std::optional<PlanId> identity) {
    const auto catalog = catalog_for(plan.target());
    if (!catalog) return;
    cancel_preview();
    const std::vector<RecipeId> places = pool_.of(plan.recipes());
    std::vector<RecipeChange> changes;
    for (std::uint32_t i = 0; i < recipes_.size(); ++i) {
        const RecipeId after = places[plan.of_tensor()[i]];
        if (after != recipes_[i]) changes.push_back({i, recipes_[i], after});
    }
    const PlanId becomes = identity.value_or(identity_);
    const bool same = plan.name() == rest_.name && becomes == identity_ && catalog == catalog_;
    if (changes.empty() && same) return;
    auto command = std::make_unique<ChangeRecipesCommand>(*this, std::move(changes));
    command->set_name(plan.name());
    command->set_identity(becomes);
    command->set_target(std::string(catalog->target().name()));
    undo_.push(command.release(), text);
}

void PlanModel::replace(const Plan& plan, const Phrase& text, std::optional<PlanId> identity) {
    replace(KeptPlan(catalog_, plan), text, identity);
}

std::vector<std::size_t> PlanModel::touched_by(std::span<const RecipeChange> changes) {
    std::vector<std::size_t> touched;
    touched.reserve(changes.size());
    for (const RecipeChange& change : changes) {
        if (std::exchange(looked_at_[change.tensor], 1) == 0) touched.push_back(change.tensor);
    }
    for (const std::size_t tensor : previewed_) {
        if (std::exchange(looked_at_[tensor], 1) == 0) touched.push_back(tensor);
    }
    for (const std::size_t tensor : touched)
        looked_at_[tensor] = 0;
    if (!std::is_sorted(touched.begin(), touched.end())) std::sort(touched.begin(), touched.end());
    return touched;
}

void PlanModel::apply(std::span<const RecipeChange> changes, bool forward,
                      std::string_view target) {
    // All of them, moved or not: locks may have changed, and the mark of where a bar came from.
    const std::vector<std::size_t> touched = touched_by(changes);
    previewed_.clear();
    std::vector<FormatChange> moved;
    for (const RecipeChange& change : changes) {
        recipes_[change.tensor] = forward ? change.after : change.before;
        const FormatId format = committed_format(change.tensor);
        if (format != evaluator_->format(change.tensor)) moved.push_back({change.tensor, format});
    }
    evaluator_->apply(moved);
    for (const std::size_t tensor : touched)
        shown_[tensor] = evaluator_->cost(tensor);
    totals_ = committed_totals_ = evaluator_->current();
    ++evaluations_;
    if (const auto catalog = catalog_for(target); catalog && catalog != catalog_) {
        catalog_ = catalog;
        rest_.target = target;
        emit target_changed();
    }
    emit tensors_changed(touched);
    emit totals_changed();
}

}  // namespace bitlathe
