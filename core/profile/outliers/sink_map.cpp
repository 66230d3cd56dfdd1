// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/sink_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace bitlathe {
namespace {

void add_places(const AttentionActivity& activity, std::uint32_t block,
                std::vector<AttentionPlace>& places) {
    const auto heads = static_cast<double>(activity.heads());
    const std::size_t count =
        std::min({activity.seen.size(), activity.received.size(), activity.token_weight.size()});
    double queries = 0;  // at this place and after it
    double even = 0;     // what they give to each token that they see
    for (std::size_t p = count; p-- > 0;) {
        const auto windows = static_cast<double>(activity.seen[p]);
        queries += windows;
        even += windows / static_cast<double>(p + 1);
        if (activity.seen[p] == 0 || heads == 0) {
            continue;
        }
        const double received = activity.received[p] / heads;
        places.push_back({block, static_cast<std::uint32_t>(p), activity.seen[p],
                          received / windows, received / queries, received / even,
                          activity.token_weight[p] / windows});
    }
}

}  // namespace

SinkMap sink_map(const ActivationProfile& profile) {
    SinkMap map;
    for (std::uint32_t b = 0; b < profile.blocks.size(); ++b) {
        const AttentionActivity& activity = profile.blocks[b].heads;
        if (activity.queries > 0 && activity.heads() > 0) {
            map.blocks.push_back(b);
            map.queries.push_back(activity.queries);
            map.heads = std::max<std::uint64_t>(map.heads, activity.heads());
        }
    }
    const std::size_t blocks = map.blocks.size();
    map.shares.assign(map.heads * blocks, std::numeric_limits<float>::quiet_NaN());
    for (std::size_t b = 0; b < blocks; ++b) {
        const AttentionActivity& activity = profile.blocks[map.blocks[b]].heads;
        for (std::size_t h = 0; h < activity.heads(); ++h) {
            // Sums of float32 less 1 a window may end below 0.
            const double share = std::max(0.0, activity.sink_share(h).value_or(0));
            map.shares[h * blocks + b] = static_cast<float>(share);
        }
    }
    return map;
}

std::size_t known_heads(const SinkMap& map) {
    return static_cast<std::size_t>(std::count_if(map.shares.begin(), map.shares.end(),
                                                  [](float share) { return !std::isnan(share); }));
}

std::size_t heads_above(const SinkMap& map, double share) {
    return static_cast<std::size_t>(std::count_if(map.shares.begin(), map.shares.end(),
                                                  [share](float of) { return of > share; }));
}

std::vector<AttentionPlace> attention_places(const ActivationProfile& profile, std::size_t count) {
    std::vector<AttentionPlace> places;
    for (std::uint32_t b = 0; b < profile.blocks.size(); ++b) {
        add_places(profile.blocks[b].heads, b, places);
    }
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(count, places.size()));
    std::partial_sort(places.begin(), end, places.end(), [](const auto& a, const auto& b) {
        return std::tuple(-a.received, a.block, a.position) <
               std::tuple(-b.received, b.block, b.position);
    });
    places.erase(end, places.end());
    return places;
}

}  // namespace bitlathe
