// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "app/cli/session.h"
#include "core/allocation/plan.h"
#include "core/forward/weight_source.h"
#include "core/model/model.h"
#include "core/targets/importance.h"
#include "core/targets/target.h"

namespace bitlathe::cli {

/// The plan whose export is to be run, if any.
struct PlanArguments {
    std::string plan, imatrix;
};
/// Opens a checkpoint as a target stores it, and warns of what will be otherwise there.
[[nodiscard]] Result<std::shared_ptr<const Model>> open_model_for(const Target& target,
                                                                  const std::string& path,
                                                                  const Session& session);
/// The same by name; a target that is not known leaves the model as it is.
[[nodiscard]] Result<std::shared_ptr<const Model>> open_model_for(const std::string& target,
                                                                  const std::string& path,
                                                                  const Session& session);
/// A checkpoint as the plan's target stores it; without a plan as it is.
[[nodiscard]] Result<std::shared_ptr<const Model>> open_planned_model(
    const std::string& path, const PlanArguments& arguments, const Session& session);

/// --plan and --imatrix.
void add_plan_options(CLI::App& command, PlanArguments& arguments);

/// Weights as an export of a plan would hold them. Warns where the plan was made for another
/// checkpoint. Errors: kImpossible (the plan does not fit the model).
[[nodiscard]] Result<std::shared_ptr<const WeightSource>> planned_weights(
    const Plan& plan, std::shared_ptr<const Importance> importance,
    const std::shared_ptr<const Model>& model, const Session& session);
/// An importance file; null without a path. Errors: the file's.
[[nodiscard]] Result<std::shared_ptr<const Importance>> load_importance(const std::string& path);
/// The same from files; null without a plan. Errors: the files' too.
[[nodiscard]] Result<std::shared_ptr<const WeightSource>> planned_weights(
    const PlanArguments& arguments, const std::shared_ptr<const Model>& model,
    const Session& session);

}  // namespace bitlathe::cli
