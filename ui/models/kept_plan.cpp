// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/kept_plan.h"

#include <utility>

namespace bitlathe {
namespace {

Plan without_tensors(const Plan& plan) {
    return {plan.target, plan.checkpoint_fingerprint, plan.checkpoint_path, plan.name, {},
            plan.history};
}

}  // namespace

KeptPlan::KeptPlan(std::shared_ptr<const TensorCatalog> catalog, const Plan& plan)
    : catalog_(std::move(catalog)), rest_(without_tensors(plan)) {
    RecipePool pool;
    of_tensor_.resize(catalog_->size());
    // Side by side through both: a search for each of 50,000 names would be felt.
    auto at = plan.tensors.begin();
    const Recipe* before = nullptr;
    RecipeId place = 0;
    for (const std::size_t i : catalog_->by_name()) {
        const TensorInfo& info = catalog_->model().tensor(i);
        while (at != plan.tensors.end() && at->first < info.name)
            ++at;
        if (at == plan.tensors.end() || at->first != info.name) {
            of_tensor_[i] = pool.of(Recipe{info.format, "copy", false, {}});
            continue;
        }
        // Neighbours mostly have the same one.
        if (before == nullptr || *before != at->second) place = pool.of(at->second);
        before = &at->second;
        of_tensor_[i] = place;
    }
    recipes_ = pool.shared();
}

KeptPlan::KeptPlan(std::shared_ptr<const TensorCatalog> catalog, Plan rest, SharedRecipes recipes,
                   std::vector<RecipeId> of_tensor)
    : catalog_(std::move(catalog)),
      rest_(std::move(rest)),
      recipes_(std::move(recipes)),
      of_tensor_(std::move(of_tensor)) {}

std::vector<FormatId> KeptPlan::formats() const {
    std::vector<FormatId> formats;
    formats.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
        formats.push_back(recipe(i).format);
    return formats;
}

Plan KeptPlan::plan() const {
    Plan plan = rest_;
    for (const std::size_t i : catalog_->by_name())
        plan.tensors.emplace_hint(plan.tensors.end(), catalog_->model().tensor(i).name, recipe(i));
    return plan;
}

Plan KeptPlan::locked() const {
    Plan plan = rest_;
    for (std::size_t i = 0; i < size(); ++i) {
        if (recipe(i).locked) plan.tensors.emplace(catalog_->model().tensor(i).name, recipe(i));
    }
    return plan;
}

KeptPlan KeptPlan::renamed(std::string name) const {
    KeptPlan renamed = *this;
    renamed.rest_.name = std::move(name);
    return renamed;
}

std::size_t KeptPlan::differing(const KeptPlan& other) const {
    std::size_t count = 0;
    for (std::size_t i = 0; i < size(); ++i) {
        const bool same_place = recipes_ == other.recipes_ && of_tensor_[i] == other.of_tensor_[i];
        if (!same_place && recipe(i) != other.recipe(i)) ++count;
    }
    return count;
}

bool KeptPlan::operator==(const KeptPlan& other) const {
    return rest_ == other.rest_ && size() == other.size() && differing(other) == 0;
}

}  // namespace bitlathe
