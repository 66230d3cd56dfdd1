// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/k_quants.h"

#include "core/formats/block_decode.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

using u8 = std::uint8_t;

constexpr std::size_t kSuper = 256;

float half_at(const u8* bytes) {
    return float_of_half(load_as<std::uint16_t>(bytes));
}

// Crumbs of Q2_K and Q3_K: byte l of half H holds elements 128H + l, + 32, + 64, + 96 from its low
// bits up.
void unpack_crumbs(const u8* qs, std::int8_t* codes) {
    for (std::size_t half = 0; half < 2; ++half) {
        for (unsigned k = 0; k < 4; ++k) {
            for (std::size_t l = 0; l < 32; ++l) {
                codes[128 * half + 32 * k + l] =
                    static_cast<std::int8_t>((qs[32 * half + l] >> (2 * k)) & 3);
            }
        }
    }
}

struct BlockQ2K {
    static constexpr std::size_t kElems = kSuper;
    static constexpr std::size_t kGroup = 16;
    static constexpr bool kHasOffsets = true;
    u8 scales[16];  // scale in the low nibble, minimum in the high one
    u8 qs[64];
    u8 d[2];
    u8 dmin[2];

    void unpack(std::int8_t* codes, float* scale, float* offset) const {
        unpack_crumbs(qs, codes);
        const float super_scale = half_at(d);
        const float super_min = half_at(dmin);
        for (std::size_t g = 0; g < 16; ++g) {
            scale[g] = super_scale * static_cast<float>(scales[g] & 15);
            offset[g] = -(super_min * static_cast<float>(scales[g] >> 4));
        }
    }
};
static_assert(sizeof(BlockQ2K) == 84);

struct BlockQ3K {
    static constexpr std::size_t kElems = kSuper;
    static constexpr std::size_t kGroup = 16;
    static constexpr bool kHasOffsets = false;
    u8 hmask[32];  // bit i / 32 of byte i % 32: third bit of element i, 0 means minus 4
    u8 qs[64];
    u8 scales[12];  // sixteen 6-bit numbers, 32 is zero: low nibbles in 0..7, upper bits in 8..11
    u8 d[2];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        unpack_crumbs(qs, codes);
        for (unsigned k = 0; k < 8; ++k) {
            for (std::size_t l = 0; l < 32; ++l) {
                const int high = (hmask[l] >> k) & 1;
                codes[32 * k + l] = static_cast<std::int8_t>(codes[32 * k + l] + 4 * high - 4);
            }
        }
        const float super_scale = half_at(d);
        for (unsigned g = 0; g < 16; ++g) {
            const int low = g < 8 ? scales[g] & 15 : scales[g - 8] >> 4;
            const int high = (scales[8 + g % 4] >> (2 * (g / 4))) & 3;
            scale[g] = super_scale * static_cast<float>((low | high << 4) - 32);
        }
    }
};
static_assert(sizeof(BlockQ3K) == 110);

// Scales and minima of Q4_K and Q5_K: eight pairs of 6-bit numbers in 12 bytes.
void unpack_scale_pairs(const u8* s, float super_scale, float super_min, float* scale,
                        float* offset) {
    for (std::size_t j = 0; j < 8; ++j) {
        const int sc = j < 4 ? s[j] & 63 : (s[j + 4] & 15) | ((s[j - 4] >> 6) << 4);
        const int mn = j < 4 ? s[j + 4] & 63 : (s[j + 4] >> 4) | ((s[j] >> 6) << 4);
        scale[j] = super_scale * static_cast<float>(sc);
        offset[j] = -(super_min * static_cast<float>(mn));
    }
}

// Nibbles of Q4_K and Q5_K: bytes 32c .. 32c+31 hold elements 64c .. in the low nibbles and
// 64c+32 .. in the high ones.
void unpack_chunked_nibbles(const u8* qs, std::int8_t* codes) {
    for (std::size_t chunk = 0; chunk < 4; ++chunk) {
        for (std::size_t l = 0; l < 32; ++l) {
            const u8 byte = qs[32 * chunk + l];
            codes[64 * chunk + l] = static_cast<std::int8_t>(byte & 15);
            codes[64 * chunk + 32 + l] = static_cast<std::int8_t>(byte >> 4);
        }
    }
}

