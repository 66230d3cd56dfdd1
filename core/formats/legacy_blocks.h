// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/formats/codes.h"

namespace bitlathe {

/// ggml's blocks of 32 elements with one float16 scale (and, in the _1 formats, a float16 minimum).
/// Rows are multiples of 32. Decoders are bit for bit ggml's and plain encoders byte for byte:
/// Q8_0 d = amax / 127; Q4_0, Q5_0 d = v / -8, v / -16 with v the signed element of largest
/// magnitude; Q4_1, Q5_1 d = (max - min) / 15, / 31 and m = min. Codes come from the unrounded d.
///
/// Beyond what ggml defines: non-finite elements count as 0, and where d or m would overflow
/// float16 they become the largest finite values and codes saturate. Layouts: ggml,
/// src/ggml-common.h. `importance` is not looked at.
void decode_q8_0(const std::byte* bytes, float* out, std::size_t cols);
void decode_q4_0(const std::byte* bytes, float* out, std::size_t cols);
void decode_q4_1(const std::byte* bytes, float* out, std::size_t cols);
void decode_q5_0(const std::byte* bytes, float* out, std::size_t cols);
void decode_q5_1(const std::byte* bytes, float* out, std::size_t cols);

/// Codes of these formats; see ReadCode.
WeightCode code_q8_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q8_0(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q4_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q4_0(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q4_1(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q4_1(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q5_0(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q5_0(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q5_1(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q5_1(const std::byte* bytes, std::size_t cols, RowCodes out);

void encode_q8_0(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_q4_0(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_q4_1(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_q5_0(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_q5_1(const float* values, const float* importance, std::byte* out, std::size_t cols);

}  // namespace bitlathe
