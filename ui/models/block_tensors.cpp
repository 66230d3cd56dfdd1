// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/block_tensors.h"

#include <algorithm>
#include <iterator>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

std::vector<std::size_t> block_tensors(
    const PlanModel& plan, std::uint32_t block,
    const std::vector<std::function<bool(const TensorFacts&)>>& wanted) {
    std::vector<std::size_t> all, found;
    if (!plan.is_open()) return all;
    for (std::size_t i = 0; i < plan.catalog().size(); ++i) {
        const TensorFacts& facts = plan.catalog().tensor(i);
        if (facts.adjustable && facts.block == block) all.push_back(i);
    }
    for (const auto& wants : wanted) {
        std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                     [&](std::size_t i) { return wants(plan.catalog().tensor(i)); });
        if (!found.empty()) return found;
    }
    return all;
}

std::vector<std::size_t> tensors_fed_by(const PlanModel& plan, std::uint32_t block,
                                        TapPoint point) {
    return block_tensors(plan, block, {[point](const TensorFacts& facts) {
                             return tap_of_role(facts.role) == point;
                         }});
}

}  // namespace bitlathe
