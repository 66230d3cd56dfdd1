// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/plan_evaluator.h"

#include "core/targets/planned_loss.h"

namespace bitlathe {

std::vector<FormatChange> changes_of(const Problem& problem, const Solution& solution) {
    std::vector<FormatChange> changes;
    for (std::size_t i = 0; i < problem.items.size(); ++i) {
        const Item& item = problem.items[i];
        for (const std::size_t tensor : item.tensors) {
            changes.push_back({tensor, item.levels[solution.choice[i]].format});
        }
    }
    return changes;
}

void PlanEvaluator::Sums::add(const Cost& cost) {
    bytes += cost.bytes;
    if (cost.known) {
        loss.add(LossSum::term(cost.loss));
    } else {
        ++unknown;
    }
}

void PlanEvaluator::Sums::subtract(const Cost& cost) {
    bytes -= cost.bytes;
    if (cost.known) {
        loss.subtract(LossSum::term(cost.loss));
    } else {
        --unknown;
    }
}

PlanEvaluator::PlanEvaluator(std::shared_ptr<const Model> model, const Plan& plan,
                             const ErrorTable& errors)
    : model_(std::move(model)), parameters_(model_->checkpoint->parameters()) {
    const std::size_t count = model_->places.size();
    first_.reserve(count + 1);
    formats_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const TensorInfo& tensor = model_->tensor(i);
        first_.push_back(static_cast<std::uint32_t>(costs_.size()));
        costs_.push_back({tensor.format, true, tensor.bytes, 0});
        if (i < errors.profiles.size() && errors.profiles[i]) {
            for (const FormatError& error : errors.profiles[i]->errors) {
                const auto loss = planned_loss(tensor, error.format, errors.nmse(i, error.format));
                costs_.push_back({error.format, loss.has_value(),
                                  tensor_bytes(error.format, tensor.shape).value_or(tensor.bytes),
                                  loss.value_or(0)});
            }
        }
        const auto recipe = plan.tensors.find(tensor.name);
        formats_.push_back(recipe == plan.tensors.end() ? tensor.format : recipe->second.format);
    }
    first_.push_back(static_cast<std::uint32_t>(costs_.size()));
    for (std::size_t i = 0; i < count; ++i) {
        sums_.add(cost(i, formats_[i]));
    }
    seen_.assign(count, 0);
}

PlanEvaluator::Cost PlanEvaluator::cost(std::size_t tensor, FormatId format) const {
    for (std::uint32_t at = first_[tensor]; at < first_[tensor + 1]; ++at) {
        if (costs_[at].format == format) {
            return costs_[at];
        }
    }
    const TensorInfo& info = model_->tensor(tensor);
    const auto loss = planned_loss(info, format, std::nullopt);
    return {format, loss.has_value(), tensor_bytes(format, info.shape).value_or(info.bytes),
            loss.value_or(0)};
}

PlanTotals PlanEvaluator::result(const Sums& sums) const {
    PlanTotals totals;
    totals.bytes = sums.bytes;
    totals.bits_per_weight = bits_per_weight(sums.bytes, parameters_);
    if (sums.unknown == 0) {
        totals.estimated_loss = sums.loss.value();
    }
    return totals;
}

PlanTotals PlanEvaluator::with_changes(std::span<const FormatChange> changes) const {
    ++evaluations_;
    Sums sums = sums_;
    // From the last change back, so that an earlier one of the same tensor can be skipped.
    for (std::size_t j = changes.size(); j-- > 0;) {
        const FormatChange& change = changes[j];
        if (seen_[change.tensor] == evaluations_) {
            continue;
        }
        seen_[change.tensor] = evaluations_;
        sums.subtract(cost(change.tensor, formats_[change.tensor]));
        sums.add(cost(change.tensor, change.format));
    }
    return result(sums);
}

void PlanEvaluator::apply(std::span<const FormatChange> changes) {
    ++evaluations_;
    for (const FormatChange& change : changes) {
        sums_.subtract(cost(change.tensor, formats_[change.tensor]));
        sums_.add(cost(change.tensor, change.format));
        formats_[change.tensor] = change.format;
    }
}

}  // namespace bitlathe
