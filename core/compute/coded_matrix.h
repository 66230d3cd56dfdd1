// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/compute/device.h"

namespace bitlathe {

/// Rows of a matrix as the codes that they are stored as, 10 or 12 bits a weight, decoded in
/// registers while they are multiplied; nullptr where RowSource::read_codes() has none. Errors:
/// kRefused (no memory), kCancelled.
[[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> pack_codes(const RowSource& source,
                                                                     std::uint64_t first,
                                                                     std::uint64_t count,
                                                                     const WorkContext& context);

}  // namespace bitlathe
