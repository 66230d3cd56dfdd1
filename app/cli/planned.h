// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "app/cli/session.h"
#include "core/forward/weight_source.h"
#include "core/model/model.h"

namespace bitlathe::cli {

/// The plan whose export is to be run, if any.
struct PlanArguments {
    std::string plan, imatrix;
};
/// --plan and --imatrix.
void add_plan_options(CLI::App& command, PlanArguments& arguments);

/// Weights as an export of the plan would hold them; null without a plan. Warns where the plan was
/// made for another checkpoint. Errors: the plan's.
[[nodiscard]] Result<std::shared_ptr<const WeightSource>> planned_weights(
    const PlanArguments& arguments, const std::shared_ptr<const Model>& model,
    const Session& session);

}  // namespace bitlathe::cli
