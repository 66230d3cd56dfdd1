// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy_blocks.h"

#include <algorithm>

#include "core/formats/block_decode.h"
#include "core/formats/nibbles.h"
#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

using u8 = std::uint8_t;

constexpr std::size_t kElems32 = 32;

struct BlockQ8_0 {
    static constexpr std::size_t kElems = kElems32;
    static constexpr std::size_t kGroup = kElems32;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 qs[32];  // signed

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        std::memcpy(codes, qs, sizeof qs);
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }
};
static_assert(sizeof(BlockQ8_0) == 34);

struct BlockQ4_0 {
    static constexpr std::size_t kElems = kElems32;
    static constexpr std::size_t kGroup = kElems32;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 qs[16];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        unpack_split_nibbles<32>(qs, -8, codes);
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }
};
static_assert(sizeof(BlockQ4_0) == 18);

struct BlockQ4_1 {
    static constexpr std::size_t kElems = kElems32;
    static constexpr std::size_t kGroup = kElems32;
    static constexpr bool kHasOffsets = true;
    u8 d[2];
    u8 m[2];
    u8 qs[16];

    void unpack(std::int8_t* codes, float* scale, float* offset) const {
        unpack_split_nibbles<32>(qs, 0, codes);
        *scale = float_of_half(load_as<std::uint16_t>(d));
        *offset = float_of_half(load_as<std::uint16_t>(m));
    }
};
static_assert(sizeof(BlockQ4_1) == 20);

// Bit j of the 32-bit word is the fifth bit of element j.
void unpack_five_bits(const u8* qh, const u8* qs, int bias, std::int8_t* codes) {
    unpack_split_nibbles<32>(qs, bias, codes);
    const auto high = load_as<std::uint32_t>(qh);
    for (unsigned j = 0; j < 32; ++j) {
        codes[j] = static_cast<std::int8_t>(codes[j] + static_cast<int>((high >> j & 1U) << 4));
    }
}

void pack_five_bits(const u8* codes, u8* qh, u8* qs) {
    u8 low[32];
    std::uint32_t high = 0;
    for (unsigned j = 0; j < 32; ++j) {
        low[j] = codes[j] & 15;
        high |= static_cast<std::uint32_t>(codes[j] >> 4) << j;
    }
    pack_split_nibbles<32>(low, qs);
    std::memcpy(qh, &high, sizeof high);
}

struct BlockQ5_0 {
    static constexpr std::size_t kElems = kElems32;
    static constexpr std::size_t kGroup = kElems32;
    static constexpr bool kHasOffsets = false;
    u8 d[2];
    u8 qh[4];
    u8 qs[16];

    void unpack(std::int8_t* codes, float* scale, float* /*offset*/) const {
        unpack_five_bits(qh, qs, -16, codes);
        *scale = float_of_half(load_as<std::uint16_t>(d));
    }
};
static_assert(sizeof(BlockQ5_0) == 22);

struct BlockQ5_1 {
    static constexpr std::size_t kElems = kElems32;
    static constexpr std::size_t kGroup = kElems32;
    static constexpr bool kHasOffsets = true;
    u8 d[2];
    u8 m[2];
    u8 qh[4];
    u8 qs[16];

    void unpack(std::int8_t* codes, float* scale, float* offset) const {
        unpack_five_bits(qh, qs, 0, codes);
        *scale = float_of_half(load_as<std::uint16_t>(d));
        *offset = float_of_half(load_as<std::uint16_t>(m));
    }
};
static_assert(sizeof(BlockQ5_1) == 24);

void store_half(float value, u8* out) {
    const std::uint16_t code = half_of_float(value);
    std::memcpy(out, &code, sizeof code);
}

void take_finite(const float* values, float (&x)[kElems32]) {
    for (std::size_t i = 0; i < kElems32; ++i) {
        x[i] = finite_or_zero(values[i]);
    }
}

