// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/microscaling.h"

#include <algorithm>
#include <array>

#include "core/formats/block_decode.h"
#include "core/formats/nibbles.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

using u8 = std::uint8_t;

// Twice the E2M1 values, so that they are integers; the scales below are halved instead. Code 8,
// the negative zero, decodes to +0 as it does in ggml.
constexpr std::int8_t kDoubledE2m1[16] = {0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12};

// 2^(code - 128), half the E8M0 scale; subnormal for the two smallest codes. 255, NaN in the OCP
// standard, is taken as a power of two as ggml does.
float half_e8m0_scale(u8 code) {
    return std::bit_cast<float>(code < 2 ? 0x00200000U << code
                                         : static_cast<std::uint32_t>(code - 1) << 23);
}

// Half of the UE4M3 scale. Its sign bit is not looked at; 0x7F stands for NaN and is taken as 0.
float half_ue4m3_scale(u8 code) {
    const std::uint32_t exponent = (code >> 3) & 15U;
    const std::uint32_t mantissa = code & 7U;
    if (code == 0x7F) return 0.0F;
    return exponent == 0 ? static_cast<float>(mantissa) * 0x1p-10F
                         : std::bit_cast<float>((exponent + 127 - 8) << 23 | mantissa << 20);
}

// Halves up; 256 and more becomes 448, the largest, as in ggml.
u8 ue4m3_of_float(float scale) {
    constexpr u8 kLargest = 0x7E;
    if (scale >= 248.0F) return kLargest;
    if (scale < 0x1p-6F) {
        return static_cast<u8>(std::min(static_cast<int>(scale * 512.0F + 0.5F), 7));
    }
    const std::uint32_t bits = std::bit_cast<std::uint32_t>(scale) + (1U << 19);
    return static_cast<u8>((bits >> 20) - ((127U - 7U) << 3));
}

// Nearest codes of `count` elements; `scale` is half the block's scale. The products with the
// midpoints of neighbouring values are exact, as these have at most four bits.
template <std::size_t kCount>
void nearest_e2m1(const float* values, float scale, u8* codes) {
    constexpr std::array<float, 7> kMidpoints = {0.5F, 1.5F, 2.5F, 3.5F, 5.0F, 7.0F, 10.0F};
    for (std::size_t i = 0; i < kCount; ++i) {
        const float value = finite_or_zero(values[i]);
        int magnitude = 0;
        for (float midpoint : kMidpoints) {
            magnitude += std::fabs(value) > midpoint * scale ? 1 : 0;
        }
        codes[i] = static_cast<u8>(magnitude | (value < 0 && magnitude != 0 ? 8 : 0));
    }
}

template <std::size_t kCount>
float largest_magnitude(const float* values) {
    float largest = 0;
    for (std::size_t i = 0; i < kCount; ++i) {
        largest = std::max(largest, std::fabs(finite_or_zero(values[i])));
    }
    return largest;
}

struct BlockMxfp4 {
    static constexpr std::size_t kElems = 32;
    static constexpr std::size_t kGroup = 32;
    static constexpr bool kHasOffsets = false;
    u8 e;
    u8 qs[16];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        look_up_split_nibbles<32>(qs, kDoubledE2m1, codes);
        *scale = half_e8m0_scale(e);
    }
};
static_assert(sizeof(BlockMxfp4) == 17);

struct BlockNvfp4 {
    static constexpr std::size_t kElems = 64;
    static constexpr std::size_t kGroup = 16;
    static constexpr bool kHasOffsets = false;
    u8 d[4];
    u8 qs[32];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        for (std::size_t g = 0; g < 4; ++g) {
            look_up_split_nibbles<16>(qs + 8 * g, kDoubledE2m1, codes + 16 * g);
            scale[g] = half_ue4m3_scale(d[g]);
        }
    }
};
static_assert(sizeof(BlockNvfp4) == 36);

}  // namespace

void decode_mxfp4(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockMxfp4>(bytes, out, cols);
}
void decode_nvfp4(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockNvfp4>(bytes, out, cols);
}

WeightCode code_mxfp4(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockMxfp4>(bytes, cols, col);
}
void row_codes_mxfp4(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockMxfp4>(bytes, cols, out);
}
WeightCode code_nvfp4(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockNvfp4>(bytes, cols, col);
}
void row_codes_nvfp4(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockNvfp4>(bytes, cols, out);
}

void encode_mxfp4(const float* values, const float* /*importance*/, std::byte* out,
                  std::size_t cols) {
    constexpr std::size_t kElems = BlockMxfp4::kElems;
    for (; cols > 0; cols -= kElems, values += kElems, out += sizeof(BlockMxfp4)) {
        BlockMxfp4 block;
        // The exponent field of a float is floor(log2) + 127; subnormals fall to the smallest
        // scale.
        const auto bits = std::bit_cast<std::uint32_t>(largest_magnitude<kElems>(values));
        block.e = static_cast<u8>(std::max(static_cast<int>(bits >> 23) - 2, 0));
        u8 codes[kElems];
        nearest_e2m1<kElems>(values, half_e8m0_scale(block.e), codes);
        pack_split_nibbles<kElems>(codes, block.qs);
        std::memcpy(out, &block, sizeof block);
    }
}

void encode_nvfp4(const float* values, const float* /*importance*/, std::byte* out,
                  std::size_t cols) {
    constexpr std::size_t kGroup = BlockNvfp4::kGroup;
    for (; cols > 0; cols -= BlockNvfp4::kElems, out += sizeof(BlockNvfp4)) {
        BlockNvfp4 block;
        for (std::size_t g = 0; g < 4; ++g, values += kGroup) {
            block.d[g] = ue4m3_of_float(largest_magnitude<kGroup>(values) / 6.0F);
            u8 codes[kGroup] = {};
            if (block.d[g] != 0) nearest_e2m1<kGroup>(values, half_ue4m3_scale(block.d[g]), codes);
            pack_split_nibbles<kGroup>(codes, block.qs + 8 * g);
        }
        std::memcpy(out, &block, sizeof block);
    }
}

}  // namespace bitlathe
