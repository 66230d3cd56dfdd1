// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/allocation/plan.h"
#include "core/base/progress.h"
#include "ui/models/kept_plan.h"

namespace bitlathe {

/// A checkpoint that was opened, with everything the window needs to show it.
struct LoadedModel {
    std::shared_ptr<const TensorCatalog> catalog;
    std::optional<KeptPlan> plan;  ///< what the window starts with
    std::vector<Warning> warnings;
};

/// Opens a checkpoint, finds a target that can write it, asks what is legal, and makes the first
/// plan: the preset Q4_K_M for a model in floating point, everything as stored for one that is
/// quantized already. Reads headers only. Blocking; meant for a worker. `target`: the one that
/// plans will be for, for which the model is converted where that needs other tensors; "": any that
/// can write it as it is.
Result<LoadedModel> load_model(const std::filesystem::path& path, const WorkContext& context,
                               const std::string& target = {});

}  // namespace bitlathe
