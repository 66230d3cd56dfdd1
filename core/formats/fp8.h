// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace bitlathe {

/// The 8-bit floating-point codes that containers hold, each with a table of its 256 values. All
/// NaN codes have the same NaN. E4M3 (bias 7, no infinities, NaN 7F FF) and E5M2 (IEEE-like):
/// Micikevicius et al., FP8 Formats for Deep Learning, 2022. The FNUZ variants have no negative
/// zero (80 is their NaN) and a bias greater by one: Noune et al., 8-bit Numerical Formats for Deep
/// Neural Networks, 2022. E8M0: powers of two 2^(code - 127), FF is NaN: OCP Microscaling
/// Formats 1.0.
enum class Float8 : std::uint8_t { kE4m3, kE5m2, kE4m3Fnuz, kE5m2Fnuz, kE8m0 };

/// Value of each code; 256 floats.
[[nodiscard]] const float* float8_values(Float8 kind);

/// Row format: float32 scale, then one code per element; x = value(code) * scale with scale =
/// amax / 448 (E4M3) or amax / 57344 (E5M2), the largest finite codes. Codes are nearest, ties to
/// even, and saturate. Non-finite elements count as 0. 8 + 32 / cols bits per weight, rows of any
/// length. `importance` is not looked at.
void decode_fp8_e4m3(const std::byte* bytes, float* out, std::size_t cols);
void decode_fp8_e5m2(const std::byte* bytes, float* out, std::size_t cols);
void encode_fp8_e4m3(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);
void encode_fp8_e5m2(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);

/// Bytes of such a row.
inline constexpr std::size_t kFp8RowHeader = sizeof(float);

}  // namespace bitlathe
