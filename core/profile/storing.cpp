// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/storing.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace bitlathe {

std::vector<StoringFormat> formats_that_hold(const TensorView& view,
                                             std::span<const FormatId> formats) {
    std::vector<StoringFormat> result;
    for (const FormatId id : formats) {
        const FormatInfo& info = format_info(id);
        const auto bytes = row_bytes(id, view.cols());
        const bool stored = id == view.format();
        if (stored || (bytes && info.encode != nullptr && info.decode != nullptr)) {
            result.push_back({&info, bytes.value_or(0), stored});
        }
    }
    return result;
}

Status check_decodable(const TensorView& view) {
    if (!view.can_decode()) {
        return fail(ErrorCode::kRefused,
                    fmt::format("{} weights cannot be decoded", format_info(view.format()).name));
    }
    return {};
}

void zero_nonfinite(std::span<float> values) {
    std::replace_if(
        values.begin(), values.end(), [](float w) { return !std::isfinite(w); }, 0.0F);
}

std::optional<double> finite_ratio(double a, double b) {
    const double ratio = a / b;
    return std::isfinite(ratio) ? std::optional(ratio) : std::nullopt;
}

}  // namespace bitlathe
