// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

#include "core/project/project.h"

namespace bitlathe {

/// What a project that is about to be saved at `path` begins with: what the project of the same
/// weights there holds, or nothing but its stamp where there is no file, or a project of other
/// weights, whose stamp becomes `other`. Errors: kImpossible (what is there is no project, or one
/// that cannot be read: it is not to be replaced).
[[nodiscard]] Result<Project> project_to_extend(const std::filesystem::path& path,
                                                const Model& model,
                                                std::optional<ModelStamp>* other = nullptr);

/// Adds an evaluation in place of an earlier one of the same weights and settings. Of two the one
/// that was compared with the original stays, and one with tokens before one without.
void add_evaluation(Project& project, EvaluationRecord record);

/// Adds from another project of the same weights what is not there yet: profile, importance values,
/// skipped blocks, errors of experts, output errors, evaluations, plans. Not the view.
void add_missing(Project& project, Project other);

/// Of plans by name those that do not fit the model, because they are for it in another form (with
/// other tensors), or cannot be read.
[[nodiscard]] NamedTexts foreign_plans(const NamedTexts& plans, const Model& model);

/// Makes `plans` those of a project. Its foreign_plans() stay behind them, and with `keep_others`
/// those under names that are not among `plans`.
void put_plans(Project& project, NamedTexts plans, const Model& model, bool keep_others);

}  // namespace bitlathe
