// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/container.h"

namespace bitlathe {

/// By extension: .json.
bool is_safetensors_index(const std::filesystem::path& path, std::span<const std::byte> first);

/// Opens a `*.safetensors.index.json`: {"weight_map": {tensor: file}} and the files it names, with
/// the config.json beside them. Errors: kRefused; missing and damaged files are warnings.
Result<std::shared_ptr<const Checkpoint>> open_safetensors_index(const OpenRequest& request);

/// Opens files of one folder as one model without an index. Errors: as above.
Result<std::shared_ptr<const Checkpoint>> open_safetensors_set(
    const std::filesystem::path& folder, const std::vector<std::string>& names,
    const ParseLimits& limits);

}  // namespace bitlathe
