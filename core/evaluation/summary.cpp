// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/summary.h"

#include <algorithm>
#include <cmath>
#include <compare>

#include "core/evaluation/mean.h"

namespace bitlathe {
namespace {

bool same_tokens(std::span<const TokenScore> a, std::span<const TokenScore> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const TokenScore& x, const TokenScore& y) {
                          return x.window == y.window && x.position == y.position && x.id == y.id;
                      });
}

}  // namespace

bool is_complete(const TokenScore& score, bool compared) {
    return std::isfinite(score.nll) &&
           (!compared || (score.kl && score.reference_nll && score.same_top &&
                          std::isfinite(*score.kl) && std::isfinite(*score.reference_nll)));
}

Perplexity perplexity(std::span<const TokenScore> scores) {
    const Mean mean = mean_of(scores.size(), [&](std::size_t i) { return scores[i].nll; });
    const double value = std::exp(mean.value);
    return {value, value * mean.error, mean.value, mean.error, scores.size()};
}

void sort_values(std::vector<double>& values) {
    std::sort(values.begin(), values.end(),
              [](double a, double b) { return std::weak_order(a, b) < 0; });
}

double quantile(std::span<const double> sorted, double share) {
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

std::optional<KlSummary> kl_summary(std::span<const TokenScore> scores) {
    std::vector<double> kl;
    double squares = 0;
    double same = 0;
    for (const TokenScore& score : scores) {
        if (!score.kl || !score.reference_nll || !score.same_top) {
            return std::nullopt;
        }
        kl.push_back(*score.kl);
        const double change = std::exp(-score.nll) - std::exp(-*score.reference_nll);
        squares += change * change;
        same += *score.same_top ? 1 : 0;
    }
    if (kl.empty()) {
        return std::nullopt;
    }
    const Mean mean = mean_of(kl.size(), [&](std::size_t i) { return kl[i]; });
    const auto n = static_cast<double>(kl.size());
    sort_values(kl);
    KlSummary summary;
    summary.mean = mean.value;
    summary.error = mean.error;
    summary.median = quantile(kl, 0.5);
    summary.p90 = quantile(kl, 0.9);
    summary.p99 = quantile(kl, 0.99);
    summary.p999 = quantile(kl, 0.999);
    summary.max = kl.back();
    summary.min = kl.front();
    summary.rms_dp = std::sqrt(squares / n);
    summary.same_top = same / n;
    return summary;
}

std::optional<PairedDifference> paired_difference(std::span<const TokenScore> a,
                                                  std::span<const TokenScore> b) {
    if (a.empty() || !same_tokens(a, b)) {
        return std::nullopt;
    }
    PairedDifference result;
    const Mean nll = mean_of(a.size(), [&](std::size_t i) { return b[i].nll - a[i].nll; });
    result.nll = nll.value;
    result.nll_error = nll.error;
    result.tokens = a.size();
    const auto measured = [](const TokenScore& score) { return score.kl.has_value(); };
    if (std::all_of(a.begin(), a.end(), measured) && std::all_of(b.begin(), b.end(), measured)) {
        const Mean kl = mean_of(a.size(), [&](std::size_t i) { return *b[i].kl - *a[i].kl; });
        result.kl = kl.value;
        result.kl_error = kl.error;
    }
    return result;
}

}  // namespace bitlathe
