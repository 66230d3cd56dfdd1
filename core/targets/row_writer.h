// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/targets/disk_flusher.h"
#include "core/targets/export_monitor.h"
#include "core/targets/output_file.h"

namespace bitlathe {

/// Puts encoded rows of one tensor where they belong in an output file. Where the file stores plain
/// floats instead of codes the rows are decoded and stored in that format ("fake quant").
/// Thread-safe for disjoint rows.
class RowWriter {
public:
    RowWriter(OutputFileWriter& file, const PlacedTensor& tensor, std::uint64_t cols,
              DiskFlusher& flusher, ExportMonitor& monitor);

    /// `codes`: whole rows in the tensor's code format, the first of them row `first_row`.
    [[nodiscard]] Status put(std::uint64_t first_row, std::span<const std::byte> codes);

private:
    [[nodiscard]] Status put_decoded(std::uint64_t first_row, std::span<const std::byte> codes);
    [[nodiscard]] Status write(std::uint64_t offset, std::span<const std::byte> bytes);

    OutputFileWriter& file_;
    const PlacedTensor& tensor_;
    DiskFlusher& flusher_;
    ExportMonitor& monitor_;
    std::uint64_t cols_;
    std::uint64_t code_row_;    ///< bytes of a row as it is given
    std::uint64_t stored_row_;  ///< bytes of a row in the file
};

}  // namespace bitlathe
