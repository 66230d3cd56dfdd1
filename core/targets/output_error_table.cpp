// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/output_error_table.h"

#include <algorithm>

#include "core/profile/gram_errors.h"
#include "core/targets/imatrix.h"
#include "core/targets/tensor_importance.h"

namespace bitlathe {

LinearInputs::LinearInputs(const Model& model, const ActivationProfile& profile, bool with_first)
    : model_(model),
      profile_(profile),
      with_first_(with_first),
      importance_(Importance::of(imatrix_of(model, profile, with_first), profile.text.path)) {}

bool LinearInputs::saw_tokens(const TensorPlace& place, std::uint32_t expert) const {
    const auto point = place.block ? tap_of_role(place.role) : std::nullopt;
    const TapProfile* tap = point ? profile_.find({*place.block, *point, expert}) : nullptr;
    return tap != nullptr &&
           tap->statistics.rest.tokens + (with_first_ ? tap->statistics.first.tokens : 0) > 0;
}

std::vector<float> LinearInputs::mean_squares(std::size_t tensor) const {
    const std::span<const float> importance = importance_of(model_, tensor, importance_.get());
    std::vector<float> squares(importance.begin(), importance.end());
    const TensorPlace& place = model_.places[tensor];
    const std::uint64_t cols = model_.tensor(tensor).cols();
    if (!place.stacked_experts && !place.expert) {
        return squares;
    }
    // Importance is 1 for experts that saw nothing, as encoders want it: no inputs are like that.
    bool any = false;
    for (std::uint64_t first = 0; first < squares.size(); first += cols) {
        const auto expert = place.expert.value_or(static_cast<std::uint32_t>(first / cols));
        if (saw_tokens(place, expert)) {
            any = true;
        } else {
            std::fill_n(squares.begin() + static_cast<std::ptrdiff_t>(first),
                        std::min(cols, squares.size() - first), 0.0F);
        }
    }
    return any ? squares : std::vector<float>();
}

/// The Gram matrices of a tensor's inputs, one for each of its experts; empty when one is missing.
std::vector<const GramMatrix*> LinearInputs::grams(std::size_t tensor) const {
    const TensorPlace& place = model_.places[tensor];
    const auto point = place.block ? tap_of_role(place.role) : std::nullopt;
    if (!point || profile_.grams.empty()) {
        return {};
    }
    const std::uint64_t count = place.stacked_experts ? model_.tensor(tensor).shape.front() : 1;
    const bool shared = *point == TapPoint::kMlpMid && !place.stacked_experts && !place.expert &&
                        place.canonical.find("_shexp") != std::string::npos;
    std::vector<const GramMatrix*> grams;
    for (std::uint64_t e = 0; e < count; ++e) {
        const auto expert =
            place.stacked_experts ? std::optional(static_cast<std::uint32_t>(e)) : place.expert;
        grams.push_back(profile_.find_gram({*place.block, *point, expert, shared}));
        if (grams.back() == nullptr || grams.back()->tokens == 0 ||
            grams.back()->channels != model_.checkpoint->view(tensor).cols()) {
            return {};
        }
    }
    return grams;
}

Result<TensorOutputErrors> LinearInputs::errors(std::size_t tensor,
                                                std::span<const FormatId> formats,
                                                const WorkContext& context) const {
    TensorOutputErrors found{tensor, {}, {}};
    if (formats.empty()) {
        return found;
    }
    const TensorView view = model_.checkpoint->view(tensor);
    const std::vector<float> squares = mean_squares(tensor);
    if (!squares.empty() && squares.size() % std::max<std::uint64_t>(1, view.cols()) == 0) {
        BITLATHE_ASSIGN(found.diagonal, output_errors(view, formats, squares, context));
    }
    const auto matrices = grams(tensor);
    if (!matrices.empty()) {
        BITLATHE_ASSIGN(found.full, full_output_errors(view, formats, matrices, context.quiet()));
    }
    return found;
}

Result<std::vector<TensorOutputErrors>> output_error_table(
    const Model& model, const ActivationProfile& profile,
    std::span<const OutputErrorRequest> requests, bool with_first, const WorkContext& context) {
    const LinearInputs inputs(model, profile, with_first);
    const auto bytes = [&](const OutputErrorRequest& request) {
        return model.checkpoint->view(request.tensor).byte_count();
    };
    std::uint64_t total = 0;
    for (const OutputErrorRequest& request : requests) {
        total += bytes(request);
    }
    std::uint64_t before = 0;
    std::vector<TensorOutputErrors> table;
    for (const OutputErrorRequest& request : requests) {
        BITLATHE_TRY(context.check());
        context.report("output errors", before, total);
        WorkContext part = context.quiet();
        part.progress = [&](const Progress& now) {
            context.report("output errors", before + now.done, total);
        };
        BITLATHE_ASSIGN(TensorOutputErrors found,
                        inputs.errors(request.tensor, request.formats, part));
        before += bytes(request);
        if (!found.diagonal.empty() || !found.full.empty()) {
            table.push_back(std::move(found));
        }
    }
    context.report("output errors", total, total);
    return table;
}

}  // namespace bitlathe
