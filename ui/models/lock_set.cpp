// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/lock_set.h"

#include <algorithm>

namespace bitlathe {

LockSet::LockSet(const PlanModel& plan) {
    for (std::size_t i = 0; i < plan.catalog().size(); ++i) {
        if (plan.locked(i)) locks_.emplace_hint(locks_.end(), i, plan.committed_format(i));
    }
}

bool LockSet::holds(const PlanModel& plan, const std::vector<std::size_t>& tensors) const {
    return std::all_of(tensors.begin(), tensors.end(), [&](std::size_t tensor) {
        const auto known = locks_.find(tensor);
        return known == locks_.end()
                   ? !plan.locked(tensor)
                   : plan.locked(tensor) && plan.committed_format(tensor) == known->second;
    });
}

}  // namespace bitlathe
