// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// How far a group of `group` > 0 weights reaches from 0: the median of the largest magnitude of as
/// many weights drawn from the tensor's histogram, each by itself. An estimate, as weights of a row
/// are not independent; half a bin (absmax / 128) fine at best. Nothing when no finite weight
/// differs from 0.
[[nodiscard]] std::optional<double> typical_group_reach(const WeightStatistics& statistics,
                                                        std::uint64_t group);

}  // namespace bitlathe
