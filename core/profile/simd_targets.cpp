// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/simd_targets.h"

#include <cstdint>

#include <hwy/highway.h>
#include <hwy/targets.h>

namespace bitlathe {

std::vector<std::string> simd_targets() {
    std::vector<std::string> names;
    // The better a target, the lower its bit.
    for (std::int64_t rest = hwy::SupportedTargets() & HWY_TARGETS; rest != 0; rest &= rest - 1)
        names.emplace_back(hwy::TargetName(rest & -rest));
    return names;
}

}  // namespace bitlathe
