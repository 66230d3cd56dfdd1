// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/evaluation/evaluate.h"

namespace bitlathe {

/// Two of the compared ones: how much more nats a token `b` needs than `a`, over the same tokens.
struct ComparedPair {
    std::size_t a = 0;
    std::size_t b = 0;
    PairedDifference difference;
};

/// Several versions of one model, measured on the same tokens.
struct Comparison {
    std::vector<TokenScore> original_scores;  ///< of the model as it is: id and nll
    Perplexity original;
    std::vector<Evaluation> versions;           ///< with the divergence from the original
    std::vector<PairedDifference> differences;  ///< of every version from the original
    std::vector<ComparedPair> pairs;            ///< every two versions, a < b
};

/// Runs every version (weights of plans: PlannedWeights) and the model itself over the windows. The
/// same numbers for any number of threads. Errors: kUsage (no version, no window), those of
/// Transformer::create() and evaluate().
[[nodiscard]] Result<Comparison> compare_versions(
    std::shared_ptr<const Model> model,
    std::span<const std::shared_ptr<const WeightSource>> versions,
    std::span<const ScoredWindow> windows, const WorkContext& context);

}  // namespace bitlathe
