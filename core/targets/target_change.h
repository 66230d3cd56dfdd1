// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/targets/planner.h"

namespace bitlathe {

/// One tensor that another target does not store as a plan has it.
struct TargetConflict {
    std::size_t tensor = 0;
    FormatId before;      ///< what the plan says
    FormatId after;       ///< the legal format nearest to it
    std::string reason;   ///< why not `before`; for people
    bool locked = false;  ///< somebody locked it to `before`
};

/// What becomes of a plan under another target.
struct TargetChange {
    Plan plan;                              ///< legal for that target; locks stay locks
    std::vector<TargetConflict> conflicts;  ///< by tensor; empty: every format stays
    PlanTotals before, after;
};

/// Carries a plan over to `to`. A format that the target refuses becomes what the target itself
/// puts in its place, where that is another format and not the source as it is, else the legal
/// format nearest in bits per weight (of two equally near the one with wider blocks); types that
/// most runtimes refuse are not chosen. Tied tensors change together. Time: tensors x formats of
/// the target for those that conflict. Errors: kImpossible (the target cannot write the model),
/// kCancelled.
[[nodiscard]] Result<TargetChange> change_target(const Model& model, const Plan& plan,
                                                 const Target& to, const ErrorTable& errors,
                                                 const Importance* importance,
                                                 const WorkContext& context);

}  // namespace bitlathe
