// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/formats/codes.h"

namespace bitlathe {

/// Codes and scales of up to 256 consecutive elements, the common form of all block formats:
/// x[i] = codes[i] * scales[i / group] + offsets[i / group], product and sum rounded separately.
struct CodeBatch {
    static constexpr std::size_t kElems = 256;
    static constexpr std::size_t kMaxGroups = 16;
    alignas(64) std::int8_t codes[kElems];
    float scales[kMaxGroups];
    float offsets[kMaxGroups];  ///< not read where the format has none
};

/// Writes `groups` x `group` values of a batch; `group` is a multiple of 16. NaN results are the
/// canonical NaN. The same bits on every instruction set.
void scale_codes(const CodeBatch& batch, std::size_t group, std::size_t groups, bool has_offsets,
                 float* out);

/// Decodes a row of blocks. Block is the layout in the file, made of bytes alone, with
/// kElems (divides 256), kGroup (elements per scale), kHasOffsets and
/// unpack(int8_t* codes, float* scales, float* offsets) const.
template <class Block>
void decode_blocks(const std::byte* bytes, float* out, std::size_t cols) {
    static_assert(alignof(Block) == 1 && CodeBatch::kElems % Block::kElems == 0);
    static_assert(Block::kElems % Block::kGroup == 0 && Block::kGroup % 16 == 0);
    constexpr std::size_t kGroupsPerBlock = Block::kElems / Block::kGroup;
    CodeBatch batch;
    while (cols > 0) {
        const std::size_t elems = cols < CodeBatch::kElems ? cols : CodeBatch::kElems;
        for (std::size_t first = 0, group = 0; first < elems;
             first += Block::kElems, group += kGroupsPerBlock, bytes += sizeof(Block)) {
            reinterpret_cast<const Block*>(bytes)->unpack(batch.codes + first, batch.scales + group,
                                                          batch.offsets + group);
        }
        scale_codes(batch, Block::kGroup, elems / Block::kGroup, Block::kHasOffsets, out);
        out += elems;
        cols -= elems;
    }
}

/// Codes of a row of blocks.
template <class Block>
void codes_of_blocks(const std::byte* bytes, std::size_t cols, RowCodes out) {
    constexpr std::size_t kGroups = Block::kElems / Block::kGroup;
    constexpr std::size_t kShares = Block::kGroup / RowCodes::kGroup;
    float scales[kGroups];
    float offsets[kGroups];
    for (; cols > 0; cols -= Block::kElems, bytes += sizeof(Block), out.codes += Block::kElems) {
        reinterpret_cast<const Block*>(bytes)->unpack(out.codes, scales, offsets);
        for (std::size_t i = 0; i < kGroups * kShares; ++i) {
            *out.scales++ = scales[i / kShares];
            *out.offsets++ = Block::kHasOffsets ? offsets[i / kShares] : -0.0F;
        }
    }
}

/// Code of one element of a row of blocks.
template <class Block>
WeightCode code_in_blocks(const std::byte* bytes, std::size_t /*cols*/, std::size_t col) {
    CodeBatch batch;
    const std::byte* block = bytes + col / Block::kElems * sizeof(Block);
    reinterpret_cast<const Block*>(block)->unpack(batch.codes, batch.scales, batch.offsets);
    const std::size_t element = col % Block::kElems;
    const std::size_t group = element / Block::kGroup;
    return {batch.codes[element], batch.scales[group],
            Block::kHasOffsets ? batch.offsets[group] : 0.0F};
}

}  // namespace bitlathe
