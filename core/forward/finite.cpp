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

bool read_finite_codes(FormatId format, std::span<const std::byte> rows, std::size_t cols,
                       RowCodes out) {
    const std::size_t bytes = row_bytes(format, cols).value_or(0);
    const std::size_t groups = cols / RowCodes::kGroup;
    const ReadRowCodes read = row_codes_reader(format);
    if (read == nullptr) {
        return false;
    }
    constexpr float kLargestCode = 128;
    for (std::size_t at = 0; at < rows.size(); at += bytes) {
        read(rows.data() + at, cols, out);
        bool finite = true;
        for (std::size_t g = 0; g < groups; ++g) {
            finite = finite && std::isfinite(std::abs(out.scales[g]) * kLargestCode +
                                             std::abs(out.offsets[g]));
        }
        if (!finite) {
            return false;
        }
        out = {out.codes + cols, out.scales + groups, out.offsets + groups};
    }
    return true;
}

tl::unexpected<Error> not_finite(const std::string& tensor, const std::string& file) {
    return fail(ErrorCode::kRefused,
                fmt::format("{} holds weights that are not finite", printable(tensor)), file, {},
                "get the model again; it is damaged");
}

}  // namespace bitlathe
