// SPDX-License-Identifier: GPL-3.0-or-later
// The plain loops beside the kernels.
#include <algorithm>
#include <bit>
#include <limits>

#include "core/compute/cpu_kernels.h"

namespace bitlathe {

void pack_weights(const float* rows, std::size_t stride, std::size_t count, std::size_t cols,
                  float* panel) {
    // Sixteen inputs of every row at a time: their lines stay in the nearest cache.
    constexpr std::size_t kStrip = 16;
    for (std::size_t first = 0; first < cols; first += kStrip) {
        const std::size_t last = std::min(cols, first + kStrip);
        for (std::size_t j = 0; j < kPanelCols; ++j) {
            for (std::size_t k = first; k < last; ++k) {
                panel[k * kPanelCols + j] = j < count ? rows[j * stride + k] : 0.0F;
            }
        }
    }
}

void pack_inputs(const float* rows, std::size_t stride, std::size_t count, std::size_t cols,
                 float* panel) {
    for (std::size_t r = 0; r < kPanelRows; ++r) {
        for (std::size_t k = 0; k < cols; ++k) {
            panel[k * kPanelRows + r] = r < count ? rows[r * stride + k] : 0.0F;
        }
    }
}

bool narrow(const float* values, std::size_t count, Bf16* out) {
    constexpr std::uint32_t kLost = 0xFFFF;
    std::uint32_t lost = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint32_t>(values[i]);
        lost |= bits & kLost;
        out[i].bits = static_cast<std::uint16_t>(bits >> 16);
    }
    return lost == 0;
}

float max_value(const float* x, std::size_t count) {
    float top = -std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < count; ++i) {
        top = std::max(top, x[i]);
    }
    return top;
}

}  // namespace bitlathe
