// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/forward/transformer.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// A profile that is not finished, between two blocks of a batch: what profile_activations() needs
/// to go on as if nothing had happened.
struct ActivationProgress {
    ActivationProfile profile;  ///< of what was seen so far, without the stamp of the text
    std::uint64_t batch = 0;    ///< its number
    ForwardState state;         ///< of the batch
    Buffer normed;  ///< the normed input of the last block, [tokens of the batch, embedding]
    /// The residual stream between blocks at the tokens that tell of spans, [blocks + 1][values].
    std::vector<std::vector<float>> streams;
};

}  // namespace bitlathe
