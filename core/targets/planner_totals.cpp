// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "core/targets/loss_sum.h"
#include "core/targets/planned_loss.h"
#include "core/targets/planner.h"

namespace bitlathe {

std::string_view method_for(FormatId source, FormatId format) {
    if (source == format) {
        return "copy";
    }
    return format_info(format).searched ? "search" : "rtn";
}

bool is_lossless(FormatId source, FormatId format) {
    if (source == format) {
        return true;
    }
    const FormatInfo& from = format_info(source);
    const FormatInfo& to = format_info(format);
    // Only float32 and wider hold all of F16 and all of BF16.
    return from.kind == FormatKind::kFloat && to.kind == FormatKind::kFloat &&
           to.bits_per_weight >= 32 && to.bits_per_weight >= from.bits_per_weight;
}

std::optional<double> planned_loss(const TensorInfo& tensor, FormatId format,
                                   std::optional<double> nmse) {
    if (is_lossless(tensor.format, format) || tensor.elements() == 0) {
        return 0.0;
    }
    if (!nmse) {
        return std::nullopt;
    }
    return static_cast<double>(tensor.elements()) * *nmse;
}

std::optional<double> ErrorTable::nmse(std::size_t tensor, FormatId format) const {
    if (tensor >= profiles.size() || !profiles[tensor]) {
        return std::nullopt;
    }
    const auto& errors = profiles[tensor]->errors;
    const auto found =
        std::find_if(errors.begin(), errors.end(),
                     [format](const FormatError& error) { return error.format == format; });
    if (found == errors.end() || !found->nmse || !std::isfinite(*found->nmse) || *found->nmse < 0) {
        return std::nullopt;
    }
    return found->nmse;
}

std::vector<FormatId> formats_of(const Model& model, const Plan& plan) {
    std::vector<FormatId> formats;
    formats.reserve(model.places.size());
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const auto recipe = plan.tensors.find(model.tensor(i).name);
        formats.push_back(recipe == plan.tensors.end() ? model.tensor(i).format
                                                       : recipe->second.format);
    }
    return formats;
}

PlanTotals totals(const Model& model, const Plan& plan, const ErrorTable& errors) {
    return totals(model, formats_of(model, plan), errors);
}

PlanTotals totals(const Model& model, std::span<const FormatId> formats, const ErrorTable& errors) {
    PlanTotals result;
    LossSum loss;
    bool known = true;
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const TensorInfo& tensor = model.tensor(i);
        result.bytes += tensor_bytes(formats[i], tensor.shape).value_or(tensor.bytes);
        if (const auto term = planned_loss(tensor, formats[i], errors.nmse(i, formats[i]))) {
            loss.add(LossSum::term(*term));
        } else {
            known = false;
        }
    }
    result.bits_per_weight = bits_per_weight(result.bytes, model.checkpoint->parameters());
    if (known) {
        result.estimated_loss = loss.value();
    }
    return result;
}

}  // namespace bitlathe
