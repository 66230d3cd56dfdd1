// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/routing_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace bitlathe {
namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::uint64_t choices_of(const RouterActivity& router) {
    return std::accumulate(router.chosen.begin(), router.chosen.end(), std::uint64_t{0});
}

std::vector<std::uint32_t> routed_blocks(const ActivationProfile& profile) {
    std::vector<std::uint32_t> blocks;
    for (std::uint32_t b = 0; b < profile.blocks.size(); ++b) {
        const RouterActivity& router = profile.blocks[b].router;
        if (router.tokens > 0 && choices_of(router) > 0) {
            blocks.push_back(b);
        }
    }
    return blocks;
}

double value_of(const RouterActivity& router, std::size_t expert, RoutingQuantity quantity) {
    switch (quantity) {
        case RoutingQuantity::kTokens:
            return static_cast<double>(router.chosen[expert]) / static_cast<double>(router.tokens);
        case RoutingQuantity::kMeanWeight:
            return router.mean_weight(expert).value_or(kUnknown);
        case RoutingQuantity::kWeightShare:
            return router.weight_share(expert).value_or(kUnknown);
        default:
            return kUnknown;
    }
}

/// The blocks and the room for all experts, unknown.
RoutingMap empty_map(const ActivationProfile& profile) {
    RoutingMap map;
    map.blocks = routed_blocks(profile);
    for (const std::uint32_t block : map.blocks) {
        map.experts =
            std::max<std::uint64_t>(map.experts, profile.blocks[block].router.chosen.size());
    }
    map.values.assign(map.experts * map.blocks.size(), std::numeric_limits<float>::quiet_NaN());
    return map;
}

RoutingBalance balance_of(const RouterActivity& router, std::uint32_t block) {
    RoutingBalance row;
    row.block = block;
    row.tokens = router.tokens;
    row.experts = router.chosen.size();
    const auto all = static_cast<double>(choices_of(router));
    row.per_token = all / static_cast<double>(router.tokens);
    double entropy = 0;  // nats
    for (const std::uint64_t chosen : router.chosen) {
        const double p = static_cast<double>(chosen) / all;
        entropy -= p > 0 ? p * std::log(p) : 0;
        row.unused += chosen == 0 ? 1 : 0;
    }
    row.effective = std::exp(entropy);
    const double even = std::log(static_cast<double>(row.experts));
    row.entropy = even > 0 ? entropy / even : 1;
    const auto most = std::max_element(router.chosen.begin(), router.chosen.end());
    row.most_used = static_cast<std::uint32_t>(most - router.chosen.begin());
    row.most_share = static_cast<double>(*most) / static_cast<double>(router.tokens);
    row.most_ratio = static_cast<double>(*most) / all * static_cast<double>(row.experts);
    return row;
}

}  // namespace

RoutingMap routing_map(const ActivationProfile& profile, RoutingQuantity quantity) {
    RoutingMap map = empty_map(profile);
    const std::size_t blocks = map.blocks.size();
    for (std::size_t b = 0; b < blocks; ++b) {
        const RouterActivity& router = profile.blocks[map.blocks[b]].router;
        for (std::size_t e = 0; e < router.chosen.size(); ++e) {
            map.values[e * blocks + b] = static_cast<float>(value_of(router, e, quantity));
        }
    }
    return map;
}

RoutingMap routing_map(const ActivationProfile& profile, std::span<const ExpertValue> measured) {
    RoutingMap map = empty_map(profile);
    for (const ExpertValue& own : measured) {
        const auto block = std::lower_bound(map.blocks.begin(), map.blocks.end(), own.block);
        if (block == map.blocks.end() || *block != own.block ||
            own.expert >= profile.blocks[own.block].router.chosen.size()) {
            continue;
        }
        const auto column = static_cast<std::size_t>(block - map.blocks.begin());
        map.values[own.expert * map.blocks.size() + column] = static_cast<float>(own.value);
    }
    return map;
}

std::vector<RoutingBalance> routing_balance(const ActivationProfile& profile) {
    std::vector<RoutingBalance> rows;
    for (const std::uint32_t block : routed_blocks(profile)) {
        rows.push_back(balance_of(profile.blocks[block].router, block));
    }
    return rows;
}

}  // namespace bitlathe
