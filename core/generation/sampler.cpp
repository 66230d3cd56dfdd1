// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generation/sampler.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/ranking.h"
#include "core/compute/cpu_kernels.h"

namespace bitlathe {
namespace {

std::vector<std::uint32_t> all_ids(std::size_t count) {
    std::vector<std::uint32_t> ids(count);
    std::iota(ids.begin(), ids.end(), 0U);
    return ids;
}

/// The `count` largest, largest first.
std::vector<std::uint32_t> most_probable(std::span<const float> logits, std::size_t count) {
    std::vector<std::uint32_t> order = all_ids(logits.size());
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
        [&](std::uint32_t a, std::uint32_t b) { return ranks_before(logits[a], a, logits[b], b); });
    order.resize(count);
    return order;
}

}  // namespace

double Sampler::uniform() {
    // SplitMix64 (Steele, Lea, Flood 2014): every seed is a good one.
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    z ^= z >> 31;
    return static_cast<double>(z >> 11) * 0x1p-53;
}

std::uint32_t Sampler::next(std::span<const float> logits) {
    if (options_.temperature == 0) {
        return static_cast<std::uint32_t>(std::max_element(logits.begin(), logits.end()) -
                                          logits.begin());
    }
    if (options_.top_k == 0 && options_.top_p >= 1) {
        return draw(logits, all_ids(logits.size()));
    }
    return draw(logits, candidates(logits, options_));
}

std::uint32_t Sampler::draw(std::span<const float> logits,
                            std::span<const std::uint32_t> candidates) {
    double best = -std::numeric_limits<double>::infinity();
    for (const std::uint32_t id : candidates) {
        best = std::max(best, double{logits[id]});
    }
    const auto weight = [&](std::uint32_t id) {
        return std::exp((double{logits[id]} - best) / options_.temperature);
    };
    double sum = 0;
    for (const std::uint32_t id : candidates) {
        sum += weight(id);
    }
    double left = uniform() * sum;
    std::uint32_t chosen = candidates.front();
    for (const std::uint32_t id : candidates) {
        const double share = weight(id);
        if (share > 0) {
            chosen = id;
        }
        left -= share;
        if (left < 0) {
            break;
        }
    }
    return chosen;
}

std::vector<std::uint32_t> candidates(std::span<const float> logits,
                                      const SamplerOptions& options) {
    const std::size_t most =
        options.top_k == 0 ? logits.size() : std::min(options.top_k, logits.size());
    std::vector<std::uint32_t> order = most_probable(logits, most);
    if (options.top_p >= 1) {
        return order;
    }
    const auto weight = [&](std::uint32_t id) {
        return std::exp(double{logits[id]} - double{logits[order.front()]});
    };
    double sum = 0;
    for (const std::uint32_t id : order) {
        sum += weight(id);
    }
    double reached = 0;
    std::size_t kept = 0;
    while (kept < order.size() && reached < options.top_p * sum) {
        reached += weight(order[kept++]);
    }
    order.resize(std::max<std::size_t>(kept, 1));
    return order;
}

double log_sum_exp(std::span<const float> logits) {
    const float top = max_value(logits.data(), logits.size());
    return double{top} + std::log(sum_exp(logits.data(), logits.size(), top));
}

std::vector<TokenChance> top_chances(std::span<const float> logits, double log_sum,
                                     std::size_t count) {
    const auto order = most_probable(logits, std::min(count, logits.size()));
    std::vector<TokenChance> top;
    for (const std::uint32_t id : order) {
        top.push_back({id, double{logits[id]} - log_sum});
    }
    return top;
}

}  // namespace bitlathe
