// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// Everything that figures about a checkpoint depend on: the weights, and the program that measured
/// them. The fingerprint looks at samples only; sizes and times tell of changes between them.
/// `fingerprint`: that of the checkpoint.
[[nodiscard]] std::string cache_key(const Checkpoint& checkpoint, const std::string& fingerprint);

}  // namespace bitlathe
