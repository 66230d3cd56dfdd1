// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// How much a block matters, by several measures that need not agree (docs/metrics.md). What cannot
/// be told is empty.
struct BlockImportance {
    std::uint32_t block = 0;
    /// - mean over tokens of cos(x, y), x and y the residual stream before and after the block;
    /// larger is more important (A. Dumitru et al., "Layer-Wise Quantization", 2024).
    std::optional<double> lim;
    /// The same between the normed inputs of this block and the next, as llama.cpp's relatives
    /// compute it from what an imatrix pass sees.
    std::optional<double> lim_postnorm;
    std::optional<double> block_influence;  ///< 1 + lim (X. Men et al., "ShortGPT", 2024)
    /// Mean of arccos(cos(x, y)) / pi (A. Gromov et al., "The Unreasonable Ineffectiveness of the
    /// Deeper Layers", 2024).
    std::optional<double> angular;
    std::optional<double> lim_attention, lim_mlp;  ///< of the halves
    std::optional<double> relative_norm;           ///< mean of |y - x| / |x|
    std::optional<double> added_cosine;            ///< mean of cos(y - x, x)
    std::optional<double> zd;        ///< of all its linears together; smaller is more important
    std::optional<double> kurtosis;  ///< of all weights of its linears together
    /// Mean share of the attention of later tokens that its heads spend on the first token.
    std::optional<double> sink_share;
    /// KL(model || model without it), nats a token, where it was measured (measure_skips()).
    std::optional<double> skip_kl;
};

/// One measure, by its name in files and on screen.
struct BlockMetric {
    std::string_view name;
    std::optional<double> BlockImportance::*value;
};
inline constexpr std::array kBlockMetrics = {
    BlockMetric{"lim", &BlockImportance::lim},
    BlockMetric{"lim_postnorm", &BlockImportance::lim_postnorm},
    BlockMetric{"block_influence", &BlockImportance::block_influence},
    BlockMetric{"angular", &BlockImportance::angular},
    BlockMetric{"lim_attention", &BlockImportance::lim_attention},
    BlockMetric{"lim_mlp", &BlockImportance::lim_mlp},
    BlockMetric{"relative_norm", &BlockImportance::relative_norm},
    BlockMetric{"added_cosine", &BlockImportance::added_cosine},
    BlockMetric{"zd", &BlockImportance::zd},
    BlockMetric{"kurtosis", &BlockImportance::kurtosis},
    BlockMetric{"sink_share", &BlockImportance::sink_share},
    BlockMetric{"skip_kl", &BlockImportance::skip_kl},
};

/// What the activations say; `zd`, `kurtosis` and `skip_kl` are left to who knows. `with_first`:
/// the first tokens of windows too, which as attention sinks bias cosines upward.
[[nodiscard]] std::vector<BlockImportance> block_importance(const ActivationProfile& profile,
                                                            bool with_first);

/// How far some consecutive blocks turn the stream together, 0..1: those that turn it least can be
/// left out with the least change (A. Gromov et al., 2024).
struct BlockSpan {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    std::optional<double> angular;
};
/// All spans of `count` blocks, by their first one; empty when the profile holds none.
[[nodiscard]] std::vector<BlockSpan> block_spans(const ActivationProfile& profile,
                                                 std::uint32_t count, bool with_first);
/// Of every number of blocks, from 1 to one less than all, the span that turns least.
[[nodiscard]] std::vector<BlockSpan> least_spans(const ActivationProfile& profile, bool with_first);

/// Spearman's rank correlation of the blocks that both know, equal values sharing their mean rank.
/// Nothing for fewer than 2, and where one does not vary.
[[nodiscard]] std::optional<double> rank_correlation(std::span<const std::optional<double>> a,
                                                     std::span<const std::optional<double>> b);

/// The column of a measure.
[[nodiscard]] std::vector<std::optional<double>> metric_values(
    std::span<const BlockImportance> blocks, const BlockMetric& metric);

}  // namespace bitlathe
