// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// "14336 × 4096", outermost first; "1" of a single number.
[[nodiscard]] QString shape_text(const TensorInfo& tensor);
/// The largest magnitude of the weights in units of their standard deviation; nothing where that is
/// not known, or 0.
[[nodiscard]] std::optional<double> outlier_ratio(const WeightStatistics& statistics);

}  // namespace bitlathe
