// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/importance/block_weights.h"

#include "core/profile/activation/activation_profile.h"
#include "core/profile/moments.h"
#include "core/profile/summary.h"

namespace bitlathe {

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

std::vector<std::optional<double>> block_kurtosis(const Model& model,
                                                  std::span<const SharedProfile> tensors) {
    std::vector<std::optional<double>> result;
    for (const std::vector<std::size_t>& block : linears_of_blocks(model)) {
        Moments all;
        bool known = true;
        for (const std::size_t tensor : block) {
            const bool here = tensor < tensors.size() && tensors[tensor];
            const Moments moments = here ? moments_of(tensors[tensor]->statistics) : Moments{};
            known = known && moments.n > 0;
            all = merge(all, moments);
        }
        const double kurtosis = all.n * all.m4 / (all.m2 * all.m2);
        result.push_back(known && all.m2 > 0 ? std::optional(kurtosis) : std::nullopt);
    }
    return result;
}

}  // namespace bitlathe
