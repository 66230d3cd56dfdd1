// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/formats/codes.h"
#include "core/formats/format.h"

namespace bitlathe {

/// Bytes of a row of `cols` > 0 elements of a format whose rows have parts of their own (scales of
/// the whole row first, then codes); nothing on overflow. `cols` is a multiple of the block.
using RowBytes = std::optional<std::uint64_t> (*)(std::uint64_t cols);

/// One row of the table as its family writes it. `id` and `bits_per_weight` of `info` are filled in
/// when the table is built.
struct FormatRow {
    FormatInfo info;
    RowBytes row_bytes = nullptr;      ///< only where info.block_bytes == 0
    ReadCode code = nullptr;           ///< nullptr: no codes
    ReadRowCodes row_codes = nullptr;  ///< nullptr: see row_codes_reader()
    bool dense_tensor = false;  ///< elements run on across rows (sub-byte safetensors data types)
};

/// The table, in the order of FormatId::index().
[[nodiscard]] std::span<const FormatRow> format_rows();

}  // namespace bitlathe
