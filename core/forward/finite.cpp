// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/finite.h"

#include <bit>
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {

bool all_finite(const float* values, std::size_t count) {
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(values[i]) & 0x7F80'0000U;
        bad |= bits == 0x7F80'0000U ? 1U : 0U;
    }
    return bad == 0;
}

bool read_finite_codes(FormatId format, const std::byte* row, std::size_t cols, RowCodes out) {
    const ReadRowCodes read = row_codes_reader(format);
    if (read == nullptr) {
        return false;
    }
    read(row, cols, out);
    constexpr float kLargestCode = 128;
    for (std::size_t g = 0; g < cols / RowCodes::kGroup; ++g) {
        if (!std::isfinite(std::abs(out.scales[g]) * kLargestCode + std::abs(out.offsets[g]))) {
            return false;
        }
    }
    return true;
}

tl::unexpected<Error> not_finite(const std::string& tensor, const std::string& file) {
    return fail(ErrorCode::kRefused,
                fmt::format("{} holds weights that are not finite", printable(tensor)), file, {},
                "get the model again; it is damaged");
}

}  // namespace bitlathe
