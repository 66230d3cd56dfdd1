// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/formats/search/search_tile.h"

namespace bitlathe::search {

/// What a search found for one block of 256: float16 bits, integer scales (as stored: with their
/// offset) and mins, and the codes of its sub-blocks, which start at a lane of the tile.
struct PackedScales {
    std::uint16_t d = 0;
    std::uint16_t dmin = 0;
    std::uint8_t scales[16] = {};
    std::uint8_t mins[16] = {};
};

// The layouts of ggml's blocks of 256 (ggml src/ggml-common.h). `codes` are those of the whole
// tile; the block's first sub-block is in `lane`. Codes are unsigned; `out` receives one block.

void pack_q2_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out);
/// Scales with 32 added, codes with 4 added.
void pack_q3_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out);
void pack_q4_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out);
void pack_q5_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out);
/// Scales in two's complement, codes with 32 added.
void pack_q6_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out);
/// Scales with 32 added, codes are indices into the codebook.
void pack_iq4_xs(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
                 std::byte* out);

/// A block of 32 in `lane`: `head_bytes` bytes of scales, then 16 bytes of nibbles (element j in
/// the low half of byte j, element j + 16 in the high half).
void pack_nibbles(const std::uint16_t* head, std::size_t head_bytes, const TileCodes& codes,
                  std::size_t lane, std::byte* out);
/// The same with 4 bytes of fifth bits between scales and nibbles.
void pack_nibbles_and_fifth_bits(const std::uint16_t* head, std::size_t head_bytes,
                                 const TileCodes& codes, std::size_t lane, std::byte* out);

}  // namespace bitlathe::search
