// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

// Scales s of input channels: W diag(s) and x / s put out the same and are another pair to
// quantize.

/// SmoothQuant (G. Xiao et al., 2023): max|x_j|^alpha / max_r|W_rj|^(1 - alpha), both maxima at
/// least 1e-5. `weight_max`: over the rows of all linears that read the channels.
[[nodiscard]] std::vector<double> smooth_scales(std::span<const float> input_max,
                                                std::span<const float> weight_max, double alpha);

/// AWQ (J. Lin et al., 2024): (mean|x_j|)^alpha, at least 1e-4, divided by the root of the largest
/// times the smallest.
[[nodiscard]] std::vector<double> awq_scales(std::span<const float> mean_abs, double alpha);

struct AwqChoice {
    double alpha = 0;
    double loss = 0;  ///< with these scales
    std::vector<double> scales;
};
/// Tries alpha = .05, .1, ... .95 and keeps the best: the loss has several valleys. `plain`: the
/// loss without scales, which is that of alpha 0; it stays where none is better. `loss`: of
/// quantizing with these scales.
[[nodiscard]] Result<AwqChoice> awq_search(
    std::span<const float> mean_abs, double plain,
    const std::function<Result<double>(std::span<const double> scales)>& loss);

/// A channel whose inputs are large on average.
struct SalientChannel {
    std::uint32_t channel = 0;
    double mean_abs = 0;
    double ratio_to_median = 0;  ///< of the channels' means
};
/// The `share` of channels (at least one) with the largest mean|x|: those that AWQ protects.
[[nodiscard]] std::vector<SalientChannel> salient_channels(const TapStatistics& statistics,
                                                           double share);

}  // namespace bitlathe
