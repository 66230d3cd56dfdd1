// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "core/allocation/plan.h"

namespace bitlathe {

/// A recipe by its place in a list of recipes.
using RecipeId = std::uint32_t;
/// Recipes that several plans share; nobody changes them.
using SharedRecipes = std::shared_ptr<const std::vector<Recipe>>;

/// Every recipe that plans of a model have, once: 50,000 tensors share a handful. Equal recipes
/// have equal places, and a place keeps its recipe. For one thread.
class RecipePool {
public:
    RecipePool() = default;

    /// The place of a recipe, which is taken in where it is new.
    RecipeId of(const Recipe& recipe);
    /// Those of several, in their order.
    [[nodiscard]] std::vector<RecipeId> of(std::span<const Recipe> recipes);
    [[nodiscard]] const Recipe& operator[](RecipeId id) const { return recipes_[id]; }
    [[nodiscard]] std::size_t size() const { return recipes_.size(); }
    /// All of them as they are now, by place; the same list until one is taken in.
    [[nodiscard]] const SharedRecipes& shared() const;

private:
    using Key = std::tuple<std::uint16_t, bool, std::string, std::string>;
    std::vector<Recipe> recipes_;
    std::map<Key, RecipeId> places_;
    mutable SharedRecipes shared_;
};

}  // namespace bitlathe
