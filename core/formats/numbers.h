// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

namespace bitlathe {

static_assert(std::endian::native == std::endian::little, "every format here is little-endian");

/// Largest finite float16.
inline constexpr float kHalfMax = 65504.0F;
/// Code of +infinity in float16.
inline constexpr std::uint16_t kHalfInfinity = 0x7C00;

/// Reads a T from unaligned bytes.
template <class T>
[[nodiscard]] T load_as(const void* bytes) {
    T value;
    std::memcpy(&value, bytes, sizeof value);
    return value;
}

/// Value of a float16 code; exact, and NaN keeps sign and payload.
[[nodiscard]] inline float float_of_half(std::uint16_t code) {
    const std::uint32_t sign = static_cast<std::uint32_t>(code & 0x8000U) << 16;
    const std::uint32_t magnitude = static_cast<std::uint32_t>(code & 0x7FFFU) << 13;
    // A float with that exponent field is 2^112 times too small; the product is exact, also for
    // subnormals.
    const float scaled = std::bit_cast<float>(magnitude) * 0x1p112F;
    const std::uint32_t infinite = magnitude >= 0x0F800000U ? 0x7F800000U : 0U;
    return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(scaled) | infinite);
}

/// float16 code nearest to a value, ties to even; beyond the range infinity; NaN stays a (quiet)
/// NaN with its sign and the upper bits of its payload.
[[nodiscard]] inline std::uint16_t half_of_float(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const std::uint32_t sign = (bits >> 16) & 0x8000U;
    const std::uint32_t magnitude = bits & 0x7FFFFFFFU;
    std::uint32_t code = 0;
    if (magnitude > 0x7F800000U) {
        code = 0x7E00U | ((magnitude >> 13) & 0x3FFU);
    } else if (magnitude >= 0x47800000U) {  // 65536
        code = kHalfInfinity;
    } else if (magnitude < 0x38800000U) {  // 2^-14: the units of 0.5F are the subnormal steps
        code = std::bit_cast<std::uint32_t>(std::bit_cast<float>(magnitude) + 0.5F) - 0x3F000000U;
    } else {
        code = (magnitude - 0x38000000U + 0xFFFU + ((magnitude >> 13) & 1U)) >> 13;
    }
    return static_cast<std::uint16_t>(sign | code);
}

[[nodiscard]] inline float float_of_bfloat16(std::uint16_t code) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(code) << 16);
}

/// bfloat16 code nearest to a value, ties to even; NaN stays a (quiet) NaN.
[[nodiscard]] inline std::uint16_t bfloat16_of_float(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const bool nan = (bits & 0x7FFFFFFFU) > 0x7F800000U;
    const std::uint32_t rounded = bits + 0x7FFFU + ((bits >> 16) & 1U);
    return static_cast<std::uint16_t>((nan ? bits | 0x400000U : rounded) >> 16);
}

/// A scale as float16 can hold it: runtimes refuse blocks with infinite scales, so a magnitude that
/// would round to infinity becomes the largest finite one. Others are returned unrounded.
[[nodiscard]] inline float finite_scale(float scale) {
    constexpr float kRoundsToInfinity = 65520.0F;
    return std::fabs(scale) < kRoundsToInfinity ? scale : std::copysign(kHalfMax, scale);
}

/// 1 / scale, or 0 where that is infinite: then float16 holds the scale as 0 and codes mean
/// nothing.
[[nodiscard]] inline float inverse_scale(float scale) {
    const float inverse = 1.0F / scale;
    return std::isfinite(inverse) ? inverse : 0.0F;
}

[[nodiscard]] inline float finite_or_zero(float value) {
    return std::fabs(value) <= std::numeric_limits<float>::max() ? value : 0.0F;
}

/// The one NaN that arithmetic of decoders gives, as processors disagree about its sign and
/// payload.
[[nodiscard]] inline float canonical_nan(float value) {
    return std::isnan(value) ? std::bit_cast<float>(0x7FC00000U) : value;
}

/// Nearest integer, ties to even, of |value| < 2^22: the addition leaves no bits behind the point.
[[nodiscard]] inline float round_half_even(float value) {
    constexpr float kShift = 12582912.0F;
    return (value + kShift) - kShift;
}

}  // namespace bitlathe
