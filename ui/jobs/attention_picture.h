// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/profile/outliers/sink_map.h"
#include "ui/jobs/matrix_feed.h"

namespace bitlathe {

/// Where attention goes: heads (down) of all blocks (across) by what they give to the first token,
/// ready for the matrix canvas, and the places of a window that receive most.
struct AttentionPicture {
    SinkMap map;
    std::vector<AttentionPlace> places;            ///< at most kMostPlaces
    std::shared_ptr<const MatrixPicture> picture;  ///< null: the profile has no attention
    static constexpr std::size_t kMostPlaces = 1000;
};

/// Blocking. Errors: kCancelled, kRefused (no memory).
[[nodiscard]] Result<AttentionPicture> make_attention_picture(const ActivationProfile& profile,
                                                              const WorkContext& context);

}  // namespace bitlathe
