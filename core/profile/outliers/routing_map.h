// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// What a map of experts shows.
enum class RoutingQuantity : std::uint8_t {
    kTokens,       ///< share of the block's tokens that were given to the expert, 0..1
    kMeanWeight,   ///< RouterActivity::mean_weight(); NaN where no token was given to it
    kWeightShare,  ///< RouterActivity::weight_share(), 0..1
    kError,        ///< measured: ExpertError::error
    kImportance,   ///< measured: expert_importance()
};

/// What the routers of a mixture chose: experts down, blocks across.
struct RoutingMap {
    std::vector<std::uint32_t> blocks;  ///< those with a router that saw tokens, rising
    std::uint64_t experts = 0;          ///< of the block with the most
    std::vector<float> values;          ///< [experts, blocks]; NaN: a block has fewer experts
};
/// Without blocks where the model has no routers, or the profile does not know them (projects of
/// the first versions).
/// Quantities that are measured stay unknown.
[[nodiscard]] RoutingMap routing_map(const ActivationProfile& profile, RoutingQuantity quantity);

/// What was measured of one expert.
struct ExpertValue {
    std::uint32_t block = 0, expert = 0;
    double value = 0;
};
/// The same map with what was measured; NaN: an expert that was not.
[[nodiscard]] RoutingMap routing_map(const ActivationProfile& profile,
                                     std::span<const ExpertValue> measured);

/// How evenly the router of one block chooses.
struct RoutingBalance {
    std::uint32_t block = 0;
    std::uint64_t tokens = 0;
    std::size_t experts = 0;
    double per_token = 0;  ///< experts that a token was given to
    /// Of the shares of all choices that experts had, over that of an even choice, 0..1: 1 is even,
    /// 0 is always the same one.
    double entropy = 0;
    double effective = 0;         ///< so many experts, chosen evenly, have the same entropy
    std::uint32_t most_used = 0;  ///< of equal ones the first
    double most_share = 0;        ///< of the tokens that were given to it, 0..1
    double most_ratio = 0;        ///< to an even choice
    std::size_t unused = 0;       ///< experts that no token was given to
};
/// One row for every block of routing_map().
[[nodiscard]] std::vector<RoutingBalance> routing_balance(const ActivationProfile& profile);

}  // namespace bitlathe
