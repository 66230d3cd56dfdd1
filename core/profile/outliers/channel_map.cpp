// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/channel_map.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/profile/outliers/median.h"

namespace bitlathe {
namespace {

void add_part(const TapStatistics& part, std::vector<double>& sums, ChannelFigures& figures) {
    figures.tokens += part.tokens;
    const std::size_t channels = std::max(figures.largest.size(), part.channels());
    figures.largest.resize(channels);
    sums.resize(channels);
    for (std::size_t c = 0; c < part.channels(); ++c) {
        figures.largest[c] = std::max(figures.largest[c], part.absmax[c]);
        sums[c] += part.sum_abs[c];
    }
}

float value_of(const ChannelFigures& figures, std::size_t channel, ChannelQuantity quantity) {
    switch (quantity) {
        case ChannelQuantity::kLargest:
            return figures.largest[channel];
        case ChannelQuantity::kMean:
            return figures.mean[channel];
        default:
            return figures.median_of_largest > 0
                       ? static_cast<float>(figures.largest[channel] / figures.median_of_largest)
                       : 0.0F;
    }
}

}  // namespace

std::optional<ChannelFigures> channel_figures(const ActivationProfile& profile, std::uint32_t block,
                                              TapPoint point, bool with_first) {
    ChannelFigures figures;
    std::vector<double> sums;
    const TapId from{block, point};
    auto tap = std::lower_bound(profile.taps.begin(), profile.taps.end(), from,
                                [](const TapProfile& a, const TapId& b) { return a.id < b; });
    for (; tap != profile.taps.end() && tap->id.block == block && tap->id.point == point; ++tap) {
        add_part(tap->statistics.rest, sums, figures);
        if (with_first) {
            add_part(tap->statistics.first, sums, figures);
        }
    }
    if (figures.largest.empty()) {
        return std::nullopt;
    }
    for (const double sum : sums) {
        const double tokens = static_cast<double>(std::max<std::uint64_t>(1, figures.tokens));
        figures.mean.push_back(static_cast<float>(sum / tokens));
    }
    figures.median_of_largest = median_of(figures.largest);
    return figures;
}

ChannelMap channel_map(const ActivationProfile& profile, TapPoint point, ChannelQuantity quantity,
                       bool with_first) {
    ChannelMap map;
    map.point = point;
    std::vector<ChannelFigures> columns;
    for (std::uint32_t block = 0; block < profile.blocks.size(); ++block) {
        auto figures = channel_figures(profile, block, point, with_first);
        if (!figures) {
            continue;
        }
        map.blocks.push_back(block);
        map.medians.push_back(figures->median_of_largest);
        map.channels = std::max<std::uint64_t>(map.channels, figures->largest.size());
        columns.push_back(*std::move(figures));
    }
    map.values.assign(map.channels * columns.size(), std::numeric_limits<float>::quiet_NaN());
    for (std::size_t b = 0; b < columns.size(); ++b) {
        for (std::size_t c = 0; c < columns[b].largest.size(); ++c) {
            map.values[c * columns.size() + b] = value_of(columns[b], c, quantity);
        }
    }
    return map;
}

}  // namespace bitlathe
