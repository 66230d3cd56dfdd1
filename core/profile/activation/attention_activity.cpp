// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/activation/attention_activity.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace bitlathe {
namespace {

/// Adds lists of which either may be shorter.
template <class T>
void add_each(std::vector<T>& to, const std::vector<T>& from) {
    to.resize(std::max(to.size(), from.size()));
    std::transform(from.begin(), from.end(), to.begin(), to.begin(), std::plus<>());
}

template <class T>
std::optional<double> share(const std::vector<T>& values, std::size_t index) {
    const auto all = static_cast<double>(std::accumulate(values.begin(), values.end(), T{0}));
    return all > 0 ? std::optional(static_cast<double>(values[index]) / all) : std::nullopt;
}

/// One window: rows [first, first + count) of the sums.
void add_window(const AttentionSums& sums, std::size_t first, std::size_t count,
                AttentionActivity& activity) {
    const std::size_t heads = sums.heads;
    activity.to_first.resize(heads);
    if (activity.seen.size() < count) {
        activity.seen.resize(count);
        activity.received.resize(count);
        activity.token_weight.resize(count);
    }
    std::vector<double> received(count);
    for (std::size_t t = 0; t < count; ++t) {
        const float* row = sums.sums.data() + (first + t) * heads;
        received[t] = std::accumulate(row, row + heads, 0.0);
    }
    const std::vector<double> weights = rsq_weights(received, kRsqLeast);
    for (std::size_t t = 0; t < count; ++t) {
        ++activity.seen[t];
        activity.received[t] += received[t];
        activity.token_weight[t] += weights[t];
    }
    for (std::size_t h = 0; h < heads; ++h) {
        // The first token gives all it has to itself.
        activity.to_first[h] += double{sums.sums[first * heads + h]} - 1;
    }
    ++activity.windows;
    activity.queries += count - 1;
}

}  // namespace

std::optional<double> AttentionActivity::sink_share(std::size_t head) const {
    return queries == 0 ? std::nullopt
                        : std::optional(to_first[head] / static_cast<double>(queries));
}

std::optional<double> AttentionActivity::sink_share() const {
    if (queries == 0 || to_first.empty()) {
        return std::nullopt;
    }
    return std::accumulate(to_first.begin(), to_first.end(), 0.0) /
           static_cast<double>(queries * to_first.size());
}

void AttentionActivity::add(const AttentionActivity& other) {
    windows += other.windows;
    queries += other.queries;
    add_each(to_first, other.to_first);
    add_each(seen, other.seen);
    add_each(received, other.received);
    add_each(token_weight, other.token_weight);
}

std::vector<double> rsq_weights(std::span<const double> received, double r_min) {
    std::vector<double> weights(received.size(), 1);
    const auto [low, high] = std::minmax_element(received.begin(), received.end());
    if (received.empty() || !(*high > *low)) {
        return weights;
    }
    double sum = 0;
    for (std::size_t t = 0; t < weights.size(); ++t) {
        weights[t] = r_min + (received[t] - *low) / (*high - *low) * (1 - r_min);
        sum += weights[t];
    }
    for (double& weight : weights) {
        weight *= static_cast<double>(weights.size()) / sum;
    }
    return weights;
}

void accumulate_attention(const AttentionSums& sums, std::span<const TokenPlace> places,
                          AttentionActivity& activity) {
    for (std::size_t first = 0; first < places.size();) {
        std::size_t end = first + 1;
        while (end < places.size() && places[end].position != 0) {
            ++end;
        }
        add_window(sums, first, end - first, activity);
        first = end;
    }
}

std::optional<double> RouterActivity::frequency(std::size_t expert) const {
    return share(chosen, expert);
}

std::optional<double> RouterActivity::weight_share(std::size_t expert) const {
    return share(weight, expert);
}

std::optional<double> RouterActivity::mean_weight(std::size_t expert) const {
    return chosen[expert] == 0
               ? std::nullopt
               : std::optional(weight[expert] / static_cast<double>(chosen[expert]));
}

void RouterActivity::add(const RouterActivity& other) {
    tokens += other.tokens;
    add_each(chosen, other.chosen);
    add_each(weight, other.weight);
}

void accumulate_router(const RouterChoices& choices, std::size_t experts,
                       RouterActivity& activity) {
    activity.chosen.resize(experts);
    activity.weight.resize(experts);
    activity.tokens += choices.tokens.size();
    for (std::size_t i = 0; i < choices.experts.size(); ++i) {
        ++activity.chosen[choices.experts[i]];
        activity.weight[choices.experts[i]] += double{choices.weights[i]};
    }
}

}  // namespace bitlathe
