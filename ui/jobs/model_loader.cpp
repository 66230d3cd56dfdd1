// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/model_loader.h"

#include <algorithm>

#include "core/targets/planner.h"
#include "core/targets/source_plan.h"
#include "ui/models/plan_words.h"

namespace bitlathe {
namespace {

constexpr std::string_view kFirstPreset = "Q4_K_M";
/// Models above this many bits per weight have not been quantized.
constexpr double kFloatBits = 9.0;

Result<const Target*> target_for(const Model& model) {
    Error refusal{ErrorCode::kImpossible, "no target can write this model"};
    for (const Target* target : all_targets()) {
        Status accepted = target->accepts(model);
        if (accepted) return target;
        refusal = std::move(accepted).error();
    }
    return fail(std::move(refusal));
}

/// The model as the target stores it; what will be otherwise there is among its warnings.
Result<std::shared_ptr<const Model>> converted_for(const Target& target,
                                                   std::shared_ptr<const Model> source) {
    BITLATHE_ASSIGN(TargetModel adapted, target.adapt(std::move(source)));
    if (adapted.warnings.empty()) return std::move(adapted.model);
    auto told = std::make_shared<Model>(*adapted.model);
    for (std::string& warning : adapted.warnings)
        told->warnings.push_back({std::move(warning)});
    return std::shared_ptr<const Model>(std::move(told));
}

bool is_float_model(const Checkpoint& checkpoint) {
    return static_cast<double>(checkpoint.tensor_bytes()) * 8 >
           kFloatBits * static_cast<double>(checkpoint.parameters());
}

Plan first_plan(const Model& model, const Target& target, const WorkContext& context) {
    const auto presets = preset_names(target.name());
    const bool known = std::find(presets.begin(), presets.end(), kFirstPreset) != presets.end();
    if (known && is_float_model(*model.checkpoint)) {
        PlanRequest request;
        request.target = std::string(target.name());
        request.preset = std::string(kFirstPreset);
        if (auto plan = make_plan(model, request, {}, context)) return *std::move(plan);
    }
    Plan stored = source_plan(model, target);
    stored.name = kStoredName;
    return stored;
}

}  // namespace

Result<LoadedModel> load_model(const std::filesystem::path& path, const WorkContext& context,
                               const std::string& wanted) {
    context.report("open", 0, 0);
    BITLATHE_ASSIGN(auto model, open_model(path));
    BITLATHE_TRY(context.check());
    const Target* target = find_target(wanted);
    if (target != nullptr && !target->accepts(*model)) {
        BITLATHE_ASSIGN(model, converted_for(*target, model));
    } else {
        BITLATHE_ASSIGN(target, target_for(*model));
    }
    LoadedModel loaded;
    BITLATHE_ASSIGN(loaded.catalog, TensorCatalog::build(model, *target, context));
    loaded.plan.emplace(loaded.catalog, first_plan(*model, *target, context));
    const auto opened = model->checkpoint->warnings();
    loaded.warnings.assign(opened.begin(), opened.end());
    loaded.warnings.insert(loaded.warnings.end(), model->warnings.begin(), model->warnings.end());
    return loaded;
}

}  // namespace bitlathe
