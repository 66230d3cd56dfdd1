// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace bitlathe {

/// Plain floating point. Decoding is exact (F64: rounded to nearest even) and keeps NaN with its
/// payload where there is room; encoding rounds to nearest even, keeps NaN a NaN, and magnitudes
/// beyond the range become infinity. `importance` is not looked at. Rows of any length.
void decode_f32(const std::byte* bytes, float* out, std::size_t cols);
void decode_f16(const std::byte* bytes, float* out, std::size_t cols);
void decode_bf16(const std::byte* bytes, float* out, std::size_t cols);
void decode_f64(const std::byte* bytes, float* out, std::size_t cols);

void encode_f32(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_f16(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_bf16(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_f64(const float* values, const float* importance, std::byte* out, std::size_t cols);

}  // namespace bitlathe
