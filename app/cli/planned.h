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

namespace bitlathe::cli {

/// The plan whose export is to be run, if any.
struct PlanArguments {
    std::string plan, imatrix;
};
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
