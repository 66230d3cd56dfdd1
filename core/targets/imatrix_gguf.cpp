// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "core/base/atomic_file.h"
#include "core/targets/gguf/gguf_bytes.h"
#include "core/targets/imatrix.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kAlignment = 32;
constexpr std::uint32_t kTypeF32 = 0;

/// A tensor of the file: "blk.0.attn_q.weight.in_sum2" [cols, matrices].
struct Piece {
    std::string name;
    std::vector<std::uint64_t> extents;  ///< innermost first, as GGUF has them
    const std::vector<float>* values = nullptr;
};

std::vector<Piece> pieces_of(const Imatrix& imatrix) {
    std::vector<Piece> pieces;
    for (const ImatrixEntry& entry : imatrix.entries) {
        const std::uint64_t matrices = entry.counts.size();
        Piece sums{entry.name + ".in_sum2", {entry.sums.size() / matrices}, &entry.sums};
        Piece counts{entry.name + ".counts", {1}, &entry.counts};
        if (matrices > 1) {
            sums.extents.push_back(matrices);
            counts.extents.push_back(matrices);
        }
        pieces.push_back(std::move(sums));
        pieces.push_back(std::move(counts));
    }
    return pieces;
}

std::uint64_t padded(std::uint64_t bytes) {
    return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

void put_metadata(const Imatrix& imatrix, GgufBytes& out) {
    out.put_key("general.type", MetaType::kString);
    out.put_string("imatrix");
    out.put_key("imatrix.datasets", MetaType::kArray);
    out.put(static_cast<std::uint32_t>(MetaType::kString));
    out.put<std::uint64_t>(1);
    out.put_string(imatrix.dataset);
    out.put_key("imatrix.chunk_count", MetaType::kUint32);
    out.put(imatrix.chunks);
    out.put_key("imatrix.chunk_size", MetaType::kUint32);
    out.put(imatrix.chunk_size);
}

}  // namespace

Status write_imatrix(const Imatrix& imatrix, const std::filesystem::path& path) {
    const std::vector<Piece> pieces = pieces_of(imatrix);
    GgufBytes out;
    out.append(std::as_bytes(std::span("GGUF", 4)));
    out.put<std::uint32_t>(3);
    out.put<std::uint64_t>(pieces.size());
    out.put<std::uint64_t>(4);
    put_metadata(imatrix, out);
    std::uint64_t offset = 0;
    for (const Piece& piece : pieces) {
        out.put_string(piece.name);
        out.put(static_cast<std::uint32_t>(piece.extents.size()));
        for (const std::uint64_t extent : piece.extents) {
            out.put(extent);
        }
        out.put(kTypeF32);
        out.put(offset);
        offset += padded(piece.values->size() * sizeof(float));
    }
    out.pad_to(padded(out.size()));
    for (const Piece& piece : pieces) {
        out.append(std::as_bytes(std::span(*piece.values)));
        out.pad_to(padded(out.size()));
    }
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    BITLATHE_TRY(file.write_at(0, out.view()));
    return file.commit();
}

}  // namespace bitlathe
