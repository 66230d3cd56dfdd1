// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/checked.h"
#include "core/formats/table.h"

namespace bitlathe {
namespace {

std::optional<std::uint64_t> bytes_of_blocks(const FormatInfo& info, std::uint64_t elems) {
    if (elems % info.block_elems != 0) {
        return std::nullopt;
    }
    return checked_mul({elems / info.block_elems, info.block_bytes});
}

}  // namespace

bool row_fits(FormatId id, std::uint64_t cols) {
    const std::uint32_t block = format_info(id).block_elems;
    return block == 0 || cols % block == 0;
}

std::optional<std::uint64_t> row_bytes(FormatId id, std::uint64_t cols) {
    const FormatRow& row = format_rows()[id.index()];
    if (!row_fits(id, cols)) {
        return std::nullopt;
    }
    if (cols == 0) {
        return 0;
    }
    return row.row_bytes != nullptr ? row.row_bytes(cols) : bytes_of_blocks(row.info, cols);
}

std::optional<std::uint64_t> tensor_bytes(FormatId id, std::span<const std::uint64_t> shape) {
    const FormatRow& row = format_rows()[id.index()];
    const std::uint64_t cols = shape.empty() ? 1 : shape.back();
    if (!row.dense_tensor && !row_fits(id, cols)) {
        return std::nullopt;
    }
    std::optional<std::uint64_t> rows = 1;
    for (std::uint64_t dim : shape) {
        if (dim == 0) {
            return 0;
        }
    }
    for (std::size_t i = 0; i + 1 < shape.size() && rows; ++i) {
        rows = checked_mul({*rows, shape[i]});
    }
    const auto elems = rows ? checked_mul({*rows, cols}) : std::nullopt;
    if (!elems) {
        return std::nullopt;
    }
    if (row.dense_tensor) {
        return bytes_of_blocks(row.info, *elems);
    }
    const auto bytes = row_bytes(id, cols);
    return bytes ? checked_mul({*rows, *bytes}) : std::nullopt;
}

}  // namespace bitlathe
