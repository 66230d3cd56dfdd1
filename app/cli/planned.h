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
                                                                  Session& session);
/// The same by name; a target that is not known leaves the model as it is.
[[nodiscard]] Result<std::shared_ptr<const Model>> open_model_for(const std::string& target,
                                                                  const std::string& path,
                                                                  Session& session);
/// --plan and --imatrix.
void add_plan_options(CLI::App& command, PlanArguments& arguments);

/// Weights as an export of a plan would hold them. Warns where the plan was made for another
/// checkpoint. Errors: kImpossible (the plan does not fit the model).
[[nodiscard]] Result<std::shared_ptr<const WeightSource>> planned_weights(
    const Plan& plan, std::shared_ptr<const Importance> importance,
    const std::shared_ptr<const Model>& model, Session& session);
/// An importance file; null without a path. Errors: the file's.
[[nodiscard]] Result<std::shared_ptr<const Importance>> load_importance(const std::string& path);

/// A model and the weights to run it with.
struct PlannedModel {
    std::shared_ptr<const Model> model;           ///< as the plan's target stores it
    std::shared_ptr<const WeightSource> weights;  ///< of the plan; null: the model's own
};
/// A checkpoint with a plan, all from files; without a plan as it is. Errors: the files', and those
/// of planned_weights().
[[nodiscard]] Result<PlannedModel> open_planned(const std::string& path,
                                                const PlanArguments& arguments, Session& session);

}  // namespace bitlathe::cli