struct BlockQ4K {
    static constexpr std::size_t kElems = kSuper;
    static constexpr std::size_t kGroup = 32;
    static constexpr bool kHasOffsets = true;
    u8 d[2];
    u8 dmin[2];
    u8 scales[12];
    u8 qs[128];

    void unpack(std::int8_t* codes, float* scale, float* offset) const {
        unpack_chunked_nibbles(qs, codes);
        unpack_scale_pairs(scales, half_at(d), half_at(dmin), scale, offset);
    }
};
static_assert(sizeof(BlockQ4K) == 144);

struct BlockQ5K {
    static constexpr std::size_t kElems = kSuper;
    static constexpr std::size_t kGroup = 32;
    static constexpr bool kHasOffsets = true;
    u8 d[2];
    u8 dmin[2];
    u8 scales[12];
    u8 qh[32];  // bit i / 32 of byte i % 32: fifth bit of element i
    u8 qs[128];

    void unpack(std::int8_t* codes, float* scale, float* offset) const {
        unpack_chunked_nibbles(qs, codes);
        for (unsigned k = 0; k < 8; ++k) {
            for (std::size_t l = 0; l < 32; ++l) {
                codes[32 * k + l] =
                    static_cast<std::int8_t>(codes[32 * k + l] | ((qh[l] >> k) & 1) << 4);
            }
        }
        unpack_scale_pairs(scales, half_at(d), half_at(dmin), scale, offset);
    }
};
static_assert(sizeof(BlockQ5K) == 176);

struct BlockQ6K {
    static constexpr std::size_t kElems = kSuper;
    static constexpr std::size_t kGroup = 16;
    static constexpr bool kHasOffsets = false;
    u8 ql[128];
    u8 qh[64];
    u8 scales[16];  // signed
    u8 d[2];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        for (std::size_t half = 0; half < 2; ++half) {
            for (unsigned k = 0; k < 4; ++k) {
                const u8* low_bytes = ql + 64 * half + 32 * (k % 2);
                const unsigned low_shift = k < 2 ? 0 : 4;
                for (std::size_t l = 0; l < 32; ++l) {
                    const int low = (low_bytes[l] >> low_shift) & 15;
                    const int high = (qh[32 * half + l] >> (2 * k)) & 3;
                    codes[128 * half + 32 * k + l] =
                        static_cast<std::int8_t>((low | high << 4) - 32);
                }
            }
        }
        const float super_scale = half_at(d);
        for (std::size_t g = 0; g < 16; ++g) {
            scale[g] = super_scale * static_cast<float>(static_cast<std::int8_t>(scales[g]));
        }
    }
};
static_assert(sizeof(BlockQ6K) == 210);

}  // namespace

void decode_q2_k(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ2K>(bytes, out, cols);
}
void decode_q3_k(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ3K>(bytes, out, cols);
}
void decode_q4_k(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ4K>(bytes, out, cols);
}
void decode_q5_k(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ5K>(bytes, out, cols);
}
void decode_q6_k(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ6K>(bytes, out, cols);
}

WeightCode code_q2_k(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ2K>(bytes, cols, col);
}
void row_codes_q2_k(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ2K>(bytes, cols, out);
}
WeightCode code_q3_k(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ3K>(bytes, cols, col);
}
void row_codes_q3_k(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ3K>(bytes, cols, out);
}
WeightCode code_q4_k(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ4K>(bytes, cols, col);
}
void row_codes_q4_k(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ4K>(bytes, cols, out);
}
WeightCode code_q5_k(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ5K>(bytes, cols, col);
}
void row_codes_q5_k(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ5K>(bytes, cols, out);
}
WeightCode code_q6_k(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ6K>(bytes, cols, col);
}
void row_codes_q6_k(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ6K>(bytes, cols, out);
}

}  // namespace bitlathe
