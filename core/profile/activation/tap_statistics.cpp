// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/tap_statistics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "core/profile/moments.h"

namespace bitlathe {
namespace {

constexpr std::uint32_t kBinsPerOctave = 64;
constexpr int kLowestExponent = -20;
constexpr std::uint32_t kFirstBin = kFirstMagnitude;
static_assert(kFirstBin == (127 + kLowestExponent) * kBinsPerOctave);
static_assert(1U << (23 - kMagnitudeShift) == kBinsPerOctave);

template <class T>
void add_each(std::vector<T>& to, const std::vector<T>& from) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(),
                   [](T a, T b) { return static_cast<T>(a + b); });
}

double total(const std::vector<double>& sums) {
    return std::accumulate(sums.begin(), sums.end(), 0.0);
}

}  // namespace

bool is_larger(const TopValue& a, const TopValue& b) {
    const float x = std::abs(a.value);
    const float y = std::abs(b.value);
    if (x != y) {
        return x > y;
    }
    return a.token != b.token ? a.token < b.token : a.channel < b.channel;
}

TapStatistics::TapStatistics(std::size_t channels, std::size_t thresholds)
    : sum(channels),
      sum2(channels),
      sum3(channels),
      sum4(channels),
      sum_abs(channels),
      absmax(channels),
      above(channels * thresholds),
      magnitudes(kMagnitudes) {}

void TapStatistics::add(const TapStatistics& other) {
    tokens += other.tokens;
    nonfinite += other.nonfinite;
    add_each(sum, other.sum);
    add_each(sum2, other.sum2);
    add_each(sum3, other.sum3);
    add_each(sum4, other.sum4);
    add_each(sum_abs, other.sum_abs);
    std::transform(absmax.begin(), absmax.end(), other.absmax.begin(), absmax.begin(),
                   [](float a, float b) { return std::max(a, b); });
    add_each(above, other.above);
    add_each(magnitudes, other.magnitudes);
    add_top(other.top);
}

void TapStatistics::add_top(const std::vector<TopValue>& values) {
    top.insert(top.end(), values.begin(), values.end());
    std::sort(top.begin(), top.end(), is_larger);
    top.resize(std::min(top.size(), kTop));
}

std::optional<double> TapStatistics::kurtosis() const {
    if (values() == 0) {
        return std::nullopt;
    }
    const Moments moments = central_moments(static_cast<double>(values()), 0,
                                            {total(sum), total(sum2), total(sum3), total(sum4)});
    const double result = moments.n * moments.m4 / (moments.m2 * moments.m2);
    return moments.m2 > 0 && std::isfinite(result) ? std::optional(result) : std::nullopt;
}

std::optional<double> TapStatistics::quantile(double share) const {
    const auto count = static_cast<double>(
        std::accumulate(magnitudes.begin(), magnitudes.end(), std::uint64_t{0}));
    if (count == 0) {
        return std::nullopt;
    }
    const double wanted = std::clamp(share, 0.0, 1.0) * count;
    double below = 0;
    for (std::size_t bin = 0; bin < magnitudes.size(); ++bin) {
        const auto here = static_cast<double>(magnitudes[bin]);
        if (here > 0 && below + here >= wanted) {
            const double begin = bin == 0 ? 0 : magnitude_edge(bin);
            // The last bin has no end but the largest value.
            const double end = std::min(bin + 1 == kMagnitudes ? INFINITY : magnitude_edge(bin + 1),
                                        double{largest()});
            const double part = (wanted - below) / here;
            return bin == 0 ? 0 : begin + std::max(0.0, end - begin) * part;
        }
        below += here;
    }
    return largest();
}

float TapStatistics::largest() const {
    return absmax.empty() ? 0.0F : *std::max_element(absmax.begin(), absmax.end());
}

std::size_t magnitude_bin(float magnitude) {
    const std::uint32_t code =
        (std::bit_cast<std::uint32_t>(magnitude) & 0x7FFFFFFFU) >> kMagnitudeShift;
    return code <= kFirstBin
               ? 0
               : std::min<std::size_t>(code - kFirstBin, TapStatistics::kMagnitudes - 1);
}

double magnitude_edge(std::size_t bin) {
    const auto octave = static_cast<int>(bin / kBinsPerOctave);
    const double part = static_cast<double>(bin % kBinsPerOctave) / kBinsPerOctave;
    return std::ldexp(1 + part, kLowestExponent + octave);
}

}  // namespace bitlathe
