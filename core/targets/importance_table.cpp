// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/importance_table.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

#include "core/profile/importance/block_weights.h"
#include "core/targets/output_error_table.h"
#include "core/targets/planner.h"

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

/// What the inputs of a tensor say about it.
Status add_inputs(const LinearInputs& inputs, const ImportanceTableRequest& request,
                  TensorImportanceRow& row, const WorkContext& context) {
    const std::vector<float> squares = inputs.mean_squares(row.tensor);
    if (!squares.empty()) {
        row.hessian_trace = 2 * std::accumulate(squares.begin(), squares.end(), 0.0);
    }
    BITLATHE_ASSIGN(TensorOutputErrors found,
                    inputs.errors(row.tensor, request.formats, context.quiet()));
    row.output_errors = std::move(found.diagonal);
    row.full_output_errors = std::move(found.full);
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
    const auto inputs = profile == nullptr ? nullptr
                                           : std::make_unique<const LinearInputs>(
                                                 *model, *profile, request.with_first);
    for (const std::size_t tensor : tensors) {
        context.report("output errors", table.tensors.size(), tensors.size());
        TensorImportanceRow row;
        row.tensor = tensor;
        if (const auto& known = weights.profiles[tensor]) {
            row.zd = known->statistics.zd;
            row.kurtosis = known->statistics.kurtosis;
        }
        if (inputs) {
            BITLATHE_TRY(add_inputs(*inputs, request, row, context));
        }
        table.tensors.push_back(std::move(row));
    }
    return table;
}

}  // namespace bitlathe
