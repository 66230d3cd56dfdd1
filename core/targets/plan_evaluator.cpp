// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/plan_evaluator.h"

#include <algorithm>

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

void PlanEvaluator::Sums::add(const TensorCost& cost) {
    bytes += cost.bytes;
    if (cost.known) {
        loss.add(LossSum::term(cost.loss));
    } else {
        ++unknown;
    }
}

void PlanEvaluator::Sums::subtract(const TensorCost& cost) {
    bytes -= cost.bytes;
    if (cost.known) {
        loss.subtract(LossSum::term(cost.loss));
    } else {
        --unknown;
    }
}

PlanEvaluator::PlanEvaluator(std::shared_ptr<const Model> model, const Plan& plan,
                             const ErrorTable& errors)
    : PlanEvaluator(model, formats_of(*model, plan), errors) {}

PlanEvaluator::PlanEvaluator(std::shared_ptr<const Model> model, std::span<const FormatId> formats,
                             const ErrorTable& errors)
    : model_(std::move(model)), parameters_(model_->checkpoint->parameters()) {
    const std::size_t count = model_->places.size();
    ranges_.reserve(count);
    costs_.reserve(count);
    current_.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        ranges_.push_back(add_costs(i, errors));
        current_.push_back(cost(i, formats[i]));
        sums_.add(current_[i]);
    }
    seen_.assign(count, 0);
}

void PlanEvaluator::add_cost(const TensorCost& cost) {
    costs_.push_back(cost);
    formats_.push_back(cost.format);
}

PlanEvaluator::Range PlanEvaluator::add_costs(std::size_t tensor, const ErrorTable& errors) {
    const TensorInfo& info = model_->tensor(tensor);
    const std::size_t first = costs_.size();
    add_cost({info.format, true, info.bytes, 0});
    if (tensor < errors.profiles.size() && errors.profiles[tensor]) {
        for (const FormatError& error : errors.profiles[tensor]->errors) {
            const auto loss = planned_loss(info, error.format, errors.nmse(tensor, error.format));
            add_cost({error.format, loss.has_value(),
                      tensor_bytes(error.format, info.shape).value_or(info.bytes),
                      loss.value_or(0)});
        }
    }
    return {first, costs_.size()};
}

void PlanEvaluator::learn(std::span<const std::size_t> tensors, const ErrorTable& errors) {
    for (const std::size_t tensor : tensors) {
        sums_.subtract(current_[tensor]);
        ranges_[tensor] = add_costs(tensor, errors);
        current_[tensor] = cost(tensor, current_[tensor].format);
        sums_.add(current_[tensor]);
    }
}

TensorCost PlanEvaluator::cost(std::size_t tensor, FormatId format) const {
    const Range range = ranges_[tensor];
    const auto known = std::span(formats_).subspan(range.first, range.last - range.first);
    const auto found = std::find(known.begin(), known.end(), format);
    if (found != known.end()) {
        return costs_[range.first + static_cast<std::size_t>(found - known.begin())];
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
        sums.subtract(current_[change.tensor]);
        sums.add(cost(change.tensor, change.format));
    }
    return result(sums);
}

PlanTotals PlanEvaluator::with_costs(std::span<const std::size_t> tensors,
                                     std::span<const TensorCost> costs) const {
    ++evaluations_;
    Sums sums = sums_;
    for (const std::size_t tensor : tensors) {
        sums.subtract(current_[tensor]);
        sums.add(costs[tensor]);
    }
    return result(sums);
}

void PlanEvaluator::apply(std::span<const FormatChange> changes) {
    ++evaluations_;
    for (const FormatChange& change : changes) {
        sums_.subtract(current_[change.tensor]);
        current_[change.tensor] = cost(change.tensor, change.format);
        sums_.add(current_[change.tensor]);
    }
}

}  // namespace bitlathe
