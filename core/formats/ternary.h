// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/formats/codes.h"

namespace bitlathe {

/// ggml's formats of one or two bits: three values per element (-d, 0, +d: TQ1_0 with five elements
/// in a byte, TQ2_0), four (-d, 0, +d, +2d: Q2_0), two (-d, +d: Q1_0), one float16 d per block of
/// 256, 256, 64 and 128. Decoders are bit for bit ggml's, encoders byte for byte: d is the largest
/// magnitude, in Q1_0 the mean one. Non-finite elements count as 0, d is limited to 65504.
/// `importance` is not looked at.
void decode_tq1_0(const std::byte* bytes, float* out, std::size_t cols);
void decode_tq2_0(const std::byte* bytes, float* out, std::size_t cols);
void decode_q2_0(const std::byte* bytes, float* out, std::size_t cols);
void decode_q1_0(const std::byte* bytes, float* out, std::size_t cols);

/// Codes of these formats; see ReadCode.
WeightCode code_tq1_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_tq1_0(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_tq2_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_tq2_0(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q2_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q2_0(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q1_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q1_0(const std::byte* bytes, std::size_t cols, RowCodes out);

void encode_tq1_0(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_tq2_0(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_q2_0(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_q1_0(const float* values, const float* importance, std::byte* out, std::size_t cols);

}  // namespace bitlathe
