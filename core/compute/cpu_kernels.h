// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/compute/device.h"

namespace bitlathe {

/// Columns of a packed panel of weights: [k][32].
inline constexpr std::size_t kPanelCols = 32;
/// Rows of a packed panel of inputs: [k][12].
inline constexpr std::size_t kPanelRows = 12;
/// Inputs that are summed up in registers before they are added to the result: what a panel of
/// weights keeps in the nearest cache.
inline constexpr std::size_t kDepth = 256;

/// Weights in half the memory, for values that are exactly such numbers.
struct Bf16 {
    std::uint16_t bits;
};
struct F16 {
    std::uint16_t bits;
};

/// Weights as the codes that a file stores: weight j at depth k is codes[k * 32 + j] times
/// scales[k / 16 * 32 + j], plus the offset at the same place where there are offsets.
template <bool kOffsets>
struct CodedPanel {
    const std::int8_t* codes;
    const float* scales;
    const float* offsets;
};

/// Inputs of a product: the value of row r at depth k is at data[k * pitch + r]. A panel has a
/// pitch of 12; one row alone is read as it is, with a pitch of 1.
struct PanelInput {
    const float* data;
    std::size_t pitch;
};

/// Product of one panel of inputs and one of weights, over `depth` inputs: c[r * stride + j] (= or
/// +=) sum over k of x(r, k) * w[k * 32 + j], for r < rows <= 12 and j < cols <= 32. Every sum is
/// one chain in the order of k, whatever the number of rows and the type of the weights.
/// `depth` and what is before a coded panel are multiples of 16.
void multiply_panels(PanelInput x, const float* w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols);
void multiply_panels(PanelInput x, const Bf16* w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols);
void multiply_panels(PanelInput x, const F16* w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols);
void multiply_panels(PanelInput x, CodedPanel<false> w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols);
void multiply_panels(PanelInput x, CodedPanel<true> w, std::size_t depth, bool add, float* c,
                     std::size_t stride, std::size_t rows, std::size_t cols);

/// Values in half the memory; false, with `out` undefined, when one of them is no such number.
[[nodiscard]] bool narrow(const float* values, std::size_t count, Bf16* out);
[[nodiscard]] bool narrow(const float* values, std::size_t count, F16* out);

/// Packs `count` <= 32 rows of `cols` values into a panel [cols][32]; rows that are not there are
/// zero.
void pack_weights(const float* rows, std::size_t stride, std::size_t count, std::size_t cols,
                  float* panel);
/// Packs `count` <= 12 rows of `cols` values into a panel [cols][12].
void pack_inputs(const float* rows, std::size_t stride, std::size_t count, std::size_t cols,
                 float* panel);

/// In place: scores become probabilities. scores[i] = exp(f(scores[i] * scale) - max) / sum for
/// i < count, f the soft cap where it is not 0.
void softmax(float* scores, std::size_t count, float scale, float soft_cap);

/// y[i] = f(gate[i]) * up[i]; `up` null: f(gate[i]).
void activate_run(Activation f, const float* gate, const float* up, float* y, std::size_t count);

/// Sum of exp(x[i] - top), in double.
[[nodiscard]] double sum_exp(const float* x, std::size_t count, float top);
/// Sum of exp(p[i] - top) * (p[i] - q[i]), in double.
[[nodiscard]] double sum_exp_difference(const float* p, const float* q, std::size_t count,
                                        float top);
[[nodiscard]] float max_value(const float* x, std::size_t count);

}  // namespace bitlathe
