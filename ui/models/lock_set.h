// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// Which tensors were locked, and in what format: all of a plan that the questions of the solvers
/// depend on. They need not be asked again while it stays the same.
class LockSet {
public:
    LockSet() = default;
    explicit LockSet(const PlanModel& plan);
    /// Whether the plan, of which only `tensors` have changed, still has these locks. Looks at the
    /// committed plan; a preview moves no locked tensor.
    [[nodiscard]] bool holds(const PlanModel& plan, const std::vector<std::size_t>& tensors) const;

private:
    std::map<std::size_t, FormatId> locks_;
};

}  // namespace bitlathe
