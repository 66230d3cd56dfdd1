// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/forward/transformer.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

struct ActivationRequest {
    /// Counted per channel: how many tokens reach them.
    std::vector<float> thresholds = {2, 3, 4, 5, 6, 8, 10, 20};
    /// Memory for the activations of the tokens that go through the model together.
    std::uint64_t activation_bytes = std::uint64_t{256} << 20;
};

/// One pass of a text through a model. Windows go through it in batches of bounded memory; the
/// numbers are the same for any number of threads. Of the text's stamp, path and hash are left to
/// the caller. Errors: those of the run, kUsage (thresholds that do not rise, no tokens),
/// kCancelled.
[[nodiscard]] Result<ActivationProfile> profile_activations(const Transformer& model,
                                                            const TokenBatch& text,
                                                            const ActivationRequest& request,
                                                            const WorkContext& context);

}  // namespace bitlathe
