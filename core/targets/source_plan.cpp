// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/source_plan.h"

#include "core/targets/planner.h"

namespace bitlathe {

Plan source_plan(const Model& model, const Target& target) {
    Plan plan;
    plan.target = std::string(target.name());
    plan.checkpoint_fingerprint = model.checkpoint->fingerprint();
    plan.checkpoint_path = model.checkpoint->path().string();
    for (const TensorInfo& tensor : model.checkpoint->tensors()) {
        plan.tensors[tensor.name] = {.format = tensor.format, .method = "copy"};
    }
    return plan;
}

}  // namespace bitlathe
