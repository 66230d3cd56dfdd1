// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/recipe_variants.h"

#include <string>

#include "core/targets/planner.h"

namespace bitlathe {
namespace {

/// What kind of variant a key stands for, above the recipe and 16 bits of what was asked.
enum Kind : std::uint64_t { kCopied, kConverted, kLock };

std::uint64_t key_of(RecipeId recipe, std::uint64_t asked, Kind kind) {
    return recipe | asked << 32 | kind << 48;
}

}  // namespace

RecipeId RecipeVariants::in_format(RecipeId recipe, FormatId source, FormatId format) {
    // The method depends on the source only in so far as it is the same format.
    const Kind kind = source == format ? kCopied : kConverted;
    const auto [entry, fresh] = known_.try_emplace(key_of(recipe, format.index(), kind));
    if (fresh) {
        Recipe other = pool_[recipe];
        other.format = format;
        other.method = method_for(source, format);
        other.reason.clear();
        entry->second = pool_.of(other);
    }
    return entry->second;
}

RecipeId RecipeVariants::with_lock(RecipeId recipe, bool locked) {
    const auto [entry, fresh] = known_.try_emplace(key_of(recipe, locked ? 1 : 0, kLock));
    if (fresh) {
        Recipe other = pool_[recipe];
        other.locked = locked;
        entry->second = pool_.of(other);
    }
    return entry->second;
}

}  // namespace bitlathe
