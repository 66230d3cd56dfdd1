// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/targets/planner.h"

namespace bitlathe {

/// Whether every number of `source` is also one of `format`.
[[nodiscard]] bool is_lossless(FormatId source, FormatId format);

/// weights x NMSE of storing a tensor in a format: 0 where nothing is lost, nothing where it is not
/// known.
[[nodiscard]] std::optional<double> planned_loss(const TensorInfo& tensor, FormatId format,
                                                 std::optional<double> nmse);

}  // namespace bitlathe
