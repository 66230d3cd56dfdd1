// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/forward/transformer.h"

namespace bitlathe {

/// What leaving out one block does to a model's predictions: measured, not estimated.
struct SkipEffect {
    std::uint32_t block = 0;
    /// Mean over tokens of the divergence KL(model || model without the block), nats, and its
    /// standard error.
    double kl = 0;
    double kl_error = 0;
    /// Mean over tokens of how much less is thought of the token that comes, nats, with the
    /// standard error of the differences. May be below 0.
    double nll = 0;
    double nll_error = 0;
    bool operator==(const SkipEffect&) const = default;
};

struct SkipMeasurement {
    std::uint64_t tokens = 0;  ///< that were predicted: all but the last of every window
    double mean_nll = 0;       ///< of the whole model, nats
    std::vector<SkipEffect> blocks;
};

/// Runs the model once as it is and once without each block; blocks before the one that is left out
/// are run once for all. About half as many passes as there are blocks, and as many heads. The same
/// numbers for any number of threads. Errors: those of the run, kUsage (windows of less than two
/// tokens), kCancelled.
[[nodiscard]] Result<SkipMeasurement> measure_skips(const Transformer& model,
                                                    const TokenBatch& text,
                                                    const WorkContext& context);

}  // namespace bitlathe
