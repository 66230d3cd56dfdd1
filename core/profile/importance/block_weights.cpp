// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/importance/block_weights.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/base/pieces.h"
#include "core/profile/activation/activation_profile.h"
#include "core/profile/moments.h"

namespace bitlathe {
namespace {

constexpr std::uint64_t kPieceWeights = 1 << 18;

/// Of finite weights.
Moments moments_of(const std::vector<float>& weights) {
    std::array<double, 4> sums{};
    double count = 0;
    for (const float weight : weights) {
        if (std::isfinite(weight)) {
            const double w = weight;
            count += 1;
            sums[0] += w;
            sums[1] += w * w;
            sums[2] += w * w * w;
            sums[3] += w * w * w * w;
        }
    }
    return count > 0 ? central_moments(count, 0, sums) : Moments{};
}

Result<Moments> moments_of(const TensorView& view, const WorkContext& context) {
    const Pieces pieces(
        view.rows(),
        std::max<std::uint64_t>(1, kPieceWeights / std::max<std::uint64_t>(1, view.cols())));
    std::vector<Moments> parts(pieces.count());
    BITLATHE_TRY(for_each_piece(pieces.count(), context, [&](unsigned, std::size_t i) -> Status {
        const Piece rows = pieces.at(i);
        std::vector<float> weights(rows.count * view.cols());
        view.decode_rows(rows.first, rows.count, weights.data());
        view.release(rows.first, rows.count);
        parts[i] = moments_of(weights);
        return {};
    }));
    BITLATHE_TRY(view.check());
    Moments all;
    for (const Moments& part : parts) {
        all = merge(all, part);
    }
    return all;
}

}  // namespace

std::vector<std::vector<std::size_t>> linears_of_blocks(const Model& model) {
    std::vector<std::vector<std::size_t>> blocks(model.blocks);
    for (std::size_t i = 0; i < model.places.size(); ++i) {
        const TensorPlace& place = model.places[i];
        if (place.block && *place.block < blocks.size() && tap_of_role(place.role) &&
            place.role != Role::kRouter && model.tensor(i).shape.size() > 1 &&
            format_info(model.tensor(i).format).decode != nullptr) {
            blocks[*place.block].push_back(i);
        }
    }
    return blocks;
}

Result<std::vector<std::optional<double>>> block_kurtosis(const Model& model,
                                                          const WorkContext& context) {
    std::vector<std::optional<double>> result;
    const auto blocks = linears_of_blocks(model);
    for (const std::vector<std::size_t>& block : blocks) {
        context.report("kurtosis of blocks", result.size(), blocks.size());
        Moments all;
        for (const std::size_t tensor : block) {
            BITLATHE_ASSIGN(const Moments moments,
                            moments_of(model.checkpoint->view(tensor), context.quiet()));
            all = merge(all, moments);
        }
        const double kurtosis = all.n * all.m4 / (all.m2 * all.m2);
        result.push_back(all.m2 > 0 ? std::optional(kurtosis) : std::nullopt);
    }
    return result;
}

}  // namespace bitlathe
