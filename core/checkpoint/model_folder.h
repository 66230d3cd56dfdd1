// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// Opens the model in a folder: its safetensors index, else model.safetensors, else its only
/// .safetensors file or set, else its only .gguf file or set. Errors: kRefused when there is none
/// or more than one to choose from.
Result<std::shared_ptr<const Checkpoint>> open_model_folder(const std::filesystem::path& folder,
                                                            const ParseLimits& limits);

}  // namespace bitlathe
