// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// A channel that is large in many blocks at the same kind of place.
struct OutlierFeature {
    TapPoint point = TapPoint::kAttnIn;
    std::uint32_t channel = 0;
    double layers_share = 0;  ///< of the blocks, where some token reaches the threshold
    double tokens_share = 0;  ///< of the tokens that reach it, mean over those blocks
    float max = 0;            ///< largest |x| in any block
    /// At a threshold that was not counted `tokens_share` is a lower bound and this an upper one;
    /// otherwise they are the same.
    double tokens_share_most = 0;
};

/// When a channel is an outlier feature: what LLM.int8() keeps in 16 bits (T. Dettmers et al.,
/// 2022).
struct FeatureCriterion {
    float threshold = 6;
    double layers_share = 0.25;
    double tokens_share = 0.06;
};

/// Features by falling share of layers, then of tokens. Experts of their own are left out: a token
/// sees few of them. At a threshold that was not counted those that may be features are listed: the
/// counted ones around it bound the tokens. Errors: kUsage (a threshold that is not above 0).
[[nodiscard]] Result<std::vector<OutlierFeature>> outlier_features(
    const ActivationProfile& profile, const FeatureCriterion& criterion, bool with_first);

/// Whether the profile counted values from this magnitude on.
[[nodiscard]] bool is_counted(const ActivationProfile& profile, float threshold);

/// One value of the residual stream after a block.
struct StreamOutlier {
    std::uint32_t block = 0;
    TopValue value;
    double ratio_to_median = 0;  ///< |value| / median |x| of that block's output
};

/// When a value is massive (M. Sun et al., "Massive Activations in Large Language Models", 2024).
struct MassiveCriterion {
    float least = 100;
    double ratio = 1000;
};

/// The largest values of every block's output, largest ratio first; of every channel of a block
/// only its largest, as one channel would fill the list.
[[nodiscard]] std::vector<StreamOutlier> stream_outliers(const ActivationProfile& profile,
                                                         bool with_first);
[[nodiscard]] bool is_massive(const StreamOutlier& outlier, const MassiveCriterion& criterion);

/// The figures of one place by which its care is judged.
struct TapSummary {
    TapId id;
    std::uint64_t tokens = 0;
    std::optional<double> kurtosis;  ///< of all values together
    float absmax = 0;
    std::optional<double> median, p99;    ///< of |x|
    std::optional<double> rms;            ///< of all values
    std::optional<double> channel_ratio;  ///< largest / median of the channels' absmax
    /// Share of the sum of squares in the 1 % of channels (at least one) with the most.
    std::optional<double> energy_top1pct;
};
[[nodiscard]] TapSummary summarise_tap(const TapProfile& tap, bool with_first);

}  // namespace bitlathe
