// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/outliers/channel_scales.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace bitlathe {

std::vector<double> smooth_scales(std::span<const float> input_max,
                                  std::span<const float> weight_max, double alpha) {
    constexpr double kLeast = 1e-5;
    std::vector<double> scales(input_max.size());
    for (std::size_t j = 0; j < scales.size(); ++j) {
        scales[j] = std::pow(std::max(double{input_max[j]}, kLeast), alpha) /
                    std::pow(std::max(double{weight_max[j]}, kLeast), 1 - alpha);
    }
    return scales;
}

std::vector<double> awq_scales(std::span<const float> mean_abs, double alpha) {
    constexpr double kLeast = 1e-4;
    std::vector<double> scales;
    for (const float mean : mean_abs) {
        scales.push_back(std::max(std::pow(double{mean}, alpha), kLeast));
    }
    if (scales.empty()) {
        return scales;
    }
    const auto [low, high] = std::minmax_element(scales.begin(), scales.end());
    const double middle = std::sqrt(*low * *high);
    for (double& scale : scales) {
        scale /= middle;
    }
    return scales;
}

Result<AwqChoice> awq_search(
    std::span<const float> mean_abs, double plain,
    const std::function<Result<double>(std::span<const double> scales)>& loss) {
    constexpr int kSteps = 20;
    AwqChoice best{0, plain, awq_scales(mean_abs, 0)};
    for (int step = 1; step < kSteps; ++step) {
        const double alpha = static_cast<double>(step) / kSteps;
        std::vector<double> scales = awq_scales(mean_abs, alpha);
        BITLATHE_ASSIGN(const double here, loss(scales));
        if (here < best.loss) {
            best = {alpha, here, std::move(scales)};
        }
    }
    return best;
}

std::vector<SalientChannel> salient_channels(const TapStatistics& statistics, double share) {
    std::vector<SalientChannel> channels;
    if (statistics.tokens == 0 || statistics.channels() == 0) {
        return channels;
    }
    for (std::uint32_t c = 0; c < statistics.channels(); ++c) {
        channels.push_back({c, statistics.sum_abs[c] / static_cast<double>(statistics.tokens), 0});
    }
    std::stable_sort(channels.begin(), channels.end(),
                     [](const auto& a, const auto& b) { return a.mean_abs > b.mean_abs; });
    const double median =
        (channels[(channels.size() - 1) / 2].mean_abs + channels[channels.size() / 2].mean_abs) / 2;
    const auto wanted = static_cast<std::size_t>(share * static_cast<double>(channels.size()));
    channels.resize(std::clamp<std::size_t>(wanted, 1, channels.size()));
    for (SalientChannel& channel : channels) {
        channel.ratio_to_median = median > 0 ? channel.mean_abs / median : 0;
    }
    return channels;
}

}  // namespace bitlathe
