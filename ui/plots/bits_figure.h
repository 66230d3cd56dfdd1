// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/bits_canvas.h"
#include "ui/models/plan_model.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// The plan as a table: one row per tensor, in the order of the file, with exact numbers. What is
/// not known is empty.
[[nodiscard]] FigureData plan_data(const PlanModel& plan);
/// The BITS canvas as it is on screen, with the whole plan as its data.
[[nodiscard]] Figure bits_figure(BitsCanvas& canvas, const PlanModel& plan);

}  // namespace bitlathe