// Codes 0 .. 2 * kMiddle - 1 with zero at kMiddle; the element of largest magnitude gets code 0.
template <int kMiddle>
float encode_signed_max(const float* values, u8 (&codes)[kElems32]) {
    float x[kElems32];
    take_finite(values, x);
    float extreme = 0;
    for (float v : x) {
        if (std::fabs(extreme) < std::fabs(v)) extreme = v;
    }
    const float scale = finite_scale(extreme / -kMiddle);
    const float inverse = inverse_scale(scale);
    for (std::size_t i = 0; i < kElems32; ++i) {
        const float shifted = x[i] * inverse + (kMiddle + 0.5F);
        codes[i] = static_cast<u8>(std::clamp(shifted, 0.0F, 2.0F * kMiddle - 1));
    }
    return scale;
}

struct ScaleAndMinimum {
    float scale = 0;
    float minimum = 0;
};

// Codes 0 .. kTop over [min, max].
template <int kTop>
ScaleAndMinimum encode_min_max(const float* values, u8 (&codes)[kElems32]) {
    float x[kElems32];
    take_finite(values, x);
    float low = x[0];
    float high = x[0];
    for (float v : x) {
        if (v < low) low = v;
        if (v > high) high = v;
    }
    const float scale = finite_scale((high - low) / kTop);
    const float minimum = finite_scale(low);
    const float inverse = inverse_scale(scale);
    for (std::size_t i = 0; i < kElems32; ++i) {
        const float shifted = (x[i] - minimum) * inverse + 0.5F;
        codes[i] = static_cast<u8>(std::clamp(shifted, 0.0F, static_cast<float>(kTop)));
    }
    return {scale, minimum};
}

template <class Block, class EncodeBlock>
void encode_blocks(const float* values, std::byte* out, std::size_t cols, EncodeBlock encode) {
    for (std::size_t i = 0; i < cols; i += Block::kElems, out += sizeof(Block)) {
        Block block;
        encode(values + i, block);
        std::memcpy(out, &block, sizeof block);
    }
}

}  // namespace

void decode_q8_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ8_0>(bytes, out, cols);
}
void decode_q4_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ4_0>(bytes, out, cols);
}
void decode_q4_1(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ4_1>(bytes, out, cols);
}
void decode_q5_0(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ5_0>(bytes, out, cols);
}
void decode_q5_1(const std::byte* bytes, float* out, std::size_t cols) {
    decode_blocks<BlockQ5_1>(bytes, out, cols);
}

WeightCode code_q8_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ8_0>(bytes, cols, col);
}
void row_codes_q8_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ8_0>(bytes, cols, out);
}
WeightCode code_q4_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ4_0>(bytes, cols, col);
}
void row_codes_q4_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ4_0>(bytes, cols, out);
}
WeightCode code_q4_1(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ4_1>(bytes, cols, col);
}
void row_codes_q4_1(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ4_1>(bytes, cols, out);
}
WeightCode code_q5_0(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ5_0>(bytes, cols, col);
}
void row_codes_q5_0(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ5_0>(bytes, cols, out);
}
WeightCode code_q5_1(const std::byte* bytes, std::size_t cols, std::size_t col) {
    return code_in_blocks<BlockQ5_1>(bytes, cols, col);
}
void row_codes_q5_1(const std::byte* bytes, std::size_t cols, RowCodes out) {
    codes_of_blocks<BlockQ5_1>(bytes, cols, out);
}

void encode_q4_1(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    encode_blocks<BlockQ4_1>(values, out, cols, [](const float* x, BlockQ4_1& block) {
        u8 codes[kElems32];
        const auto fit = encode_min_max<15>(x, codes);
        store_half(fit.scale, block.d);
        store_half(fit.minimum, block.m);
        pack_split_nibbles<32>(codes, block.qs);
    });
}

void encode_q5_0(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    encode_blocks<BlockQ5_0>(values, out, cols, [](const float* x, BlockQ5_0& block) {
        u8 codes[kElems32];
        store_half(encode_signed_max<16>(x, codes), block.d);
        pack_five_bits(codes, block.qh, block.qs);
    });
}

void encode_q5_1(const float* values, const float* /*importance*/, std::byte* out,
                 std::size_t cols) {
    encode_blocks<BlockQ5_1>(values, out, cols, [](const float* x, BlockQ5_1& block) {
        u8 codes[kElems32];
        const auto fit = encode_min_max<31>(x, codes);
        store_half(fit.scale, block.d);
        store_half(fit.minimum, block.m);
        pack_five_bits(codes, block.qh, block.qs);
    });
}

}  // namespace bitlathe
