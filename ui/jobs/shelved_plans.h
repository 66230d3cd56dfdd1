// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/project/named_texts.h"
#include "ui/models/plan_shelf.h"

namespace bitlathe {

/// Catalogs of one model for several targets.
using TargetCatalogs = std::vector<std::shared_ptr<const TensorCatalog>>;

/// Catalogs for the targets of plans that are for another one than `open` is. Errors: kCancelled.
[[nodiscard]] Result<TargetCatalogs> catalogs_for(const PlanSet& set, const TensorCatalog& open,
                                                  const WorkContext& context);

/// Plans of a project, ready for the shelf.
struct ReadPlans {
    PlanSet set;              ///< those that fit the open model, in their order; may be none
    TargetCatalogs catalogs;  ///< catalogs_for() them
    int left_out = 0;         ///< for the model in another form, or not legal for it
};

/// Plans from texts by name; `current`: the name of the current one. Blocking; meant for a worker.
/// Errors: kCancelled.
[[nodiscard]] Result<ReadPlans> read_plans(const NamedTexts& plans, const std::string& current,
                                           const std::shared_ptr<const TensorCatalog>& open,
                                           const WorkContext& context);

/// The same plans as texts. Takes milliseconds a plan for a large model.
[[nodiscard]] NamedTexts plan_texts(const PlanSet& set);

}  // namespace bitlathe
