// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/targets/planner.h"

namespace bitlathe {

/// What some tensors cost and lose together in one format.
struct RatePoint {
    FormatId format;
    std::uint64_t bytes = 0;
    double bits_per_weight = 0;  ///< exact, scales and padding included
    double nmse = 0;             ///< mean over their weights: sum of weights x NMSE / weights
};

/// Every format whose error is known for all of `tensors` (indices, each once), by rising bits per
/// weight, of equal ones by error. Time: tensors x formats measured. Says nothing about legality.
[[nodiscard]] std::vector<RatePoint> rate_points(const Model& model, const ErrorTable& errors,
                                                 std::span<const std::size_t> tensors);

}  // namespace bitlathe
