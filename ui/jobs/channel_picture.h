// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/profile/outliers/channel_map.h"
#include "ui/jobs/matrix_feed.h"

namespace bitlathe {

/// Channels (down) of all blocks (across) at one kind of place, ready for the matrix canvas.
struct ChannelPicture {
    ChannelMap map;  ///< its values are in the picture
    ChannelQuantity quantity = ChannelQuantity::kLargest;
    std::shared_ptr<const MatrixPicture> picture;
};

/// Blocking. Errors: kImpossible (the profile has no such place), kCancelled, kRefused (no memory).
[[nodiscard]] Result<ChannelPicture> make_channel_picture(const ActivationProfile& profile,
                                                          TapPoint point, ChannelQuantity quantity,
                                                          bool with_first,
                                                          const WorkContext& context);

}  // namespace bitlathe
