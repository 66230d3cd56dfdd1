// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace bitlathe {

/// Data types that containers hold but nobody quantizes weights to: decoded, rounded to the nearest
/// float, so that statistics of any tensor can be shown. Any byte but 0 is a true BOOL. Rows of any
/// length.
void decode_i8(const std::byte* bytes, float* out, std::size_t cols);
void decode_i16(const std::byte* bytes, float* out, std::size_t cols);
void decode_i32(const std::byte* bytes, float* out, std::size_t cols);
void decode_i64(const std::byte* bytes, float* out, std::size_t cols);
void decode_u8(const std::byte* bytes, float* out, std::size_t cols);
void decode_u16(const std::byte* bytes, float* out, std::size_t cols);
void decode_u32(const std::byte* bytes, float* out, std::size_t cols);
void decode_u64(const std::byte* bytes, float* out, std::size_t cols);
void decode_bool(const std::byte* bytes, float* out, std::size_t cols);

/// Unscaled 8-bit floats; see Float8 for their values.
void decode_f8_e4m3(const std::byte* bytes, float* out, std::size_t cols);
void decode_f8_e5m2(const std::byte* bytes, float* out, std::size_t cols);
void decode_f8_e4m3fnuz(const std::byte* bytes, float* out, std::size_t cols);
void decode_f8_e5m2fnuz(const std::byte* bytes, float* out, std::size_t cols);
void decode_f8_e8m0(const std::byte* bytes, float* out, std::size_t cols);

}  // namespace bitlathe
