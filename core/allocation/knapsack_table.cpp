// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/knapsack_table.h"

#include <algorithm>

namespace bitlathe::allocation {

void KnapsackTable::add(std::span<const Option> options) {
    const std::size_t slots = best_.size();
    auto& chosen = chosen_.emplace_back(slots, std::uint16_t{0});
    auto& cost = cost_.emplace_back();
    cost.reserve(options.size());
    for (std::size_t k = 0; k < options.size(); ++k) {
        cost.push_back(options[k].cost);
        const double loss = options[k].loss;
        if (k == 0) {
            std::transform(best_.begin(), best_.end(), next_.begin(),
                           [loss](double before) { return before + loss; });
            continue;
        }
        if (options[k].cost >= slots) {
            continue;
        }
        const std::size_t count = slots - options[k].cost;
        const double* before = best_.data();
        double* after = next_.data() + options[k].cost;
        std::uint16_t* choice = chosen.data() + options[k].cost;
        const auto index = static_cast<std::uint16_t>(k);
        for (std::size_t s = 0; s < count; ++s) {
            const double candidate = before[s] + loss;
            const bool better = candidate < after[s];
            after[s] = better ? candidate : after[s];
            choice[s] = better ? index : choice[s];
        }
    }
    best_.swap(next_);
}

std::vector<std::uint16_t> KnapsackTable::choices(std::size_t slot) const {
    std::vector<std::uint16_t> result(chosen_.size());
    for (std::size_t i = chosen_.size(); i-- > 0;) {
        result[i] = chosen_[i][slot];
        slot -= cost_[i][result[i]];
    }
    return result;
}

}  // namespace bitlathe::allocation
