// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace bitlathe {

/// Bytes of memory that programs could take without anything being swapped out, as the system
/// estimates; 1 GiB where it does not say.
[[nodiscard]] std::uint64_t available_memory();

}  // namespace bitlathe
