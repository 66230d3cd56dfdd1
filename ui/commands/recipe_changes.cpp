// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/recipe_changes.h"

#include <map>
#include <string>
#include <tuple>
#include <unordered_map>

namespace bitlathe {
namespace {

/// Gives equal recipes the same place in a list.
class Places {
public:
    explicit Places(std::vector<Recipe>& recipes) : recipes_(recipes) {}

    std::uint32_t of(const Recipe& recipe) {
        const auto place = static_cast<std::uint32_t>(recipes_.size());
        const auto [entry, fresh] = known_.try_emplace(
            Key{recipe.format.index(), recipe.locked, recipe.method, recipe.reason}, place);
        if (fresh) recipes_.push_back(recipe);
        return entry->second;
    }

private:
    using Key = std::tuple<std::uint16_t, bool, std::string, std::string>;
    std::vector<Recipe>& recipes_;
    std::map<Key, std::uint32_t> known_;
};

}  // namespace

RecipeChanges::RecipeChanges(std::span<const RecipeChange> changes) {
    Places places(recipes_);
    changes_.reserve(changes.size());
    for (const RecipeChange& change : changes) {
        changes_.push_back({static_cast<std::uint32_t>(change.tensor), places.of(change.before),
                            places.of(change.after)});
    }
}

std::vector<RecipeChange> RecipeChanges::all() const {
    std::vector<RecipeChange> changes;
    changes.reserve(changes_.size());
    for (const Change& change : changes_)
        changes.push_back({change.tensor, recipes_[change.before], recipes_[change.after]});
    return changes;
}

void RecipeChanges::merge(const RecipeChanges& later) {
    std::unordered_map<std::size_t, std::size_t> place;
    std::vector<RecipeChange> merged = all();
    for (std::size_t i = 0; i < merged.size(); ++i)
        place.emplace(merged[i].tensor, i);
    for (RecipeChange& change : later.all()) {
        const auto found = place.find(change.tensor);
        if (found == place.end()) {
            merged.push_back(std::move(change));
        } else {
            merged[found->second].after = std::move(change.after);
        }
    }
    *this = RecipeChanges(merged);
}

}  // namespace bitlathe
