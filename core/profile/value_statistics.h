// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// Statistics of a tensor as its float32 values: of F32 as it is stored, of anything else as it is
/// decoded. Two passes, as z-scores and bins need the moments and the range of all weights first;
/// chunks are reduced in registers and merged in their order, so the result is the same to the last
/// bit for any number of threads and any instruction set.
[[nodiscard]] Result<WeightStatistics> value_statistics(const TensorView& view,
                                                        const WorkContext& context);

}  // namespace bitlathe
