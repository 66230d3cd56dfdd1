// SPDX-License-Identifier: GPL-3.0-or-later
// What a plan's model knows of errors.
#include <algorithm>
#include <cmath>
#include <utility>

#include "core/targets/planned_loss.h"
#include "ui/models/plan_model.h"

namespace bitlathe {
namespace {

/// Adds to `fresh` what was known before of formats that were not measured again.
void keep_other_errors(const TensorProfile& known, TensorProfile& fresh) {
    for (const FormatError& error : known.errors) {
        const bool again =
            std::any_of(fresh.errors.begin(), fresh.errors.end(),
                        [&](const FormatError& other) { return other.format == error.format; });
        if (!again) fresh.errors.push_back(error);
    }
}

}  // namespace

double ErrorRange::position(double error) const {
    if (empty() || error <= low) return 0;
    if (high <= low) return 1;
    return std::min(1.0, std::log(error / low) / std::log(high / low));
}

std::optional<double> PlanModel::nmse(std::size_t tensor, FormatId format) const {
    if (is_lossless(catalog_->tensor(tensor).source, format)) return 0.0;
    return errors_->nmse(tensor, format);
}

std::optional<double> PlanModel::error(std::size_t tensor, FormatId format) const {
    if (format == shown_[tensor].format) return error(tensor);
    const TensorCost cost = evaluator_->cost(tensor, format);
    return cost.known ? std::optional(cost.loss) : std::nullopt;
}

const WeightStatistics* PlanModel::statistics(std::size_t tensor) const {
    const auto& profile = errors_->profiles[tensor];
    return profile ? &profile->statistics : nullptr;
}

void PlanModel::widen_range(const TensorProfile& profile) {
    const double elements = static_cast<double>(catalog_->tensor(profile.tensor).elements);
    for (const FormatError& entry : profile.errors) {
        if (!entry.nmse || *entry.nmse <= 0) continue;
        const double error = *entry.nmse * elements;
        range_.low = range_.empty() ? error : std::min(range_.low, error);
        range_.high = std::max(range_.high, error);
    }
}

void PlanModel::add_profiles(std::vector<TensorProfile> profiles) {
    if (errors_.use_count() > 1) errors_ = std::make_shared<ErrorTable>(*errors_);
    std::vector<std::size_t> tensors;
    for (TensorProfile& profile : profiles) {
        widen_range(profile);
        tensors.push_back(profile.tensor);
        auto& known = errors_->profiles[profile.tensor];
        if (known) keep_other_errors(*known, profile);
        known = std::move(profile);
    }
    evaluator_->learn(tensors, *errors_);
    for (const std::size_t tensor : tensors)
        shown_[tensor] = evaluator_->cost(tensor, format(tensor));
    committed_totals_ = evaluator_->current();
    totals_ = previewed_.empty() ? committed_totals_ : evaluator_->with_costs(previewed_, shown_);
    emit errors_changed(tensors);
    emit totals_changed();
}

}  // namespace bitlathe
