// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// A GGUF that opened with parts of it left out (cut short, a missing part, an unknown type) must
/// not become a whole-looking output. Errors: kRefused.
[[nodiscard]] Status check_complete_gguf(const Checkpoint& source);

}  // namespace bitlathe
