// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <vector>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// One line of the inspector: what, and what it is; `note` says more on hover.
struct Fact {
    QString name;
    QString value;
    QString note;
};

/// What is known of one tensor: shape, storage, place in the file, plan, statistics of its weights.
[[nodiscard]] std::vector<Fact> facts_of(const PlanModel& plan, std::size_t tensor);
/// Statistics of several tensors over all their weights together: unknown while those of one are.
struct PooledWeights {
    std::optional<double> absmax, sigma;
};
/// They do not change with the plan, and take milliseconds for thousands of tensors.
[[nodiscard]] PooledWeights pooled_weights(const PlanModel& plan,
                                           std::span<const std::size_t> tensors);
/// The same figures over several tensors: sums, and statistics pooled over their weights.
[[nodiscard]] std::vector<Fact> facts_of(const PlanModel& plan,
                                         std::span<const std::size_t> tensors,
                                         const PooledWeights& weights);
/// Name and facts of one tensor as lines of text, for tooltips and the clipboard.
[[nodiscard]] QString facts_text(const PlanModel& plan, std::size_t tensor);
/// What a lock or a tie does to a tensor, in sentences; empty when neither is there.
[[nodiscard]] QString bonds_of(const PlanModel& plan, std::size_t tensor);

}  // namespace bitlathe
