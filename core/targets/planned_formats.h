// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/allocation/plan.h"
#include "core/model/model.h"
#include "core/targets/target.h"

namespace bitlathe {

/// What a plan says for every tensor of the model, in its order. Errors: kImpossible when the plan
/// is for another target, leaves a tensor out, names one that is not there, or asks for a format
/// that is not legal.
[[nodiscard]] Result<std::vector<FormatId>> planned_formats(const Target& target,
                                                            const Model& model, const Plan& plan,
                                                            const Importance* importance);

/// Tensors that are encoded anew although they were quantized before, entries of the importance
/// file that do not fit, and what its reader had to say.
[[nodiscard]] std::vector<std::string> export_warnings(const Model& model,
                                                       std::span<const FormatId> formats,
                                                       const Importance* importance);

}  // namespace bitlathe
