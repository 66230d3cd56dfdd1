// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/generation/generate.h"

namespace bitlathe {

/// Chooses tokens from logits. The same choices for the same seed, on any machine that computes the
/// same logits.
class Sampler {
public:
    /// `temperature` 0: the most probable one. Otherwise finite and above 0.
    Sampler(double temperature, std::uint64_t seed) : temperature_(temperature), state_(seed) {}
    /// Of logits that are finite, at least one.
    [[nodiscard]] std::uint32_t next(std::span<const float> logits);

private:
    /// Uniform in [0, 1).
    double uniform();
    double temperature_;
    std::uint64_t state_;
};

/// log of the sum of exp(logit).
[[nodiscard]] double log_sum_exp(std::span<const float> logits);

/// The `count` largest logits as log-probabilities, largest first, of equal ones the lower id.
[[nodiscard]] std::vector<TokenChance> top_chances(std::span<const float> logits, double log_sum,
                                                   std::size_t count);

}  // namespace bitlathe
