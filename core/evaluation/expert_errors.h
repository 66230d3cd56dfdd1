// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/forward/transformer.h"

namespace bitlathe {

/// What a change of one expert does to the output of its mixture.
struct ExpertError {
    std::uint32_t block = 0;
    std::uint32_t expert = 0;
    std::uint64_t tokens = 0;  ///< that were given to it; of few nothing follows
    double weight = 0;         ///< sum of the router's weights of these
    /// Sum over windows of |MoE(x) - MoE(x | this expert changed)|, Frobenius norms: epsilon of
    /// MC-MoE (W. Huang et al., 2024).
    double error = 0;
};

/// Runs every block of `model`, and once more with the experts of `changed`, which differs in the
/// weights of experts only, on the same input: experts of one block do not see each other, so that
/// one pass tells of all. Only experts that some token was given to. The same numbers for any
/// number of threads. Errors: those of the run, kUsage (no mixture, models of other shapes),
/// kCancelled.
[[nodiscard]] Result<std::vector<ExpertError>> measure_expert_errors(const Transformer& model,
                                                                     const Transformer& changed,
                                                                     const TokenBatch& text,
                                                                     const WorkContext& context);

/// The weights of a model with those of all experts rounded to a format. Errors: kImpossible (it
/// has no experts, or the format cannot hold their rows).
[[nodiscard]] Result<std::shared_ptr<const WeightSource>> rounded_experts(
    const std::shared_ptr<const Model>& model, FormatId format);

struct ExpertExponents {
    double frequency = 1, weight = 1.5, error = 2;  ///< alpha, beta, gamma as published
};
/// frequency^alpha x weight^beta x error^gamma, frequency and weight as shares of their block:
/// how much an expert should be spared. One a row of `errors`.
[[nodiscard]] std::vector<double> expert_importance(const std::vector<ExpertError>& errors,
                                                    const ExpertExponents& exponents);

}  // namespace bitlathe
