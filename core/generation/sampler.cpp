// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/generation/sampler.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/compute/cpu_kernels.h"

namespace bitlathe {

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
    const auto best = std::max_element(logits.begin(), logits.end());
    if (temperature_ == 0) {
        return static_cast<std::uint32_t>(best - logits.begin());
    }
    const auto weight = [&](float logit) {
        return std::exp((double{logit} - double{*best}) / temperature_);
    };
    double sum = 0;
    for (const float logit : logits) {
        sum += weight(logit);
    }
    double left = uniform() * sum;
    auto chosen = static_cast<std::uint32_t>(best - logits.begin());
    for (std::size_t id = 0; id < logits.size(); ++id) {
        const double share = weight(logits[id]);
        if (share > 0) {
            chosen = static_cast<std::uint32_t>(id);
        }
        left -= share;
        if (left < 0) {
            break;
        }
    }
    return chosen;
}

double log_sum_exp(std::span<const float> logits) {
    const float top = max_value(logits.data(), logits.size());
    return double{top} + std::log(sum_exp(logits.data(), logits.size(), top));
}

std::vector<TokenChance> top_chances(std::span<const float> logits, double log_sum,
                                     std::size_t count) {
    std::vector<std::uint32_t> order(logits.size());
    std::iota(order.begin(), order.end(), 0U);
    count = std::min(count, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end(), [&](std::uint32_t a, std::uint32_t b) {
                          return logits[a] != logits[b] ? logits[a] > logits[b] : a < b;
                      });
    std::vector<TokenChance> top;
    for (std::size_t i = 0; i < count; ++i) {
        top.push_back({order[i], double{logits[order[i]]} - log_sum});
    }
    return top;
}

}  // namespace bitlathe
