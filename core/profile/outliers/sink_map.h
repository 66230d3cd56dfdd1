// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// How much of their attention the queries of every head give to the first token of their window
/// (AttentionActivity::sink_share()): heads down, blocks across.
struct SinkMap {
    std::vector<std::uint32_t> blocks;   ///< those whose attention was seen, rising
    std::uint64_t heads = 0;             ///< of the block with the most
    std::vector<float> shares;           ///< [heads, blocks], 0..1; NaN: a block has fewer heads
    std::vector<std::uint64_t> queries;  ///< by place in `blocks`
};
/// Without blocks where the profile has no attention: projects of the first versions, and texts
/// whose windows are of one token.
[[nodiscard]] SinkMap sink_map(const ActivationProfile& profile);

/// Heads of all blocks together.
[[nodiscard]] std::size_t known_heads(const SinkMap& map);
/// How many of them give the first token more than `share`: those whose sink it is by the criterion
/// of X. Gu et al., "When Attention Sink Emerges in Language Models", 2024, who take .3.
[[nodiscard]] std::size_t heads_above(const SinkMap& map, double share);
inline constexpr double kSinkShare = 0.3;

/// What the token at one place of a window receives from all heads of a block, as means over the
/// windows that reach there. What queries give to their own token counts.
struct AttentionPlace {
    std::uint32_t block = 0;
    std::uint32_t position = 0;  ///< in the window
    std::uint64_t windows = 0;   ///< that have a token there
    double received = 0;         ///< a head and window; a query has 1 to give
    double share = 0;            ///< of what the queries at and after the place have to give, 0..1
    double ratio = 0;            ///< to what it is when every query gives as much to all it sees
    double weight = 0;           ///< rsq_weights(); 1 is that of a mean token of its window
};
/// Places of all blocks that receive most, at most `count`; equal ones by block and position.
/// Queries are taken to see all tokens before them, whatever window the block's attention has.
[[nodiscard]] std::vector<AttentionPlace> attention_places(const ActivationProfile& profile,
                                                           std::size_t count);

}  // namespace bitlathe
