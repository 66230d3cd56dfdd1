// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/search/block_packing.h"

namespace bitlathe::search {
namespace {

std::byte to_byte(unsigned value) {
    return static_cast<std::byte>(value);
}

void put_u16(std::uint16_t value, std::byte* out) {
    out[0] = to_byte(value & 0xFFU);
    out[1] = to_byte(value >> 8U);
}

// Scales and mins of 6 bits: 8 of each in 12 bytes (Q4_K, Q5_K).
void put_scales_and_mins(const PackedScales& scales, std::byte* out) {
    for (std::size_t j = 0; j < 4; ++j) {
        const unsigned high_scale = scales.scales[j + 4];
        const unsigned high_min = scales.mins[j + 4];
        out[j] = to_byte(scales.scales[j] | ((high_scale >> 4) << 6));
        out[j + 4] = to_byte(scales.mins[j] | ((high_min >> 4) << 6));
        out[j + 8] = to_byte((high_scale & 15U) | ((high_min & 15U) << 4));
    }
}

// Low two bits of the codes, four elements a byte: element 128 H + 32 k + l in byte 32 H + l, bits
// 2k (Q2_K, Q3_K; sub-blocks of 16).
void put_low_pairs(const TileCodes& codes, std::size_t lane, std::byte* out) {
    for (std::size_t half = 0; half < 2; ++half) {
        for (std::size_t l = 0; l < 32; ++l) {
            const std::uint8_t* q = &codes.q[l % 16][lane + 8 * half + l / 16];
            out[32 * half + l] =
                to_byte((q[0] & 3U) | ((q[2] & 3U) << 2) | ((q[4] & 3U) << 4) | ((q[6] & 3U) << 6));
        }
    }
}

// Low nibbles of pairs of sub-blocks of 32 (Q4_K, Q5_K).
void put_low_nibbles(const TileCodes& codes, std::size_t lane, std::byte* out) {
    for (std::size_t i = 0; i < 32; ++i) {
        const std::uint8_t* q = &codes.q[i][lane];
        for (std::size_t pair = 0; pair < 4; ++pair) {
            out[32 * pair + i] = to_byte((q[2 * pair] & 15U) | ((q[2 * pair + 1] & 15U) << 4));
        }
    }
}

}  // namespace

void pack_q2_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out) {
    for (std::size_t j = 0; j < 16; ++j) {
        out[j] = to_byte(scales.scales[j] | (unsigned{scales.mins[j]} << 4));
    }
    put_low_pairs(codes, lane, out + 16);
    put_u16(scales.d, out + 80);
    put_u16(scales.dmin, out + 82);
}

void pack_q3_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out) {
    for (std::size_t l = 0; l < 32; ++l) {
        const std::uint8_t* q = &codes.q[l % 16][lane + l / 16];
        unsigned mask = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            mask |= (q[2 * k] >> 2U) << k;
        }
        out[l] = to_byte(mask);
    }
    put_low_pairs(codes, lane, out + 32);
    const std::uint8_t* s = scales.scales;
    for (std::size_t j = 0; j < 8; ++j) {
        out[96 + j] = to_byte((s[j] & 15U) | ((s[j + 8] & 15U) << 4));
    }
    for (std::size_t j = 0; j < 4; ++j) {
        out[104 + j] = to_byte((s[j] >> 4U) | ((s[j + 4] >> 4U) << 2) | ((s[j + 8] >> 4U) << 4) |
                               ((s[j + 12] >> 4U) << 6));
    }
    put_u16(scales.d, out + 108);
}

void pack_q4_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out) {
    put_u16(scales.d, out);
    put_u16(scales.dmin, out + 2);
    put_scales_and_mins(scales, out + 4);
    put_low_nibbles(codes, lane, out + 16);
}

void pack_q5_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out) {
    put_u16(scales.d, out);
    put_u16(scales.dmin, out + 2);
    put_scales_and_mins(scales, out + 4);
    for (std::size_t i = 0; i < 32; ++i) {
        const std::uint8_t* q = &codes.q[i][lane];
        unsigned mask = 0;
        for (std::size_t j = 0; j < 8; ++j) {
            mask |= (q[j] >> 4U) << j;
        }
        out[16 + i] = to_byte(mask);
    }
    put_low_nibbles(codes, lane, out + 48);
}

void pack_q6_k(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
               std::byte* out) {
    for (std::size_t half = 0; half < 2; ++half) {
        for (std::size_t l = 0; l < 32; ++l) {
            const std::uint8_t* q = &codes.q[l % 16][lane + 8 * half + l / 16];
            out[64 * half + l] = to_byte((q[0] & 15U) | ((q[4] & 15U) << 4));
            out[64 * half + 32 + l] = to_byte((q[2] & 15U) | ((q[6] & 15U) << 4));
            out[128 + 32 * half + l] = to_byte((q[0] >> 4U) | ((q[2] >> 4U) << 2) |
                                               ((q[4] >> 4U) << 4) | ((q[6] >> 4U) << 6));
        }
    }
    for (std::size_t j = 0; j < 16; ++j) {
        out[192 + j] = to_byte(scales.scales[j]);
    }
    put_u16(scales.d, out + 208);
}

void pack_iq4_xs(const PackedScales& scales, const TileCodes& codes, std::size_t lane,
                 std::byte* out) {
    put_u16(scales.d, out);
    unsigned high = 0;
    for (std::size_t j = 0; j < 8; ++j) {
        high |= (scales.scales[j] >> 4U) << (2 * j);
    }
    put_u16(static_cast<std::uint16_t>(high), out + 2);
    for (std::size_t j = 0; j < 4; ++j) {
        out[4 + j] =
            to_byte((scales.scales[2 * j] & 15U) | ((scales.scales[2 * j + 1] & 15U) << 4));
    }
    for (std::size_t j = 0; j < 8; ++j) {
        pack_nibbles(nullptr, 0, codes, lane + j, out + 8 + 16 * j);
    }
}

void pack_nibbles(const std::uint16_t* head, std::size_t head_bytes, const TileCodes& codes,
                  std::size_t lane, std::byte* out) {
    for (std::size_t i = 0; 2 * i < head_bytes; ++i) {
        put_u16(head[i], out + 2 * i);
    }
    for (std::size_t j = 0; j < 16; ++j) {
        out[head_bytes + j] =
            to_byte((codes.q[j][lane] & 15U) | ((codes.q[j + 16][lane] & 15U) << 4));
    }
}

void pack_nibbles_and_fifth_bits(const std::uint16_t* head, std::size_t head_bytes,
                                 const TileCodes& codes, std::size_t lane, std::byte* out) {
    std::uint16_t bits[2] = {};
    for (std::size_t j = 0; j < 32; ++j) {
        bits[j / 16] =
            static_cast<std::uint16_t>(bits[j / 16] | ((codes.q[j][lane] >> 4U) << (j % 16)));
    }
    for (std::size_t i = 0; 2 * i < head_bytes; ++i) {
        put_u16(head[i], out + 2 * i);
    }
    pack_nibbles(bits, sizeof bits, codes, lane, out + head_bytes);
}

}  // namespace bitlathe::search
