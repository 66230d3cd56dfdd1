// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/formats/format.h"

namespace bitlathe {

/// What a format holds of one weight: value = code * scale + offset, product and sum rounded
/// separately. The code is the integer that the scale multiplies: of formats with a table of values
/// the entry of the table (of E2M1 twice the entry, so that it is an integer).
struct WeightCode {
    int code = 0;
    float scale = 0;
    float offset = 0;
};

/// Reads the code of element `col` of a row of `cols` elements. Any byte pattern is allowed. Pure,
/// thread-safe.
using ReadCode = WeightCode (*)(const std::byte* bytes, std::size_t cols, std::size_t col);

/// The codes of a whole row and the scale and offset of every 16 of them: value i is
/// codes[i] * scales[i / 16] + offsets[i / 16], product and sum rounded separately. An offset of -0
/// adds nothing to any value.
struct RowCodes {
    static constexpr std::size_t kGroup = 16;
    std::int8_t* codes;  ///< [cols]
    float* scales;       ///< [cols / 16]
    float* offsets;      ///< [cols / 16]
};

/// Reads all codes of a row; `cols` is a multiple of the block. Any byte pattern is allowed. Pure,
/// thread-safe.
using ReadRowCodes = void (*)(const std::byte* bytes, std::size_t cols, RowCodes out);

/// How to read rows as codes; nullptr for formats whose values are not codes of 8 bits with scales.
[[nodiscard]] ReadRowCodes row_codes_reader(FormatId id);

/// The code in a row of exactly row_bytes(id, cols) bytes; nothing for formats without codes
/// (floats) and for those that cannot be decoded.
[[nodiscard]] std::optional<WeightCode> read_code(FormatId id, std::span<const std::byte> row,
                                                  std::size_t cols, std::size_t col);

}  // namespace bitlathe
