// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ternary.h"

#include <algorithm>

#include "core/formats/block_decode.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

using u8 = std::uint8_t;

// TQ1_0 in three runs of bytes; digit n of byte m is element start + m + n * bytes.
struct TritRun {
    std::size_t first_byte;
    std::size_t bytes;
    std::size_t start;
    unsigned digits;
};
constexpr TritRun kTritRuns[] = {{0, 32, 0, 5}, {32, 16, 160, 5}, {48, 4, 240, 4}};

struct BlockTq1_0 {
    static constexpr std::size_t kElems = 256;
    static constexpr std::size_t kGroup = 256;
    static constexpr bool kHasOffsets = false;
    u8 trits[52];
    u8 d[2];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        for (const TritRun& run : kTritRuns) {
            unsigned power = 1;
            for (unsigned n = 0; n < run.digits; ++n, power *= 3) {
                for (std::size_t m = 0; m < run.bytes; ++m) {
                    // The byte is a fraction of 256; multiplied by 3^n its leading digit is the
                    // n-th.
                    const unsigned fraction = (trits[run.first_byte + m] * power) & 255U;
                    codes[run.start + m + n * run.bytes] =
                        static_cast<std::int8_t>(static_cast<int>(fraction * 3 >> 8) - 1);
                }
            }
        }
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }

    void pack(const std::int8_t* codes) {
        for (const TritRun& run : kTritRuns) {
            for (std::size_t m = 0; m < run.bytes; ++m) {
                unsigned number = 0;
                for (unsigned n = 0; n < 5; ++n) {
                    const int digit = n < run.digits ? codes[run.start + m + n * run.bytes] + 1 : 0;
                    number = number * 3 + static_cast<unsigned>(digit);
                }
                trits[run.first_byte + m] = static_cast<u8>((number * 256 + 242) / 243);
            }
        }
    }
};
static_assert(sizeof(BlockTq1_0) == 54);

struct BlockTq2_0 {
    static constexpr std::size_t kElems = 256;
    static constexpr std::size_t kGroup = 256;
    static constexpr bool kHasOffsets = false;
    u8 qs[64];  // byte l of half H: elements 128H + l, + 32, + 64, + 96 from the low bits up
    u8 d[2];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        for (std::size_t i = 0; i < 256; ++i) {
            const int code = (qs[32 * (i / 128) + i % 32] >> (2 * (i % 128 / 32))) & 3;
            codes[i] = static_cast<std::int8_t>(code - 1);
        }
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }

    void pack(const std::int8_t* codes) {
        for (std::size_t byte = 0; byte < 64; ++byte) {
            const std::int8_t* c = codes + 128 * (byte / 32) + byte % 32;
            qs[byte] = static_cast<u8>((c[0] + 1) | (c[32] + 1) << 2 | (c[64] + 1) << 4 |
                                       (c[96] + 1) << 6);
        }
    }
};
static_assert(sizeof(BlockTq2_0) == 66);

struct BlockQ2_0 {
    static constexpr std::size_t kElems = 64;
    static constexpr std::size_t kGroup = 64;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 qs[16];  // four consecutive elements a byte, from the low bits up

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        for (std::size_t i = 0; i < 64; ++i) {
            codes[i] = static_cast<std::int8_t>(((qs[i / 4] >> (2 * (i % 4))) & 3) - 1);
        }
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }

    void pack(const std::int8_t* codes) {
        for (std::size_t byte = 0; byte < 16; ++byte) {
            const std::int8_t* c = codes + 4 * byte;
            qs[byte] =
                static_cast<u8>((c[0] + 1) | (c[1] + 1) << 2 | (c[2] + 1) << 4 | (c[3] + 1) << 6);
        }
    }
};
static_assert(sizeof(BlockQ2_0) == 18);

struct BlockQ1_0 {
    static constexpr std::size_t kElems = 128;
    static constexpr std::size_t kGroup = 128;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 bits[16];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        for (std::size_t i = 0; i < 128; ++i) {
            codes[i] = static_cast<std::int8_t>(2 * ((bits[i / 8] >> (i % 8)) & 1) - 1);
        }
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }
};
static_assert(sizeof(BlockQ1_0) == 18);

void store_half(float value, u8* out) {
    const std::uint16_t code = half_of_float(value);
    std::memcpy(out, &code, sizeof code);
}

// -1, 0 or 1 for each element, halves away from zero, in units of the largest magnitude.
template <class Block>
void encode_ternary(const float* values, std::byte* out, std::size_t cols) {
    for (; cols > 0; cols -= Block::kElems, values += Block::kElems, out += sizeof(Block)) {
        float largest = 0;
        for (std::size_t i = 0; i < Block::kElems; ++i) {
            largest = std::max(largest, std::fabs(finite_or_zero(values[i])));
        }
        const float scale = finite_scale(largest);
        const float inverse = inverse_scale(scale);
        std::int8_t codes[Block::kElems];
        for (std::size_t i = 0; i < Block::kElems; ++i) {
            const float scaled = finite_or_zero(values[i]) * inverse;
            codes[i] =
                static_cast<std::int8_t>((scaled >= 0.5F ? 1 : 0) - (scaled <= -0.5F ? 1 : 0));
        }
        Block block;
        block.pack(codes);
        store_half(scale, block.d);
        std::memcpy(out, &block, sizeof block);
    }
}

}  // namespace

void decode_tq1_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockTq1_0>(bytes, out, cols);
}
void decode_tq2_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockTq2_0>(bytes, out, cols);
}
void decode_q2_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ2_0>(bytes, out, cols);
}
void decode_q1_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ1_0>(bytes, out, cols);
}

WeightCode code_tq1_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockTq1_0>(bytes, cols, col);
}
void row_codes_tq1_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockTq1_0>(bytes, cols, out);
}
WeightCode code_tq2_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockTq2_0>(bytes, cols, col);
}
void row_codes_tq2_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockTq2_0>(bytes, cols, out);
}
WeightCode code_q2_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ2_0>(bytes, cols, col);
}
void row_codes_q2_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ2_0>(bytes, cols, out);
}
WeightCode code_q1_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ1_0>(bytes, cols, col);
}
void row_codes_q1_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ1_0>(bytes, cols, out);
}

void encode_tq1_0(const float* values, const float* /*importance*/, std::byte* out,
                  std::size_t cols) {
    encode_ternary<BlockTq1_0>(values, out, cols);
}
void encode_tq2_0(const float* values, const float* /*importance*/, std::byte* out,
                  std::size_t cols) {
    encode_ternary<BlockTq2_0>(values, out, cols);
}
void encode_q2_0(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    encode_ternary<BlockQ2_0>(values, out, cols);
}

void encode_q1_0(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    constexpr std::size_t kElems = BlockQ1_0::kElems;
    for (; cols > 0; cols -= kElems, values += kElems, out += sizeof(BlockQ1_0)) {
        BlockQ1_0 block{};
        float sum = 0;
        for (std::size_t i = 0; i < kElems; ++i) {
            const float value = finite_or_zero(values[i]);
            sum += std::fabs(value);
            const unsigned bit = value >= 0 ? 1U << (i % 8) : 0U;
            block.bits[i / 8] = static_cast<u8>(block.bits[i / 8] | bit);
        }
        store_half(finite_scale(sum / static_cast<float>(kElems)), block.d);
        std::memcpy(out, &block, sizeof block);
    }
}

}  // namespace bitlathe
