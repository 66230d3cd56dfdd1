// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace bitlathe {

// What the collectors of activations do with every value. The same bits on every instruction set:
// lanes are channels or a fixed number of them, and nothing is contracted.

/// Channels, and at most so many rows of them, that are read together and stay in the nearest
/// cache while everything is made of them.
inline constexpr std::size_t kGroupChannels = 8;
inline constexpr std::size_t kGroupRows = 32;

/// Some rows of eight channels, values that are no finite number and channels that are not there
/// as 0.
struct ActivationGroup {
    alignas(64) std::array<float, kGroupRows * kGroupChannels> values{};
    std::size_t rows = 0;
    std::size_t channels = 0;
    std::uint64_t nonfinite = 0;
    alignas(32) std::array<float, kGroupChannels> absmax{};  ///< of each channel
    float largest = 0;                                       ///< of all of them
};

/// Sums of eight channels over rows, in the order of the rows.
struct ChannelSums {
    alignas(64) std::array<double, kGroupChannels> sum{}, sum2{}, sum3{}, sum4{}, sum_abs{};
};

/// Takes rows [0, rows) of `channels` <= 8 channels from `from`, rows `stride` values apart.
void gather_group(const float* from, std::size_t stride, std::size_t rows, std::size_t channels,
                  ActivationGroup& group);
void add_sums(const ActivationGroup& group, ChannelSums& sums);
/// Counts every value in its bin of TapStatistics::magnitudes; 32 bits are enough for 2^24 groups.
void count_magnitudes(const ActivationGroup& group, std::uint32_t* magnitudes);
/// Adds the rows with |x| >= threshold of each channel.
void count_above(const ActivationGroup& group, float threshold,
                 std::array<std::uint32_t, kGroupChannels>& counts);

/// Sums over two vectors x and y: of x^2, y^2, x y and (y - x)^2, in float64 and eight lanes.
struct VectorProducts {
    double xx = 0, yy = 0, xy = 0, dd = 0;
};
[[nodiscard]] VectorProducts vector_products(const float* x, const float* y, std::size_t count);
/// The sum of x y alone.
[[nodiscard]] double dot_product(const float* x, const float* y, std::size_t count);

}  // namespace bitlathe
