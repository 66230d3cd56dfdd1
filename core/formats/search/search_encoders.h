// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace bitlathe {

// Encoders that look for the scales with the least weighted squared error sum_i w_i (x_i - x'_i)^2.
//
// The formats are two-level: a block of 256 is cut into sub-blocks of 16 or 32, each with a small
// integer scale s (and min m) times the float16 super-scales d (and dmin) of the block:
//     Q2_K Q4_K Q5_K           x' = d s q - dmin m
//     Q3_K Q6_K IQ4_XS         x' = d s q     (q a code, or an entry of a codebook)
// or one-level, blocks of 32 with float16 scales of their own (Q4_0 Q4_1 Q5_0 Q5_1 IQ4_NL).
//
// Search, for one sub-block: for a grid of trial scales round x to codes q. With the codes fixed
// the error is a quadratic in scale and min whose coefficients are S(w), S(wx), S(wxx), S(wq),
// S(wqq), S(wqx); its minimum solves a 2x2 system (min) or is S(wqx)/S(wqq) (no min), and the error
// there needs no second pass over the values. For the block:
//   1. take the best free scale and min of every sub-block;
//   2. choose d, then dmin, from a small range around (largest scale) / (largest integer), by the
//      quadratics above, with scales and mins rounded to integers: the largest scale need not use
//      the largest integer;
//   3. let every sub-block try its neighbouring integers with the codes rounded anew, refit d and
//      dmin by least squares over the block for these codes, repeat, and keep the best round.
// ggml's quantizers (ggml src/ggml-quants.c) do step 1 with one trial scale after another and
// rescale once; steps 2 and 3 are where the smaller error comes from.
//
// Weights w. With `importance` q_j: q_j sqrt(sigma2 + x^2), sigma2 = mean x^2 of the block (Q2_K),
// twice that (Q3_K Q4_K Q5_K IQ4_XS IQ4_NL) or mean x^2 of the row (Q4_0 Q4_1 Q5_0 Q5_1); q_j
// itself for Q6_K: the same as ggml's. Without: |x| + a rms (Q2_K Q4_K Q5_K) and x^2 + a mean x^2
// over the sub-block (the others), with `a` such that both ggml's weighted error and the plain one
// get less.
//
// Every function is pure and thread-safe and encodes one row of `cols` values, `cols` a multiple of
// the block; `out` receives exactly the bytes of the row. The bytes are the same on every
// instruction set: additions and multiplications are never fused and always in the same order.
// Values that are not finite count as 0. `importance` may be nullptr; entries that are negative or
// not finite count as 0, and a block without any positive entry is encoded as without importance.
// Super-scales are always finite: values too large for float16 saturate.

void encode_row_q2_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);
void encode_row_q3_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);
void encode_row_q4_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);
void encode_row_q5_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);
void encode_row_q6_k(const float* values, const float* importance, std::byte* out,
                     std::size_t cols);
void encode_row_iq4_nl(const float* values, const float* importance, std::byte* out,
                       std::size_t cols);
void encode_row_iq4_xs(const float* values, const float* importance, std::byte* out,
                       std::size_t cols);

/// One-level formats with importance (not nullptr); without, they have plain rounding rules.
void encode_row_q4_0_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols);
void encode_row_q4_1_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols);
void encode_row_q5_0_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols);
void encode_row_q5_1_weighted(const float* values, const float* importance, std::byte* out,
                              std::size_t cols);

}  // namespace bitlathe
