// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/forward/transformer.h"
#include "core/profile/activation/activation_progress.h"

namespace bitlathe {

struct ActivationRequest {
    /// Counted per channel: how many tokens reach them.
    std::vector<float> thresholds = {2, 3, 4, 5, 6, 8, 10, 20};
    /// Memory for the activations of the tokens that go through the model together.
    std::uint64_t activation_bytes = std::uint64_t{256} << 20;
    /// Memory for the residual stream between all blocks, of as many tokens as fit in it.
    std::uint64_t span_bytes = std::uint64_t{64} << 20;
    /// Where Gram matrices are made, and memory for all of them together.
    std::vector<TapPoint> gram_points = {};
    std::uint64_t gram_bytes = std::uint64_t{2} << 30;
    /// Called between two blocks, not more often than `save_every`, with all that is needed to go
    /// on from there; an error ends the work. Empty: nothing is saved.
    std::function<Status(const ActivationProgress&)> save = {};
    std::chrono::steady_clock::duration save_every = std::chrono::seconds(30);
    /// Where to go on: a progress that was saved for the same model, text and request. The numbers
    /// are those of a pass that was never interrupted.
    const ActivationProgress* resume = nullptr;
};

/// Identifies a pass: equal where a progress of one can be the other's.
[[nodiscard]] std::string profile_key(const Transformer& model, const TokenBatch& text,
                                      const ActivationRequest& request);

/// TextStamp::ids of the tokens of a batch.
[[nodiscard]] std::string stamp_of_ids(std::span<const std::uint32_t> ids);

/// One pass of a text through a model. Windows go through it in batches of bounded memory; the
/// numbers are the same for any number of threads. Of the text's stamp, path and hash are left to
/// the caller. Errors: those of the run, kUsage (thresholds that do not rise, no tokens),
/// kRefused (a progress of something else), kImpossible (Gram matrices beyond their memory),
/// kCancelled.
[[nodiscard]] Result<ActivationProfile> profile_activations(const Transformer& model,
                                                            const TokenBatch& text,
                                                            const ActivationRequest& request,
                                                            const WorkContext& context);

}  // namespace bitlathe
