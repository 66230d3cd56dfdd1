// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/planned_formats.h"

#include <fmt/format.h>

#include "core/base/text.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> impossible(std::string message) {
    return fail(ErrorCode::kImpossible, std::move(message), {}, {},
                "make the plan again for this checkpoint and target");
}

Status check_names(const Model& model, const Plan& plan) {
    for (const auto& [name, recipe] : plan.tensors) {
        if (!model.checkpoint->find(name)) {
            return impossible(fmt::format("the plan names {}, which the checkpoint does not have",
                                          printable(name)));
        }
    }
    return {};
}

}  // namespace

Result<std::vector<FormatId>> planned_formats(const Target& target, const Model& model,
                                              const Plan& plan, const Importance* importance) {
    if (!plan.target.empty() && plan.target != target.name()) {
        return impossible(
            fmt::format("the plan is for {}, not for {}", plan.target, target.name()));
    }
    BITLATHE_TRY(check_names(model, plan));
    std::vector<FormatId> planned;
    for (std::size_t i = 0; i < model.checkpoint->tensors().size(); ++i) {
        const std::string& name = model.tensor(i).name;
        const auto recipe = plan.tensors.find(name);
        if (recipe == plan.tensors.end()) {
            return impossible(fmt::format("the plan says nothing of {}", printable(name)));
        }
        const FormatId format = recipe->second.format;
        const Legality legality = target.legality(model, i, format, importance);
        if (!legality.legal) {
            return impossible(fmt::format("{} cannot be {}: {}", printable(name),
                                          format_info(format).name, legality.reason));
        }
        planned.push_back(format);
    }
    return planned;
}

std::vector<std::string> export_warnings(const Model& model, std::span<const FormatId> formats,
                                         const Importance* importance) {
    std::vector<std::string> warnings;
    std::size_t again = 0;
    for (std::size_t i = 0; i < formats.size(); ++i) {
        const FormatId source = model.tensor(i).format;
        if (formats[i] == source) {
            continue;
        }
        again += format_info(source).kind == FormatKind::kFloat ? 0 : 1;
        std::string problem;
        if (importance_of(model, i, importance, &problem).empty() && !problem.empty()) {
            warnings.push_back(std::move(problem));
        }
    }
    if (again > 0) {
        warnings.push_back(fmt::format(
            "{} tensors were quantized before: their new error adds to the old one", again));
    }
    if (importance != nullptr) {
        warnings.insert(warnings.end(), importance->warnings().begin(),
                        importance->warnings().end());
    }
    return warnings;
}

}  // namespace bitlathe
