// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/parallel.h"
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

/// One linear of a block.
struct Linear {
    std::size_t tensor = 0;
    const WeightStatistics* weights = nullptr;
};
using Block = std::vector<Linear>;

/// The linears of every block whose statistics are known.
std::vector<Block> linears_of(const Model& model, const ErrorTable& errors) {
    std::uint32_t count = model.blocks;
    for (const TensorPlace& place : model.places) {
        count = std::max(count, place.block ? *place.block + 1 : 0);
    }
    std::vector<Block> blocks(count);
    for (std::size_t i = 0; i < std::min(model.places.size(), errors.profiles.size()); ++i) {
        const TensorPlace& place = model.places[i];
        if (place.block && is_linear(place.role) && errors.profiles[i] &&
            is_usable(errors.profiles[i]->statistics)) {
            blocks[*place.block].push_back({i, &errors.profiles[i]->statistics});
        }
    }
    return blocks;
}

/// Number of the weights of a block, and mean + deviation of all of them together.
struct Pooled {
    double count = 0;
    double threshold = std::numeric_limits<double>::quiet_NaN();  ///< NaN: they do not vary
};

Pooled pool(const Block& block) {
    Pooled pooled;
    double sum = 0;
    for (const Linear& linear : block) {
        pooled.count += finite_count(*linear.weights);
        sum += finite_count(*linear.weights) * *linear.weights->mean;
    }
    const double mean = sum / pooled.count;
    double squares = 0;
    for (const Linear& linear : block) {
        const double offset = *linear.weights->mean - mean;
        squares += finite_count(*linear.weights) *
                   (*linear.weights->sigma * *linear.weights->sigma + offset * offset);
    }
    const double sigma = std::sqrt(squares / pooled.count);
    if (sigma > 0) {
        pooled.threshold = mean + sigma;
    }
    return pooled;
}

/// Weights of a tensor above a threshold, counted in one pass over it.
Result<std::uint64_t> measure_above(const TensorView& view, double threshold,
                                    const WorkContext& context) {
    constexpr std::uint64_t kPieceWeights = 1 << 18;
    const std::uint64_t rows =
        std::max<std::uint64_t>(1, kPieceWeights / std::max<std::uint64_t>(1, view.cols()));
    const std::uint64_t pieces = view.rows() / rows + (view.rows() % rows != 0);
    std::vector<std::uint64_t> counts(pieces, 0);
    parallel_for(pieces, context.threads, [&](std::size_t piece) {
        if (!context.check()) {
            return;
        }
        const std::uint64_t first = piece * rows;
        const std::uint64_t count = std::min(rows, view.rows() - first);
        std::vector<float> weights(count * view.cols());
        view.decode_rows(first, count, weights.data());
        view.release(first, count);
        // NaN compares as not above; infinities are no weights either.
        counts[piece] = static_cast<std::uint64_t>(
            std::count_if(weights.begin(), weights.end(), [threshold](float weight) {
                return static_cast<double>(weight) > threshold && std::isfinite(weight);
            }));
    });
    BITLATHE_TRY(context.check());
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

}  // namespace

std::vector<double> estimate_block_zd(const Model& model, const ErrorTable& errors) {
    std::vector<double> scores;
    for (const Block& block : linears_of(model, errors)) {
        const Pooled pooled = pool(block);
        double above = 0;
        for (const Linear& linear : block) {
            above += count_above(*linear.weights, pooled.threshold);
        }
        scores.push_back(std::isnan(pooled.threshold) ? pooled.threshold : above / pooled.count);
    }
    return scores;
}

Result<std::vector<double>> block_zd(const Model& model, const ErrorTable& errors,
                                     const WorkContext& context) {
    const auto blocks = linears_of(model, errors);
    std::vector<double> scores;
    for (const Block& block : blocks) {
        context.report("rank blocks", scores.size(), blocks.size());
        const Pooled pooled = pool(block);
        std::uint64_t above = 0;
        if (!std::isnan(pooled.threshold)) {
            for (const Linear& linear : block) {
                BITLATHE_ASSIGN(const std::uint64_t count,
                                measure_above(model.checkpoint->view(linear.tensor),
                                              pooled.threshold, context));
                above += count;
            }
        }
        scores.push_back(std::isnan(pooled.threshold) ? pooled.threshold
                                                      : static_cast<double>(above) / pooled.count);
    }
    return scores;
}

}  // namespace bitlathe
