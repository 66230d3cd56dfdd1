// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/formats/table.h"

namespace bitlathe {

/// Integer codes with one float16 scale per group of consecutive elements of a row; what GPTQ, AWQ,
/// compressed-tensors and MLX files hold in their own packings.
///
/// A row in memory, without padding inside its sections, bits filled from the least significant:
///
///     float16 scales[groups] | zero points, `bits` each (asymmetric only) | codes, `bits` each
///
/// Symmetric: x = (code - 2^(bits-1)) * scale, scale = amax / (2^(bits-1) - 1); the encoder does
/// not use code 0. Asymmetric: x = (code - zero_point) * scale, scale = (max - min) / (2^bits - 1)
/// over a range that contains 0, zero_point = round(-min / scale). Codes are nearest to x / scale
/// with the scale as float16 holds it, ties to even. Non-finite elements count as 0, scales are
/// limited to 65504, importance is not looked at.
struct IntGroupLayout {
    unsigned bits = 4;   ///< 2 .. 8
    unsigned group = 0;  ///< elements per scale; 0: the whole row
    bool symmetric = true;
};

/// Number of scales in a row of `cols` > 0 elements.
[[nodiscard]] constexpr std::uint64_t int_group_count(IntGroupLayout layout, std::uint64_t cols) {
    return layout.group == 0 ? 1 : cols / layout.group;
}

/// Bytes of a row, each section rounded up to whole bytes; nothing on overflow.
[[nodiscard]] std::optional<std::uint64_t> int_group_row_bytes(IntGroupLayout layout,
                                                               std::uint64_t cols);

/// INT{2,3,4,5,6,8}_{G32,G64,G128,ROW}_{SYM,ASYM}, generated.
[[nodiscard]] std::span<const FormatRow> int_group_rows();

}  // namespace bitlathe
