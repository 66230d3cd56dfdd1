// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/forward/taps.h"
#include "core/profile/activation/tap_accumulator.h"

namespace bitlathe {

/// Where the attention of one block goes: how much probability the tokens at a place in their
/// window get from the queries of all heads (the column sums of the attention matrices), as sums
/// over windows.
struct AttentionActivity {
    std::uint64_t windows = 0;
    std::uint64_t queries = 0;         ///< tokens that are not the first of their window
    std::vector<double> to_first;      ///< [heads] what these give to the first token
    std::vector<std::uint64_t> seen;   ///< [positions] windows that have a token there
    std::vector<double> received;      ///< [positions] by it, from all heads together
    std::vector<double> token_weight;  ///< [positions] of rsq_weights() of each window

    [[nodiscard]] std::size_t heads() const { return to_first.size(); }
    /// How much of its attention a head spends on the first token of the window, 0..1: an attention
    /// sink (G. Xiao et al., "Efficient Streaming Language Models with Attention Sinks", 2023). The
    /// first token itself, which sees nothing else, does not count. Nothing without queries.
    [[nodiscard]] std::optional<double> sink_share(std::size_t head) const;
    /// Of all heads together.
    [[nodiscard]] std::optional<double> sink_share() const;
    void add(const AttentionActivity& other);
};

/// Token weights by attention concentration (RSQ, Y. Sung et al., "RSQ: Learning from Important
/// Tokens Leads to Better Quantized LLMs", 2025): what each token of a window received, brought
/// to [r_min, 1] and scaled to a mean of 1. All 1 where it does not differ. The sink always gets
/// the largest one.
[[nodiscard]] std::vector<double> rsq_weights(std::span<const double> received, double r_min);
/// As the authors' program sets it.
inline constexpr double kRsqLeast = 0.005;

/// Adds whole windows. `places`: one a token of `sums`.
void accumulate_attention(const AttentionSums& sums, std::span<const TokenPlace> places,
                          AttentionActivity& activity);

/// What the router of one block chose, as sums over tokens.
struct RouterActivity {
    std::uint64_t tokens = 0;
    std::vector<std::uint64_t> chosen;  ///< [experts] tokens that were given to it
    std::vector<double> weight;         ///< [experts] of its share in their outputs

    /// Of all places that tokens were given, how many it had, 0..1 (phi of MC-MoE, W. Huang et al.,
    /// "MC-MoE: Mixture Compressor for Mixture-of-Experts LLMs Gains More", 2024).
    [[nodiscard]] std::optional<double> frequency(std::size_t expert) const;
    /// Of all weights together (w of MC-MoE), 0..1.
    [[nodiscard]] std::optional<double> weight_share(std::size_t expert) const;
    /// Of a token that was given to it; nothing when none was.
    [[nodiscard]] std::optional<double> mean_weight(std::size_t expert) const;
    void add(const RouterActivity& other);
};
void accumulate_router(const RouterChoices& choices, std::size_t experts, RouterActivity& activity);

}  // namespace bitlathe
