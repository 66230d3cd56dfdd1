// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/formats/codes.h"

namespace bitlathe {

/// 4-bit floats (E2M1: 0 .5 1 1.5 2 3 4 6 and their negatives) with small scales, in ggml's
/// layouts.
///
/// MXFP4 (OCP Microscaling Formats 1.0): blocks of 32 with a power of two, 2^(floor(log2(amax)) -
/// 2); larger magnitudes saturate at 6. NVFP4: blocks of 64, a UE4M3 scale amax / 6 per 16 elements
/// (from 2^-9 to 448; the factor of the whole tensor, where there is one, is a tensor of its own).
/// Ties go to the smaller magnitude. Decoders are bit for bit ggml's and encoders byte for byte,
/// except that the logarithm is exact here (float32 log2 rounds up just below a power of two).
/// Non-finite elements count as 0. `importance` is not looked at.
void decode_mxfp4(const std::byte* bytes, float* out, std::size_t cols);
void decode_nvfp4(const std::byte* bytes, float* out, std::size_t cols);

/// Codes of these formats; see ReadCode.
WeightCode code_mxfp4(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_mxfp4(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_nvfp4(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_nvfp4(const std::byte* bytes, std::size_t cols, RowCodes out);

void encode_mxfp4(const float* values, const float* importance, std::byte* out, std::size_t cols);
void encode_nvfp4(const float* values, const float* importance, std::byte* out, std::size_t cols);

}  // namespace bitlathe
