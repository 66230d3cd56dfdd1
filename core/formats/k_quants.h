// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/formats/codes.h"

namespace bitlathe {

/// ggml's k-quants: super-blocks of 256 with one or two float16 super-scales and small integer
/// scales per 16 or 32 elements. Rows are multiples of 256. Decoding is bit for bit ggml's.
/// Layouts: ggml, src/ggml-common.h.
void decode_q2_k(const std::byte* bytes, float* out, std::size_t cols);
void decode_q3_k(const std::byte* bytes, float* out, std::size_t cols);
void decode_q4_k(const std::byte* bytes, float* out, std::size_t cols);
void decode_q5_k(const std::byte* bytes, float* out, std::size_t cols);
void decode_q6_k(const std::byte* bytes, float* out, std::size_t cols);

/// Codes of these formats; see ReadCode.
WeightCode code_q2_k(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q2_k(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q3_k(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q3_k(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q4_k(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q4_k(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q5_k(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q5_k(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_q6_k(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_q6_k(const std::byte* bytes, std::size_t cols, RowCodes out);

}  // namespace bitlathe
