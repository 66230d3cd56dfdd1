// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/importance/block_importance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bitlathe {
namespace {

std::optional<double> negated(const std::optional<double>& value) {
    return value ? std::optional(-*value) : std::nullopt;
}

/// Ranks from 0, equal values sharing the mean of theirs.
std::vector<double> ranks(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> result(values.size());
    for (std::size_t begin = 0; begin < order.size();) {
        std::size_t end = begin;
        while (end < order.size() && values[order[end]] == values[order[begin]]) {
            ++end;
        }
        const double shared = static_cast<double>(begin + end - 1) / 2;
        for (; begin < end; ++begin) {
            result[order[begin]] = shared;
        }
    }
    return result;
}

/// Pearson's correlation of equally many numbers.
std::optional<double> correlation(const std::vector<double>& a, const std::vector<double>& b) {
    const auto count = static_cast<double>(a.size());
    const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / count;
    const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / count;
    double aa = 0, bb = 0, ab = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        aa += (a[i] - mean_a) * (a[i] - mean_a);
        bb += (b[i] - mean_b) * (b[i] - mean_b);
        ab += (a[i] - mean_a) * (b[i] - mean_b);
    }
    return aa > 0 && bb > 0 ? std::optional(ab / std::sqrt(aa * bb)) : std::nullopt;
}

}  // namespace

std::vector<BlockImportance> block_importance(const ActivationProfile& profile, bool with_first) {
    std::vector<BlockImportance> result;
    for (std::size_t b = 0; b < profile.blocks.size(); ++b) {
        const BlockActivity& block = profile.blocks[b];
        const auto cosine = [&](const FirstAndRest<StreamChange>& change) {
            return negated(change.chosen(with_first).mean(&StreamChange::cosine));
        };
        const StreamChange whole = block.whole.chosen(with_first);
        BlockImportance row;
        row.block = static_cast<std::uint32_t>(b);
        row.lim = cosine(block.whole);
        row.lim_postnorm = cosine(block.post_norm);
        if (row.lim) {
            row.block_influence = 1 + *row.lim;
        }
        row.angular = whole.mean(&StreamChange::angle);
        row.lim_attention = cosine(block.attention);
        row.lim_mlp = cosine(block.mlp);
        row.relative_norm = whole.mean(&StreamChange::relative);
        row.added_cosine = whole.mean(&StreamChange::added_cosine);
        row.sink_share = block.heads.sink_share();
        result.push_back(row);
    }
    return result;
}

std::vector<BlockSpan> block_spans(const ActivationProfile& profile, std::uint32_t count,
                                   bool with_first) {
    std::vector<BlockSpan> spans;
    const std::size_t blocks = profile.blocks.size();
    if (profile.spans.size() != span_count(blocks)) {
        return spans;
    }
    for (std::size_t first = 0; count > 0 && first + count <= blocks; ++first) {
        const auto& span = profile.spans[span_index(blocks, first, count)];
        spans.push_back({static_cast<std::uint32_t>(first), count, span.chosen(with_first).mean()});
    }
    return spans;
}

std::vector<BlockSpan> least_spans(const ActivationProfile& profile, bool with_first) {
    std::vector<BlockSpan> result;
    for (std::uint32_t count = 1; count < profile.blocks.size(); ++count) {
        const auto spans = block_spans(profile, count, with_first);
        const auto least = std::min_element(
            spans.begin(), spans.end(), [](const BlockSpan& a, const BlockSpan& b) {
                return a.angular.value_or(INFINITY) < b.angular.value_or(INFINITY);
            });
        if (least != spans.end() && least->angular) {
            result.push_back(*least);
        }
    }
    return result;
}

std::optional<double> rank_correlation(std::span<const std::optional<double>> a,
                                       std::span<const std::optional<double>> b) {
    std::vector<double> x, y;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] && b[i] && !std::isnan(*a[i]) && !std::isnan(*b[i])) {
            x.push_back(*a[i]);
            y.push_back(*b[i]);
        }
    }
    return x.size() < 2 ? std::nullopt : correlation(ranks(x), ranks(y));
}

std::vector<std::optional<double>> metric_values(std::span<const BlockImportance> blocks,
                                                 const BlockMetric& metric) {
    std::vector<std::optional<double>> values;
    for (const BlockImportance& block : blocks) {
        values.push_back(block.*metric.value);
    }
    return values;
}

}  // namespace bitlathe
