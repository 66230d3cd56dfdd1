// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/formats/codes.h"

namespace bitlathe {

/// The sixteen values of IQ4_NL and IQ4_XS, denser around zero (ggml, src/ggml-common.h).
inline constexpr std::int8_t kIq4Values[16] = {-127, -104, -83, -65, -49, -35, -22, -10,
                                               1,    13,   25,  38,  53,  69,  89,  113};

/// IQ4_NL: blocks of 32 with a float16 scale. IQ4_XS: super-blocks of 256 with a float16 scale and
/// eight 6-bit ones. Decoding is bit for bit ggml's.
void decode_iq4_nl(const std::byte* bytes, float* out, std::size_t cols);
void decode_iq4_xs(const std::byte* bytes, float* out, std::size_t cols);

/// Codes of these formats; see ReadCode.
WeightCode code_iq4_nl(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_iq4_nl(const std::byte* bytes, std::size_t cols, RowCodes out);
WeightCode code_iq4_xs(const std::byte* bytes, std::size_t cols, std::size_t col);
void row_codes_iq4_xs(const std::byte* bytes, std::size_t cols, RowCodes out);

}  // namespace bitlathe
