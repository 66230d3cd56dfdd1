// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "core/forward/taps.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// Tensors of a block whose format can be chosen, rising: those that the first of `wanted` says yes
/// to, or where that are none, the next one, and at last all of the block's.
[[nodiscard]] std::vector<std::size_t> block_tensors(
    const PlanModel& plan, std::uint32_t block,
    const std::vector<std::function<bool(const TensorFacts&)>>& wanted);

/// Those whose inputs are observed at a kind of place; all of the block's where none is fed by it.
[[nodiscard]] std::vector<std::size_t> tensors_fed_by(const PlanModel& plan, std::uint32_t block,
                                                      TapPoint point);

}  // namespace bitlathe
