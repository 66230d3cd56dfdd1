// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>

#include "core/profile/matrix_picture.h"

namespace bitlathe {
namespace {

constexpr double kFewestDecades = 1;
constexpr double kMostDecades = 6;
constexpr double kSmallShare = 0.01;

}  // namespace

MatrixScale MatrixScale::linear(bool magnitudes, float high) {
    MatrixScale scale;
    scale.magnitudes_ = magnitudes;
    scale.high_ = high;
    return scale;
}

MatrixScale MatrixScale::logarithmic(bool magnitudes, float low, float high) {
    MatrixScale scale = linear(magnitudes, high);
    scale.low_ = low;
    return scale;
}

MatrixScale MatrixScale::clipped(const MatrixStatistics& statistics, bool magnitudes, double share,
                                 bool logarithmic) {
    float high = statistics.magnitude_below(share);
    // Mostly zeros: the few others are what there is to see.
    if (high <= 0) high = statistics.nonzero_magnitude_below(share);
    if (!logarithmic || high <= 0) return linear(magnitudes, high);
    const double low = std::clamp<double>(statistics.nonzero_magnitude_below(kSmallShare),
                                          high * std::pow(10.0, -kMostDecades),
                                          high * std::pow(10.0, -kFewestDecades));
    const auto narrowed = static_cast<float>(low);
    return narrowed > 0 ? MatrixScale::logarithmic(magnitudes, narrowed, high)
                        : linear(magnitudes, high);
}

double MatrixScale::position(double value) const {
    const double middle = magnitudes_ ? 0 : 0.5;
    const double magnitude = std::fabs(value);
    if (!(high_ > 0) || magnitude == 0) return middle;
    double share = magnitude / high_;
    if (low_ > 0) {
        share = std::log(magnitude / low_) / std::log(static_cast<double>(high_) / low_);
    }
    share = std::clamp(share, 0.0, 1.0);
    if (magnitudes_) return share;
    return value < 0 ? 0.5 - 0.5 * share : 0.5 + 0.5 * share;
}

double MatrixScale::value_at(double position) const {
    const double share = magnitudes_ ? position : 2 * position - 1;
    const double magnitude = std::fabs(share);
    if (low_ <= 0) return share * high_;
    const double value = low_ * std::pow(static_cast<double>(high_) / low_, magnitude);
    return share < 0 ? -value : value;
}

MatrixColours::MatrixColours(const MatrixScale& scale, const MatrixPalette& palette)
    : step_of_key_(std::size_t{2} << (32 - kShift)) {
    constexpr std::uint32_t kHalf = 1U << (kShift - 2);
    constexpr auto kLast = static_cast<double>(MatrixPalette::kSteps - 1);
    std::copy(palette.steps.begin(), palette.steps.end(), colours_.begin());
    colours_.back() = palette.nonfinite;
    for (std::size_t i = 0; i < step_of_key_.size(); ++i) {
        const auto magnitude = static_cast<std::uint32_t>(i >> 1) << (kShift - 1);
        // The middle of the magnitudes that share an entry, but zero stays zero.
        const float value = std::bit_cast<float>(magnitude == 0 ? 0 : magnitude | kHalf);
        const double signed_value = (i & 1U) != 0 ? -value : value;
        step_of_key_[i] =
            std::isfinite(value)
                ? static_cast<std::uint8_t>(std::lround(scale.position(signed_value) * kLast))
                : static_cast<std::uint8_t>(MatrixPalette::kSteps);
    }
}

}  // namespace bitlathe
