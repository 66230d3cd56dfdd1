// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "core/formats/numbers.h"

namespace bitlathe::search {

/// Sub-blocks searched side by side. A vector of any width holds some of these lanes, and no lane
/// ever looks at another, so the width of the machine's vectors cannot change a result.
inline constexpr std::size_t kTileLanes = 16;
/// Longest sub-block of any format.
inline constexpr std::size_t kTileDepth = 32;

/// Sixteen sub-blocks, one per lane: element i of sub-block j is x[i][j], its weight w[i][j].
/// The values of a block are scaled by a power of two to a magnitude below 2 (so that no square
/// overflows, and 2^k times the input gives the same codes), its importance likewise.
struct SearchTile {
    /// Lanes in use; those behind hold copies of some of them and are not searched.
    std::size_t lanes = kTileLanes;
    alignas(64) float x[kTileDepth][kTileLanes];
    alignas(64) float w[kTileDepth][kTileLanes];
    alignas(64) float importance[kTileDepth][kTileLanes];
    alignas(64) float sigma2[kTileLanes];          ///< of the weights with importance
    alignas(64) float has_importance[kTileLanes];  ///< 1 or 0
};

/// The codes of a tile in the same arrangement, each in 0 .. 63.
struct TileCodes {
    alignas(64) std::uint8_t q[kTileDepth][kTileLanes];
};

[[nodiscard]] inline std::uint32_t float_bits(float value) {
    return std::bit_cast<std::uint32_t>(value);
}

/// 2^exponent, -126 <= exponent <= 127.
[[nodiscard]] inline float power_of_two(int exponent) {
    return std::bit_cast<float>(static_cast<std::uint32_t>(exponent + 127) << 23);
}

inline constexpr std::uint32_t kInfinityBits = 0x7F800000U;

/// Exponent to scale a block by whose largest magnitude has these bits.
[[nodiscard]] inline int block_exponent(std::uint32_t magnitude_bits) {
    const int exponent = static_cast<int>(magnitude_bits >> 23) - 127;
    return exponent < -100 ? -100 : exponent > 126 ? 126 : exponent;
}

/// A float16 scale of a block that was scaled by 2^-exponent: the bits for the file, and the value
/// they have in the scaled block.
struct BlockScale {
    std::uint16_t bits = 0;
    float value = 0;
};

/// Rounds a scale of the scaled block to what the file can hold; never to infinity or NaN.
[[nodiscard]] inline BlockScale round_scale(float value, int exponent) {
    BlockScale scale;
    scale.bits = half_of_float(finite_scale(value * power_of_two(exponent)));
    scale.value = float_of_half(scale.bits) * power_of_two(-exponent);
    return scale;
}

}  // namespace bitlathe::search
