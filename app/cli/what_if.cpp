// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/what_if.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/cli/commands.h"
#include "core/base/text.h"
#include "core/profile/importance/block_weights.h"
#include "core/profile/outliers/ada_dim.h"
#include "core/profile/outliers/what_if.h"

namespace bitlathe::cli {
namespace {

/// Where the inputs of a tensor were seen; stacked experts have many such places and no one answer.
const TapProfile* tap_of(const Model& model, std::size_t tensor, const ActivationProfile& profile) {
    const TensorPlace& place = model.places[tensor];
    const auto point = place.block ? tap_of_role(place.role) : std::nullopt;
    if (!point || place.stacked_experts) {
        return nullptr;
    }
    const TapProfile* tap = profile.find({*place.block, *point, place.expert});
    const bool fits =
        tap != nullptr && tap->statistics.rest.channels() == model.checkpoint->view(tensor).cols();
    return fits ? tap : nullptr;
}

/// Largest |w| of every input over all linears that read it.
Result<std::vector<float>> shared_maxima(const Model& model, std::size_t tensor,
                                         const ActivationProfile& profile,
                                         const WorkContext& context) {
    const TapProfile* tap = tap_of(model, tensor, profile);
    std::vector<float> maxima;
    const auto blocks = linears_of_blocks(model);
    for (const std::size_t other : blocks[*model.places[tensor].block]) {
        if (tap_of(model, other, profile) != tap) {
            continue;
        }
        BITLATHE_ASSIGN(const auto more, column_maxima(model.checkpoint->view(other), context));
        maxima.resize(more.size());
        std::transform(more.begin(), more.end(), maxima.begin(), maxima.begin(),
                       [](float a, float b) { return std::max(a, b); });
    }
    return maxima;
}

Json cases_json(const std::vector<WhatIfCase>& cases) {
    Json rows = Json::array();
    for (const WhatIfCase& c : cases) {
        rows.push_back({{"change", c.name},
                        {"alpha", or_null(c.alpha)},
                        {"nmse", or_null(c.nmse)},
                        {"output_error", or_null(c.output_error)},
                        {"output_error_full", or_null(c.output_error_full)},
                        {"incoherence", or_null(c.incoherence)},
                        {"kurtosis", or_null(c.kurtosis)},
                        {"channel_ratio", or_null(c.channel_ratio)}});
    }
    return rows;
}

Result<Json> tensor_json(const WhatIfArguments& arguments, const Model& model, std::size_t tensor,
                         const ActivationProfile& profile, bool with_first,
                         const WorkContext& context) {
    const TapProfile& tap = *tap_of(model, tensor, profile);
    const TensorView view = model.checkpoint->view(tensor);
    const InputFigures inputs = input_figures(tap, with_first);
    BITLATHE_ASSIGN(const auto formats, parse_formats({arguments.format}));
    BITLATHE_ASSIGN(const auto maxima, shared_maxima(model, tensor, profile, context));
    WhatIfRequest request{formats.front()};
    request.smoothing = arguments.alpha;
    request.seed = arguments.seed;
    request.weight_max = maxima;
    request.gram = profile.find_gram(tap.id);
    BITLATHE_ASSIGN(const auto cases, what_if(view, inputs, request, context));
    BITLATHE_ASSIGN(const AdaDimChoice direction,
                    choose_dimension(view, inputs.mean_squares, {}, context));
    return Json{{"name", model.tensor(tensor).name},
                {"format", arguments.format},
                {"tap", tap_name(tap.id)},
                {"cases", cases_json(cases)},
                {"ada_dim",
                 {{"along_rows", or_null(direction.along_rows)},
                  {"down_columns", or_null(direction.down_columns)},
                  {"choice", direction.columns_are_better() ? "columns" : "rows"}}}};
}

std::string text_of(const Json& value) {
    return value.is_number() ? fmt::format("{:.4g}", value.get<double>()) : std::string("-");
}

}  // namespace

void add_what_if_options(CLI::App& command, WhatIfArguments& a) {
    auto* which = command.add_option(
        "--what-if", a.tensors, "Try the tensors of this pattern smoothed, scaled and rotated");
    command.add_option("--format", a.format, "Stored in this format")->needs(which);
    command.add_option("--alpha", a.alpha, "Of smoothing")
        ->check(CLI::Range(0.0, 1.0))
        ->needs(which);
    command.add_option("--seed", a.seed, "Of the signs of the rotation")->needs(which);
}

Result<Json> what_if_json(const WhatIfArguments& arguments, const Model& model,
                          const ActivationProfile& profile, bool with_first, Session& session) {
    std::vector<std::size_t> tensors;
    for (const auto& block : linears_of_blocks(model)) {
        std::copy_if(block.begin(), block.end(), std::back_inserter(tensors), [&](std::size_t t) {
            return tap_of(model, t, profile) != nullptr &&
                   glob_match(arguments.tensors, model.tensor(t).name);
        });
    }
    if (tensors.empty()) {
        return fail(ErrorCode::kImpossible,
                    "no linear has such a name and inputs that were profiled", {}, {},
                    "give a name or a pattern such as 'blk.1.*'");
    }
    const WorkContext context = session.context("what if");
    Json rows = Json::array();
    for (const std::size_t tensor : tensors) {
        context.report("what if", rows.size(), tensors.size());
        BITLATHE_ASSIGN(
            Json row, tensor_json(arguments, model, tensor, profile, with_first, context.quiet()));
        rows.push_back(std::move(row));
    }
    return rows;
}

void print_what_if(const Json& tried) {
    if (tried.is_null()) {
        return;
    }
    for (const Json& row : tried) {
        fmt::print("\n{} as {}\n  {:<10} {:>7} {:>11} {:>13} {:>12} {:>10} {:>13}\n",
                   printable(row["name"].get<std::string>()), row["format"].get<std::string>(),
                   "change", "alpha", "nmse", "output error", "incoherence", "kurtosis",
                   "max / median");
        for (const Json& c : row["cases"]) {
            fmt::print("  {:<10} {:>7} {:>11} {:>13} {:>12} {:>10} {:>13}\n",
                       c["change"].get<std::string>(), text_of(c["alpha"]), text_of(c["nmse"]),
                       text_of(c["output_error"]), text_of(c["incoherence"]),
                       text_of(c["kurtosis"]), text_of(c["channel_ratio"]));
        }
        fmt::print("  groups of 128 at 4 bits: along rows {}, down columns {}\n",
                   text_of(row["ada_dim"]["along_rows"]), text_of(row["ada_dim"]["down_columns"]));
    }
}

}  // namespace bitlathe::cli
