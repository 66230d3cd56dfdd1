// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "core/base/atomic_file.h"
#include "core/targets/file_layout.h"

namespace bitlathe {

/// What a piece of an output was when it was handed to the disk.
struct PieceDigest {
    std::uint64_t offset = 0;  ///< from the start of the file
    std::uint64_t bytes = 0;
    std::uint64_t hash = 0;  ///< fast_hash() of the bytes that were meant
};

/// One output file while it is written: its layout, its bytes on disk, and a digest of every piece
/// that was meant to be in it.
class OutputFileWriter {
public:
    OutputFileWriter(FileLayout layout, AtomicFile file)
        : layout_(std::move(layout)), file_(std::move(file)) {}

    [[nodiscard]] const FileLayout& layout() const { return layout_; }
    [[nodiscard]] AtomicFile& file() { return file_; }
    /// Writes a piece and remembers its digest. Thread-safe for pieces that do not overlap. Errors:
    /// kNotWritten.
    [[nodiscard]] Status write(std::uint64_t offset, std::span<const std::byte> bytes);
    /// All pieces so far by rising offset. Not while somebody writes.
    [[nodiscard]] std::vector<PieceDigest> pieces() const;

private:
    FileLayout layout_;
    AtomicFile file_;
    std::mutex mutex_;
    std::vector<PieceDigest> pieces_;
};

}  // namespace bitlathe
