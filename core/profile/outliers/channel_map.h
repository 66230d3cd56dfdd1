// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// What the channels of one place of a block did. Experts of a mixture are taken together: a token
/// counts once for each that it went to.
struct ChannelFigures {
    std::uint64_t tokens = 0;
    std::vector<float> largest;  ///< |x|, by channel
    std::vector<float> mean;     ///< of |x|, by channel; 0 without tokens
    double median_of_largest = 0;
};
/// Nothing where the profile has no such place.
[[nodiscard]] std::optional<ChannelFigures> channel_figures(const ActivationProfile& profile,
                                                            std::uint32_t block, TapPoint point,
                                                            bool with_first);

/// What a map of channels shows.
enum class ChannelQuantity : std::uint8_t {
    kLargest,  ///< largest |x|
    kRatio,    ///< that over the median of the block's channels; 0 where that is 0
    kMean,     ///< mean |x|
};

/// One kind of place in all blocks: channels down, blocks across.
struct ChannelMap {
    TapPoint point = TapPoint::kResidOut;
    std::vector<std::uint32_t> blocks;  ///< those that have the place, rising
    std::uint64_t channels = 0;         ///< of the widest
    std::vector<float> values;          ///< [channels, blocks]; NaN: a block has fewer channels
    std::vector<double> medians;        ///< by place in `blocks`, of the channels' largest |x|
};
/// Without blocks where the profile has no such place.
[[nodiscard]] ChannelMap channel_map(const ActivationProfile& profile, TapPoint point,
                                     ChannelQuantity quantity, bool with_first);

}  // namespace bitlathe
