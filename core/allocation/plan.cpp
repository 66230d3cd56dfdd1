// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/allocation/plan.h"

namespace bitlathe {

std::vector<PlanDifference> difference(const Plan& before, const Plan& after) {
    std::vector<PlanDifference> result;
    auto a = before.tensors.begin();
    auto b = after.tensors.begin();
    while (a != before.tensors.end() || b != after.tensors.end()) {
        if (b == after.tensors.end() || (a != before.tensors.end() && a->first < b->first)) {
            result.push_back({a->first, &a->second, nullptr});
            ++a;
        } else if (a == before.tensors.end() || b->first < a->first) {
            result.push_back({b->first, nullptr, &b->second});
            ++b;
        } else {
            if (a->second != b->second) {
                result.push_back({a->first, &a->second, &b->second});
            }
            ++a;
            ++b;
        }
    }
    return result;
}

}  // namespace bitlathe
