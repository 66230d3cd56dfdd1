// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/row_writer.h"

#include <algorithm>
#include <vector>

namespace bitlathe {
namespace {

/// Decoded rows are larger than their codes: they are written in pieces of about this size.
constexpr std::uint64_t kPieceBytes = 1 << 20;

}  // namespace

RowWriter::RowWriter(OutputFileWriter& file, const PlacedTensor& tensor, std::uint64_t cols,
                     DiskFlusher& flusher, ExportMonitor& monitor)
    : file_(file),
      tensor_(tensor),
      flusher_(flusher),
      monitor_(monitor),
      cols_(cols),
      code_row_(row_bytes(tensor.codes, cols).value_or(0)),
      stored_row_(row_bytes(tensor.stored, cols).value_or(0)) {}

Status RowWriter::put(std::uint64_t first_row, std::span<const std::byte> codes) {
    if (tensor_.codes == tensor_.stored) {
        return write(tensor_.offset + first_row * stored_row_, codes);
    }
    return put_decoded(first_row, codes);
}

Status RowWriter::put_decoded(std::uint64_t first_row, std::span<const std::byte> codes) {
    const FormatInfo& from = format_info(tensor_.codes);
    const FormatInfo& to = format_info(tensor_.stored);
    const std::uint64_t rows = codes.size() / code_row_;
    const std::uint64_t rows_at_once =
        std::clamp<std::uint64_t>(kPieceBytes / stored_row_, 1, rows);
    std::vector<float> values(cols_);
    std::vector<std::byte> piece(rows_at_once * stored_row_);
    for (std::uint64_t row = 0; row < rows; row += rows_at_once) {
        const std::uint64_t count = std::min(rows_at_once, rows - row);
        for (std::uint64_t i = 0; i < count; ++i) {
            from.decode(codes.data() + (row + i) * code_row_, values.data(), cols_);
            to.encode(values.data(), nullptr, piece.data() + i * stored_row_, cols_);
        }
        BITLATHE_TRY(write(tensor_.offset + (first_row + row) * stored_row_,
                           std::span(piece).first(count * stored_row_)));
    }
    return {};
}

Status RowWriter::write(std::uint64_t offset, std::span<const std::byte> bytes) {
    BITLATHE_TRY(file_.write(offset, bytes));
    flusher_.add(file_, offset, bytes.size());
    monitor_.advance(bytes.size());
    return {};
}

}  // namespace bitlathe
