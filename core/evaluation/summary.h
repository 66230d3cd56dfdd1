// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace bitlathe {

/// What was measured at one scored token.
struct TokenScore {
    std::uint32_t window = 0;    ///< number of the window in the text
    std::uint32_t position = 0;  ///< of the token in its window
    std::uint32_t id = 0;
    double nll = 0;  ///< -log of its probability, nats
    /// Against a reference: divergence of its distribution from the reference's in nats, and the
    /// reference's own nll. Nothing without one.
    std::optional<double> kl = {};
    std::optional<double> reference_nll = {};
    std::optional<bool> same_top = {};  ///< whether both find the same token most probable
};

/// Whether every number is there and finite, those against a reference only when there was one.
[[nodiscard]] bool is_complete(const TokenScore& score, bool compared);

/// exp of the mean nll, with the standard error that follows from that of the mean.
struct Perplexity {
    double value = 0;
    double error = 0;
    double mean_nll = 0;
    double mean_nll_error = 0;
    std::uint64_t tokens = 0;
};
/// At least one score.
[[nodiscard]] Perplexity perplexity(std::span<const TokenScore> scores);

/// Divergence from a reference over all scored tokens, nats.
struct KlSummary {
    double mean = 0, error = 0, median = 0, p90 = 0, p99 = 0, p999 = 0, max = 0, min = 0;
    double rms_dp = 0;  ///< root of the mean squared change of the right token's probability, 0..1
    double same_top = 0;  ///< share of tokens with the same most probable successor, 0..1
};
/// Nothing when the scores have no reference.
[[nodiscard]] std::optional<KlSummary> kl_summary(std::span<const TokenScore> scores);

/// In ascending order. A model whose values overflow gives NaN, which has no order by itself: it
/// stands at the ends, by its sign.
void sort_values(std::vector<double>& values);

/// Value below which a share of the sorted values lies, with interpolation. Not empty.
[[nodiscard]] double quantile(std::span<const double> sorted, double share);

/// Mean and standard error of b - a, token by token: much tighter than the difference of two means.
struct PairedDifference {
    double nll = 0, nll_error = 0;
    std::optional<double> kl = {}, kl_error = {};
    std::uint64_t tokens = 0;
};
/// Nothing when both are not scores of the same tokens.
[[nodiscard]] std::optional<PairedDifference> paired_difference(std::span<const TokenScore> a,
                                                                std::span<const TokenScore> b);

}  // namespace bitlathe
