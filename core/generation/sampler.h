// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/generation/generate.h"

namespace bitlathe {

/// What a sampler may choose; see GenerateRequest.
struct SamplerOptions {
    double temperature = 0;  ///< 0: the most probable one. Otherwise finite and above 0
    std::size_t top_k = 0;   ///< 0: no limit
    double top_p = 1;        ///< in (0, 1]
};

/// Chooses tokens from logits. The same choices for the same seed, on any machine that computes the
/// same logits. Limits come before the temperature, in the order of llama.cpp: top-k (Fan et al.
/// 2018), then top-p (Holtzman et al. 2020).
class Sampler {
public:
    Sampler(const SamplerOptions& options, std::uint64_t seed) : options_(options), state_(seed) {}
    /// Of logits that are finite, at least one.
    [[nodiscard]] std::uint32_t next(std::span<const float> logits);

private:
    /// Uniform in [0, 1).
    double uniform();
    /// One of `candidates`, by their probabilities at the temperature.
    std::uint32_t draw(std::span<const float> logits, std::span<const std::uint32_t> candidates);
    SamplerOptions options_;
    std::uint64_t state_;
};

/// Ids of the tokens that top_k and top_p leave, most probable first, of equal ones the lower id.
[[nodiscard]] std::vector<std::uint32_t> candidates(std::span<const float> logits,
                                                    const SamplerOptions& options);

/// log of the sum of exp(logit).
[[nodiscard]] double log_sum_exp(std::span<const float> logits);

/// The `count` largest logits as log-probabilities, largest first, of equal ones the lower id.
[[nodiscard]] std::vector<TokenChance> top_chances(std::span<const float> logits, double log_sum,
                                                   std::size_t count);

}  // namespace bitlathe
