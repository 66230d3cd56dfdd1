// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace bitlathe {

/// Instruction sets that this machine has and the program has code for, best first: "AVX2",
/// "SSE4", ... Thread-safe.
[[nodiscard]] std::vector<std::string> simd_targets();

}  // namespace bitlathe
