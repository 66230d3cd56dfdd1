// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ui/models/recipe_pool.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// A plan of an open model as it is kept: a place in a list of recipes for every tensor, 200 kB for
/// 50,000 of them, where a Plan is a tree of named entries. It is copied in microseconds, and put
/// together into a Plan by whoever needs one, on a thread that may take its time. Every tensor has
/// a recipe. A value that nobody changes: safe for any thread.
class KeptPlan {
public:
    /// The recipes of a plan: tensors that it does not name count as copied, names that the model
    /// lacks are left out.
    KeptPlan(std::shared_ptr<const TensorCatalog> catalog, const Plan& plan);
    /// `rest`: the plan without tensors; tensor i has the recipe recipes[of_tensor[i]].
    KeptPlan(std::shared_ptr<const TensorCatalog> catalog, Plan rest, SharedRecipes recipes,
             std::vector<RecipeId> of_tensor);

    [[nodiscard]] const std::string& name() const { return rest_.name; }
    [[nodiscard]] const std::string& target() const { return rest_.target; }
    /// All of the plan but its tensors.
    [[nodiscard]] const Plan& rest() const { return rest_; }
    /// A catalog of the model; its tensors are those of every target.
    [[nodiscard]] const std::shared_ptr<const TensorCatalog>& catalog() const { return catalog_; }
    [[nodiscard]] std::size_t size() const { return of_tensor_.size(); }
    [[nodiscard]] const Recipe& recipe(std::size_t tensor) const {
        return (*recipes_)[of_tensor_[tensor]];
    }
    /// What of_tensor() points into; some may be of no tensor.
    [[nodiscard]] const std::vector<Recipe>& recipes() const { return *recipes_; }
    [[nodiscard]] const std::vector<RecipeId>& of_tensor() const { return of_tensor_; }
    /// By tensor.
    [[nodiscard]] std::vector<FormatId> formats() const;

    /// Put together: takes milliseconds for a large model.
    [[nodiscard]] Plan plan() const;
    /// The same with the locked tensors only: all that the solvers ask of an earlier plan.
    [[nodiscard]] Plan locked() const;
    [[nodiscard]] KeptPlan renamed(std::string name) const;

    /// How many tensors of the same model have another recipe in the other plan.
    [[nodiscard]] std::size_t differing(const KeptPlan& other) const;
    /// Equal as plans of the same model.
    [[nodiscard]] bool operator==(const KeptPlan& other) const;

private:
    std::shared_ptr<const TensorCatalog> catalog_;
    Plan rest_;
    SharedRecipes recipes_;
    std::vector<RecipeId> of_tensor_;
};

}  // namespace bitlathe
