// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace bitlathe {

/// One value and where it was seen.
struct TopValue {
    float value = 0;
    std::uint32_t channel = 0;
    std::uint64_t token = 0;     ///< index in all tokens of the profile
    std::uint32_t position = 0;  ///< of the token in its window
    std::uint32_t id = 0;        ///< of the token
    bool operator==(const TopValue&) const = default;
};
/// Larger magnitude first; of equal ones the earlier token, then the lower channel: a total order,
/// so that what is kept does not depend on who saw it first.
[[nodiscard]] bool is_larger(const TopValue& a, const TopValue& b);

/// What was seen at one place for some tokens. Values that are no finite number are counted, and
/// taken as 0 everywhere else. All sums are over tokens, one per channel, in float64.
struct TapStatistics {
    static constexpr std::size_t kTop = 16;
    /// Bins of |x|: 64 an octave from 2^-20 to 2^12. The first one also holds what is smaller, the
    /// last one what is larger.
    static constexpr std::size_t kMagnitudes = 2048;

    std::uint64_t tokens = 0;
    std::uint64_t nonfinite = 0;
    std::vector<double> sum, sum2, sum3, sum4, sum_abs;  ///< of x, x^2, x^3, x^4, |x|
    std::vector<float> absmax;
    std::vector<std::uint32_t> above;       ///< [channels, thresholds] tokens with |x| >= threshold
    std::vector<std::uint64_t> magnitudes;  ///< [kMagnitudes]
    std::vector<TopValue> top;              ///< at most kTop, largest first

    TapStatistics() = default;
    TapStatistics(std::size_t channels, std::size_t thresholds);

    [[nodiscard]] std::size_t channels() const { return sum.size(); }
    [[nodiscard]] std::uint64_t values() const { return tokens * channels(); }
    /// Adds what was seen for other tokens at the same place. Exact in counts and extremes; the
    /// same bits whenever it is done in the same order.
    void add(const TapStatistics& other);
    /// Keeps the largest of `top` and these.
    void add_top(const std::vector<TopValue>& values);

    /// m4 / m2^2 of all values together (a Gaussian has 3); nothing when they do not vary.
    [[nodiscard]] std::optional<double> kurtosis() const;
    /// Magnitude that a share (0..1) of the values do not exceed, interpolated inside a bin: right
    /// to 1 %. Nothing without values, and 0 where it is below 2^-20.
    [[nodiscard]] std::optional<double> quantile(double share) const;
    [[nodiscard]] float largest() const;  ///< max |x|
};

/// What is left of a float32 magnitude after this shift, its exponent and as many bits of the
/// mantissa as tell the bins of an octave apart, less this, is its bin.
inline constexpr int kMagnitudeShift = 17;
inline constexpr std::int32_t kFirstMagnitude = (127 - 20) * 64;
/// The bin of a finite magnitude, and where a bin begins (bin kMagnitudes: where the last one
/// ends).
[[nodiscard]] std::size_t magnitude_bin(float magnitude);
[[nodiscard]] double magnitude_edge(std::size_t bin);

}  // namespace bitlathe
