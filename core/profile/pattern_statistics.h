// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// Statistics of a tensor of 16-bit floats (F16 or BF16). There are only 65,536 different weights,
/// so one pass counts how often each occurs, and everything else follows exactly from the counts:
/// no second pass for what needs mean or range first, and nothing depends on the order of work.
[[nodiscard]] Result<WeightStatistics> pattern_statistics(const TensorView& view,
                                                          const WorkContext& context);

}  // namespace bitlathe
