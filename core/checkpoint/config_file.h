// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/checkpoint/container.h"

namespace bitlathe {

/// Gives the builder the config.json of `folder` when there is one; one that cannot be read becomes
/// a warning, as the tensors can be shown without it.
void read_config_file(const std::filesystem::path& folder, CheckpointBuilder& builder);

}  // namespace bitlathe
