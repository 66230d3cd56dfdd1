// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/weight_profile.h"

namespace bitlathe {

/// Statistics of a tensor of F64, which float32 could neither hold nor tell apart. Plain and on one
/// thread: such weights are rare.
[[nodiscard]] Result<WeightStatistics> double_statistics(const TensorView& view,
                                                         const WorkContext& context);

}  // namespace bitlathe
