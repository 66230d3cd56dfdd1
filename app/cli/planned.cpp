// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planned.h"

#include "core/evaluation/planned_weights.h"
#include "core/project/project.h"
#include "core/project/sealed_file.h"

namespace bitlathe::cli {

Result<std::shared_ptr<const Model>> open_model_for(const Target& target, const std::string& path,
                                                    Session& session) {
    BITLATHE_ASSIGN(auto source, open_model(path));
    BITLATHE_ASSIGN(const TargetModel adapted, target.adapt(std::move(source)));
    for (const std::string& warning : adapted.warnings) {
        session.warn(warning);
    }
    return adapted.model;
}

Result<std::shared_ptr<const Model>> open_model_for(const std::string& target,
                                                    const std::string& path, Session& session) {
    const Target* found = find_target(target);
    return found != nullptr ? open_model_for(*found, path, session) : open_model(path);
}

void add_plan_options(CLI::App& command, PlanArguments& arguments) {
    command.add_option("--plan", arguments.plan, "Run what an export of this plan would be");
    command
        .add_option("--imatrix", arguments.imatrix, "Importance file or project, as for the export")
        ->needs("--plan");
}

Result<std::shared_ptr<const Importance>> load_importance(const std::string& path) {
    if (path.empty()) {
        return std::shared_ptr<const Importance>();
    }
    if (!is_sealed_project(path)) {
        return Importance::load(path);
    }
    BITLATHE_ASSIGN(const Project project, load_project(path));
    BITLATHE_ASSIGN(const auto model, open_source(project));
    BITLATHE_ASSIGN(const Imatrix imatrix, importance_in(project, *model));
    return Importance::of(imatrix, path);
}

Result<std::shared_ptr<const WeightSource>> planned_weights(
    const Plan& plan, std::shared_ptr<const Importance> importance,
    const std::shared_ptr<const Model>& model, Session& session) {
    if (!plan.checkpoint_fingerprint.empty() &&
        plan.checkpoint_fingerprint != model->checkpoint->fingerprint()) {
        session.warn("the plan was made for another checkpoint");
    }
    BITLATHE_ASSIGN(auto weights, PlannedWeights::create(model, plan, std::move(importance)));
    return std::shared_ptr<const WeightSource>(std::move(weights));
}

Result<PlannedModel> open_planned(const std::string& path, const PlanArguments& arguments,
                                  Session& session) {
    PlannedModel planned;
    if (arguments.plan.empty()) {
        BITLATHE_ASSIGN(planned.model, open_model(path));
        return planned;
    }
    BITLATHE_ASSIGN(const Plan plan, load_plan(arguments.plan));
    BITLATHE_ASSIGN(planned.model, open_model_for(plan.target, path, session));
    BITLATHE_ASSIGN(auto importance, load_importance(arguments.imatrix));
    BITLATHE_ASSIGN(planned.weights,
                    planned_weights(plan, std::move(importance), planned.model, session));
    return planned;
}

}  // namespace bitlathe::cli
