// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace bitlathe {

/// Sums over one chunk of finite or other float32 values. The same bits on every instruction set:
/// value i always goes to lane i mod 8, and lanes are added in a fixed order.
struct ChunkSums {
    std::array<double, 4> powers{};  ///< of (x - shift)^k, k = 1 .. 4
    float min = 0;
    float max = 0;
    std::uint64_t zeros = 0;
    bool finite = true;  ///< otherwise nothing else here means anything
};

/// `count` > 0 values; `shift` is one of them or lies between two of them.
[[nodiscard]] ChunkSums sum_chunk(const float* values, std::size_t count, float shift);

/// How weights become keys of 8 bits that tell both their bin and their exponent.
///
/// Bin and binary exponent both grow with the magnitude, so their sum grows wherever one of them
/// does and names the pair. Bit 7 is the sign. Exponents below `lowest_exponent` share key 0 with
/// zero.
struct KeyScale {
    double per_positive = 0;  ///< half the bins / absmax, a little more
    double per_negative = 0;  ///< minus half the bins / absmax, a little less
    float steps = 0;          ///< the same, as near as float32 has it
    float doubt = 0;          ///< how far from the truth weight x steps may be
    std::int32_t lowest_exponent = 0;
    float far_above = 0;  ///< weights from here on have a z-score above 1
};

/// Writes the keys of `count` finite values; returns how many are far above the mean.
[[nodiscard]] std::uint64_t make_keys(const float* values, std::size_t count, const KeyScale& scale,
                                      std::uint8_t* keys);

}  // namespace bitlathe
