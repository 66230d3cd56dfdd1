// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipe_pool.h"

namespace bitlathe {

RecipeId RecipePool::of(const Recipe& recipe) {
    const auto place = static_cast<RecipeId>(recipes_.size());
    const auto [entry, fresh] = places_.try_emplace(
        Key{recipe.format.index(), recipe.locked, recipe.method, recipe.reason}, place);
    if (fresh) recipes_.push_back(recipe);
    return entry->second;
}

std::vector<RecipeId> RecipePool::of(std::span<const Recipe> recipes) {
    std::vector<RecipeId> ids;
    ids.reserve(recipes.size());
    for (const Recipe& recipe : recipes)
        ids.push_back(of(recipe));
    return ids;
}

const SharedRecipes& RecipePool::shared() const {
    if (!shared_ || shared_->size() != recipes_.size())
        shared_ = std::make_shared<const std::vector<Recipe>>(recipes_);
    return shared_;
}

}  // namespace bitlathe
