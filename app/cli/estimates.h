// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/targets/planner.h"

namespace bitlathe::cli {

/// A table in which nothing is known yet.
[[nodiscard]] ErrorTable empty_table(const Model& model);
/// Fills in the errors of the formats that a plan chose, where they are not known yet. Tensors that
/// cannot be decoded are left out. Errors: kCancelled.
[[nodiscard]] Status profile_choices(const Model& model, const Plan& plan,
                                     const Importance* importance, ErrorTable& table,
                                     const WorkContext& context);

}  // namespace bitlathe::cli
