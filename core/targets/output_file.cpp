// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/output_file.h"

#include <algorithm>

#include "core/base/hash.h"

namespace bitlathe {

Status OutputFileWriter::write(std::uint64_t offset, std::span<const std::byte> bytes) {
    const PieceDigest piece{offset, bytes.size(), fast_hash(bytes)};
    BITLATHE_TRY(file_.write_at(offset, bytes));
    const std::lock_guard lock(mutex_);
    pieces_.push_back(piece);
    return {};
}

std::vector<PieceDigest> OutputFileWriter::pieces() const {
    std::vector<PieceDigest> sorted = pieces_;
    std::sort(sorted.begin(), sorted.end(),
              [](const PieceDigest& a, const PieceDigest& b) { return a.offset < b.offset; });
    return sorted;
}

}  // namespace bitlathe
