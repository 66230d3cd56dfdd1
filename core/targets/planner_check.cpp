// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "core/base/checked.h"
#include "core/base/text.h"
#include "core/targets/planner.h"

namespace bitlathe {
namespace {

tl::unexpected<Error> illegal(std::string message) {
    return fail(ErrorCode::kImpossible, std::move(message));
}

Status check_method(const TensorInfo& tensor, const Recipe& recipe) {
    const bool known =
        recipe.method == "copy" || recipe.method == "rtn" || recipe.method == "search";
    if (!known || (recipe.method == "copy" && recipe.format != tensor.format)) {
        return illegal(fmt::format("{} cannot become {} from {} by the method {}",
                                   printable(tensor.name), format_info(recipe.format).name,
                                   format_info(tensor.format).name, printable(recipe.method)));
    }
    return {};
}

Status check_ties(const Model& model, const Plan& plan) {
    for (const auto& group : model.tie_groups) {
        for (const std::size_t tensor : group) {
            const std::string& first = model.tensor(group.front()).name;
            const std::string& other = model.tensor(tensor).name;
            if (plan.tensors.at(first).format != plan.tensors.at(other).format) {
                return illegal(fmt::format("{} and {} are tied, but planned in two formats",
                                           printable(first), printable(other)));
            }
        }
    }
    return {};
}

}  // namespace

Status check_plan(const Model& model, const Plan& plan, const Importance* importance) {
    const Target* target = find_target(plan.target);
    if (target == nullptr) {
        return illegal(fmt::format("there is no target \"{}\"", printable(plan.target)));
    }
    for (const auto& [name, recipe] : plan.tensors) {
        if (!model.checkpoint->find(name)) {
            return illegal(fmt::format("{} is planned, but not in the model", printable(name)));
        }
    }
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < model.checkpoint->tensors().size(); ++i) {
        const TensorInfo& tensor = model.tensor(i);
        const auto recipe = plan.tensors.find(tensor.name);
        if (recipe == plan.tensors.end()) {
            return illegal(fmt::format("{} has no place in the plan", printable(tensor.name)));
        }
        const FormatId format = recipe->second.format;
        const Legality legality = target->legality(model, i, format, importance);
        if (!legality.legal) {
            return illegal(fmt::format("{} cannot be {}: {}", printable(tensor.name),
                                       format_info(format).name, legality.reason));
        }
        BITLATHE_TRY(check_method(tensor, recipe->second));
        const auto bytes = tensor_bytes(format, tensor.shape);
        const auto sum = bytes ? checked_add(total, *bytes) : std::nullopt;
        if (!sum) {
            return illegal(fmt::format("the size of {} as {} cannot be computed",
                                       printable(tensor.name), format_info(format).name));
        }
        total = *sum;
    }
    return check_ties(model, plan);
}

}  // namespace bitlathe
