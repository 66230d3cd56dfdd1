// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/importance_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/profile/gram_errors.h"
#include "core/profile/importance/block_weights.h"
#include "core/targets/imatrix.h"
#include "core/targets/planner.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {
namespace {

std::vector<std::size_t> all_linears(const Model& model) {
    std::vector<std::size_t> tensors;
    for (const auto& block : linears_of_blocks(model)) {
        tensors.insert(tensors.end(), block.begin(), block.end());
    }
    std::sort(tensors.begin(), tensors.end());
    return tensors;
}

Result<ErrorTable> weigh(const Model& model, const std::vector<std::size_t>& tensors,
                         const WorkContext& context) {
    ErrorTable table;
    table.profiles.resize(model.places.size());
    if (tensors.empty()) {  // which would mean all of them
        return table;
    }
    BITLATHE_TRY(profile_weights(
        *model.checkpoint, {tensors, {}},
        [&](TensorProfile profile) {
            const std::size_t tensor = profile.tensor;
            table.profiles[tensor] = std::move(profile);
        },
        context));
    return table;
}

void put_column(const std::vector<double>& values, std::optional<double> BlockImportance::*column,
                std::vector<BlockImportance>& blocks) {
    for (std::size_t b = 0; b < std::min(values.size(), blocks.size()); ++b) {
        blocks[b].*column = std::isfinite(values[b]) ? std::optional(values[b]) : std::nullopt;
    }
}

Status add_blocks(const Model& model, const ErrorTable& weights, ImportanceTable& table,
                  const WorkContext& context) {
    for (std::uint32_t b = static_cast<std::uint32_t>(table.blocks.size()); b < model.blocks; ++b) {
        table.blocks.emplace_back();
        table.blocks.back().block = b;
    }
    BITLATHE_ASSIGN(const auto zd, block_zd(model, weights, context));
    put_column(zd, &BlockImportance::zd, table.blocks);
    const auto kurtosis = block_kurtosis(model, weights.profiles);
    for (std::size_t b = 0; b < std::min(kurtosis.size(), table.blocks.size()); ++b) {
        table.blocks[b].kurtosis = kurtosis[b];
    }
    return {};
}

/// What the inputs of a tensor say about it. `squares`: their means, one run per matrix.
Status add_inputs(const Model& model, const ImportanceTableRequest& request,
                  std::span<const float> squares, TensorImportanceRow& row,
                  const WorkContext& context) {
    if (squares.empty()) {
        return {};
    }
    row.hessian_trace = 2 * std::accumulate(squares.begin(), squares.end(), 0.0);
    const TensorView view = model.checkpoint->view(row.tensor);
    if (squares.size() % std::max<std::uint64_t>(1, view.cols()) == 0 && !request.formats.empty()) {
        BITLATHE_ASSIGN(row.output_errors,
                        output_errors(view, request.formats, squares, context.quiet()));
    }
    return {};
}

/// The Gram matrices of a tensor's inputs, one for each of its experts; empty when one is missing.
std::vector<const GramMatrix*> grams_of(const Model& model, std::size_t tensor,
                                        const ActivationProfile& profile) {
    const TensorPlace& place = model.places[tensor];
    const auto point = place.block ? tap_of_role(place.role) : std::nullopt;
    if (!point || profile.grams.empty()) {
        return {};
    }
    const std::uint64_t count = place.stacked_experts ? model.tensor(tensor).shape.front() : 1;
    const bool shared = *point == TapPoint::kMlpMid && !place.stacked_experts && !place.expert &&
                        place.canonical.find("_shexp") != std::string::npos;
    std::vector<const GramMatrix*> grams;
    for (std::uint64_t e = 0; e < count; ++e) {
        const auto expert =
            place.stacked_experts ? std::optional(static_cast<std::uint32_t>(e)) : place.expert;
        grams.push_back(profile.find_gram({*place.block, *point, expert, shared}));
        if (grams.back() == nullptr ||
            grams.back()->channels != model.checkpoint->view(tensor).cols()) {
            return {};
        }
    }
    return grams;
}

Status add_full_errors(const Model& model, const ImportanceTableRequest& request,
                       const ActivationProfile& profile, TensorImportanceRow& row,
                       const WorkContext& context) {
    const auto grams = grams_of(model, row.tensor, profile);
    if (!grams.empty() && !request.formats.empty()) {
        BITLATHE_ASSIGN(row.full_output_errors,
                        full_output_errors(model.checkpoint->view(row.tensor), request.formats,
                                           grams, context.quiet()));
    }
    return {};
}

}  // namespace

Result<ImportanceTable> importance_table(const Model* model, const ActivationProfile* profile,
                                         const ImportanceTableRequest& request,
                                         const WorkContext& context) {
    ImportanceTable table;
    if (profile != nullptr) {
        table.blocks = block_importance(*profile, request.with_first);
    }
    if (model == nullptr) {
        return table;
    }
    const auto tensors = all_linears(*model);
    BITLATHE_ASSIGN(const ErrorTable weights, weigh(*model, tensors, context));
    BITLATHE_TRY(add_blocks(*model, weights, table, context));
    const auto importance =
        profile == nullptr
            ? nullptr
            : Importance::of(imatrix_of(*model, *profile, request.with_first), profile->text.path);
    for (const std::size_t tensor : tensors) {
        context.report("output errors", table.tensors.size(), tensors.size());
        TensorImportanceRow row;
        row.tensor = tensor;
        if (const auto& known = weights.profiles[tensor]) {
            row.zd = known->statistics.zd;
            row.kurtosis = known->statistics.kurtosis;
        }
        BITLATHE_TRY(add_inputs(*model, request, importance_of(*model, tensor, importance.get()),
                                row, context));
        if (profile != nullptr) {
            BITLATHE_TRY(add_full_errors(*model, request, *profile, row, context));
        }
        table.tensors.push_back(std::move(row));
    }
    return table;
}

}  // namespace bitlathe
