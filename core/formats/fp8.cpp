// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/fp8.h"

#include <algorithm>
#include <array>

#include "core/formats/numbers.h"

namespace bitlathe {
namespace {

using Values = std::array<float, 256>;

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

// sign | exponent | mantissa without special codes.
float minifloat(unsigned code, int mantissa_bits, int bias) {
    const int exponent = static_cast<int>((code & 0x7FU) >> mantissa_bits);
    const int mantissa = static_cast<int>(code & ((1U << mantissa_bits) - 1));
    const int hidden = exponent == 0 ? 0 : 1 << mantissa_bits;
    const float magnitude = std::ldexp(static_cast<float>(mantissa + hidden),
                                       std::max(exponent, 1) - bias - mantissa_bits);
    return (code & 0x80U) != 0 ? -magnitude : magnitude;
}

float value_of(Float8 kind, unsigned code) {
    const unsigned magnitude = code & 0x7FU;
    switch (kind) {
        case Float8::kE4m3:
            return magnitude == 0x7F ? kNan : minifloat(code, 3, 7);
        case Float8::kE5m2:
            if (magnitude > 0x7C) return kNan;
            if (magnitude == 0x7C) {
                return std::copysign(std::numeric_limits<float>::infinity(),
                                     (code & 0x80U) != 0 ? -1.0F : 1.0F);
            }
            return minifloat(code, 2, 15);
        case Float8::kE4m3Fnuz:
            return code == 0x80 ? kNan : minifloat(code, 3, 8);
        case Float8::kE5m2Fnuz:
            return code == 0x80 ? kNan : minifloat(code, 2, 16);
        case Float8::kE8m0:
            break;
    }
    return code == 0xFF ? kNan : std::ldexp(1.0F, static_cast<int>(code) - 127);
}

Values make_values(Float8 kind) {
    Values values;
    for (unsigned code = 0; code < 256; ++code) {
        values[code] = value_of(kind, code);
    }
    return values;
}

template <int kMantissaBits, int kBias, unsigned kLargestCode>
struct Encoder {
    // Exponents of the smallest normal value and of one unit of the subnormals.
    static constexpr int kMinExponent = 1 - kBias;
    static constexpr std::uint32_t kMinNormal = static_cast<std::uint32_t>(127 + kMinExponent)
                                                << 23;
    // Adding this constant leaves the nearest multiple of a subnormal unit in the lowest bits.
    static constexpr std::uint32_t kShift =
        static_cast<std::uint32_t>(127 + kMinExponent - kMantissaBits + 23) << 23;
    static constexpr int kDropped = 23 - kMantissaBits;

    static std::uint8_t code(float value) {
        const auto bits = std::bit_cast<std::uint32_t>(value);
        const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
        const std::uint32_t small = std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) +
                                                                 std::bit_cast<float>(kShift)) -
                                    kShift;
        const std::uint32_t half = (1U << (kDropped - 1)) - 1 + ((magnitude >> kDropped) & 1U);
        const std::uint32_t normal =
            ((magnitude + half) >> kDropped) - ((kMinNormal >> kDropped) - (1U << kMantissaBits));
        const std::uint32_t code = std::min(magnitude < kMinNormal ? small : normal, kLargestCode);
        return static_cast<std::uint8_t>(((bits >> 24) & 0x80U) | code);
    }
};

template <class Code>
void encode_row(const float* values, float largest_value, std::byte* out, std::size_t cols,
                Code code) {
    if (cols == 0) return;
    float largest = 0;
    for (std::size_t i = 0; i < cols; ++i) {
        largest = std::max(largest, std::fabs(finite_or_zero(values[i])));
    }
    const float scale = largest / largest_value;
    std::memcpy(out, &scale, sizeof scale);
    out += kFp8RowHeader;
    const float divisor = scale > 0 ? scale : std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < cols; ++i) {
        out[i] = std::byte{code(finite_or_zero(values[i]) / divisor)};
    }
}

void decode_row(const float* table, const std::byte* bytes, float* out, std::size_t cols) {
    if (cols == 0) return;
    const auto scale = load_as<float>(bytes);
    bytes += kFp8RowHeader;
    for (std::size_t i = 0; i < cols; ++i) {
        out[i] = canonical_nan(table[std::to_integer<std::size_t>(bytes[i])] * scale);
    }
}

}  // namespace

const float* float8_values(Float8 kind) {
    static const std::array<Values, 5> tables = {
        make_values(Float8::kE4m3), make_values(Float8::kE5m2), make_values(Float8::kE4m3Fnuz),
        make_values(Float8::kE5m2Fnuz), make_values(Float8::kE8m0)};
    return tables[static_cast<std::size_t>(kind)].data();
}

void decode_fp8_e4m3(const std::byte* bytes, float* out, std::size_t cols) {
    decode_row(float8_values(Float8::kE4m3), bytes, out, cols);
}
void decode_fp8_e5m2(const std::byte* bytes, float* out, std::size_t cols) {
    decode_row(float8_values(Float8::kE5m2), bytes, out, cols);
}
void encode_fp8_e4m3(const float* values, const float* /*importance*/, std::byte* out,
                     std::size_t cols) {
    encode_row(values, 448.0F, out, cols, Encoder<3, 7, 0x7E>::code);
}
void encode_fp8_e5m2(const float* values, const float* /*importance*/, std::byte* out,
                     std::size_t cols) {
    encode_row(values, 57344.0F, out, cols, Encoder<2, 15, 0x7B>::code);
}

}  // namespace bitlathe
