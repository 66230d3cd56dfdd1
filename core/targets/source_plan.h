// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/allocation/plan.h"
#include "core/model/model.h"
#include "core/targets/target.h"

namespace bitlathe {

/// The plan that leaves every tensor in the format it has.
[[nodiscard]] Plan source_plan(const Model& model, const Target& target);

}  // namespace bitlathe
