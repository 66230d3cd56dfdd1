// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bar_look.h"

#include <algorithm>

namespace bitlathe {

BarLook look_of(const PlanModel& plan, const Bar& bar) {
    BarLook look;
    look.locked = true;
    std::uint64_t committed = 0;
    std::optional<double> error = 0.0;
    look.low = plan.bits(bar.tensors.front());
    for (const std::size_t tensor : bar.tensors) {
        const double bits = plan.bits(tensor);
        look.low = std::min(look.low, bits);
        look.high = std::max(look.high, bits);
        look.bytes += plan.bytes(tensor);
        look.elements += plan.catalog().tensor(tensor).elements;
        committed += plan.committed_bytes(tensor);
        look.locked = look.locked && plan.locked(tensor);
        const auto own = plan.error(tensor);
        error = error && own ? std::optional(*error + *own) : std::nullopt;
    }
    const double weights = std::max(1.0, static_cast<double>(look.elements));
    look.bits = static_cast<double>(look.bytes) * 8 / weights;
    look.committed_bits = static_cast<double>(committed) * 8 / weights;
    if (error) {
        look.copied = *error == 0;
        const double mean = *error / static_cast<double>(bar.tensors.size());
        // Nothing is on the scale yet when only copies are known.
        look.tone = plan.error_range().position(mean);
    }
    return look;
}

}  // namespace bitlathe
