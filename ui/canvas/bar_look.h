// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "ui/canvas/bar_list.h"
#include "ui/models/plan_model.h"

namespace bitlathe {

/// What a bar shows of its tensors under the plan as shown.
struct BarLook {
    double bits = 0;             ///< bytes x 8 / weights over all its tensors
    double low = 0, high = 0;    ///< the spread of a folded bar; equal for a single tensor
    double committed_bits = 0;   ///< before the running preview
    std::optional<double> tone;  ///< place on the colour scale; unknown until profiled
    std::uint64_t bytes = 0;
    std::uint64_t elements = 0;
    bool copied = false;  ///< nothing is lost: stored as it is
    bool locked = false;  ///< all of its tensors are
    bool operator==(const BarLook&) const = default;
};

/// The tone is that of the mean error of the bar's tensors, so that a folded bar compares with
/// single ones.
[[nodiscard]] BarLook look_of(const PlanModel& plan, const Bar& bar);

}  // namespace bitlathe
