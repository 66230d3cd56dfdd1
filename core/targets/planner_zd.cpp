// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/targets/planner.h"

namespace bitlathe {
namespace {

bool is_linear(Role role) {
    switch (role) {
        case Role::kAttnQ:
        case Role::kAttnK:
        case Role::kAttnV:
        case Role::kAttnQkv:
        case Role::kAttnO:
        case Role::kMlpGate:
        case Role::kMlpUp:
        case Role::kMlpGateUp:
        case Role::kMlpDown:
            return true;
        default:
            return false;
    }
}

double finite_count(const WeightStatistics& weights) {
    return static_cast<double>(weights.count - std::min(weights.count, weights.nonfinite));
}

bool is_usable(const WeightStatistics& weights) {
    return finite_count(weights) > 0 && weights.mean && weights.sigma && weights.absmax;
}

/// A point of the complementary distribution function: how many weights are above x.
struct TailPoint {
    double x = 0;
    double above = 0;
};

double interpolate(const TailPoint& left, const TailPoint& right, double x) {
    const double width = right.x - left.x;
    return width > 0 ? left.above + (right.above - left.above) * (x - left.x) / width : left.above;
}

/// How many weights of a tensor are above x.
double count_above(const WeightStatistics& weights, double x) {
    constexpr std::size_t kBins = WeightStatistics::kBins;
    const double absmax = *weights.absmax;
    if (x >= absmax) {
        return 0;
    }
    if (x < -absmax) {
        return finite_count(weights);
    }
    const double width = 2 * absmax / static_cast<double>(kBins);
    const auto bin =
        std::min(kBins - 1, static_cast<std::size_t>(std::max(0.0, (x + absmax) / width)));
    double above = 0;
    for (std::size_t j = bin + 1; j < kBins; ++j) {
        above += static_cast<double>(weights.histogram[j]);
    }
    TailPoint left{-absmax + static_cast<double>(bin) * width,
                   above + static_cast<double>(weights.histogram[bin])};
    TailPoint right{left.x + width, above};
    // The tensor's own ZD is one more point of the function, and the one that matters most.
    if (weights.zd && *weights.sigma > 0) {
        const TailPoint known{
            *weights.mean + *weights.sigma,
            std::clamp(*weights.zd * finite_count(weights), right.above, left.above)};
        if (known.x > left.x && known.x < right.x) {
            (x < known.x ? right : left) = known;
        }
    }
    return interpolate(left, right, x);
}

double pooled_zd(const std::vector<const WeightStatistics*>& tensors) {
    double count = 0;
    double sum = 0;
    for (const WeightStatistics* weights : tensors) {
        count += finite_count(*weights);
        sum += finite_count(*weights) * *weights->mean;
    }
    const double mean = sum / count;
    double squares = 0;
    for (const WeightStatistics* weights : tensors) {
        const double offset = *weights->mean - mean;
        squares += finite_count(*weights) * (*weights->sigma * *weights->sigma + offset * offset);
    }
    const double sigma = std::sqrt(squares / count);
    if (!(sigma > 0)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    double above = 0;
    for (const WeightStatistics* weights : tensors) {
        above += count_above(*weights, mean + sigma);
    }
    return above / count;
}

}  // namespace

std::vector<double> block_zd(const Model& model, const ErrorTable& errors) {
    std::uint32_t blocks = model.blocks;
    for (const TensorPlace& place : model.places) {
        blocks = std::max(blocks, place.block ? *place.block + 1 : 0);
    }
    std::vector<std::vector<const WeightStatistics*>> linears(blocks);
    for (std::size_t i = 0; i < std::min(model.places.size(), errors.profiles.size()); ++i) {
        const TensorPlace& place = model.places[i];
        if (place.block && is_linear(place.role) && errors.profiles[i] &&
            is_usable(errors.profiles[i]->statistics)) {
            linears[*place.block].push_back(&errors.profiles[i]->statistics);
        }
    }
    std::vector<double> scores;
    for (const auto& block : linears) {
        scores.push_back(block.empty() ? std::numeric_limits<double>::quiet_NaN()
                                       : pooled_zd(block));
    }
    return scores;
}

}  // namespace bitlathe
