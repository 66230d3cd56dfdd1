// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unordered_map>

#include "ui/models/recipe_pool.h"

namespace bitlathe {

/// Recipes as a step changes them, each worked out once: a step over thousands of tensors meets few
/// recipes. For the time of one step; the pool outlives it.
class RecipeVariants {
public:
    explicit RecipeVariants(RecipePool& pool) : pool_(pool) {}

    /// A recipe in another format, of a tensor that is stored in `source`: by the method that goes
    /// with it, without a reason.
    RecipeId in_format(RecipeId recipe, FormatId source, FormatId format);
    RecipeId with_lock(RecipeId recipe, bool locked);

private:
    RecipePool& pool_;
    std::unordered_map<std::uint64_t, RecipeId> known_;
};

}  // namespace bitlathe
