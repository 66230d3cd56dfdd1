// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// Changes of recipes as a step of the history keeps them: every recipe once, as few differ. A step
/// over 50,000 tensors takes half a megabyte instead of eight. A value.
class RecipeChanges {
public:
    explicit RecipeChanges(std::span<const RecipeChange> changes);

    [[nodiscard]] std::vector<RecipeChange> all() const;
    /// Takes in a later step: its tensors end as there, and began as here.
    void merge(const RecipeChanges& later);
    [[nodiscard]] std::size_t size() const { return changes_.size(); }
    /// How many recipes are kept.
    [[nodiscard]] std::size_t distinct() const { return recipes_.size(); }

private:
    struct Change {
        std::uint32_t tensor, before, after;
    };
    std::vector<Recipe> recipes_;
    std::vector<Change> changes_;
};

}  // namespace bitlathe
