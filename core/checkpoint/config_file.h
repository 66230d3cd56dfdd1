// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/base/json_fwd.h"
#include "core/checkpoint/container.h"

namespace bitlathe {

/// A JSON object in a file beside the weights, small and inside `folder` (see resolve_shard()).
/// Errors: kRefused, with the file.
[[nodiscard]] Result<Json> read_json_file(const std::filesystem::path& folder,
                                          const std::string& name);

/// Gives the builder the config.json of `folder` when there is one; one that cannot be read becomes
/// a warning, as the tensors can be shown without it.
void read_config_file(const std::filesystem::path& folder, CheckpointBuilder& builder);

}  // namespace bitlathe
