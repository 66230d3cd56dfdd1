// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/targets/loss_sum.h"
#include "core/targets/planner.h"

namespace bitlathe {

/// Another format for one tensor.
struct FormatChange {
    std::size_t tensor = 0;
    FormatId format;
};
/// The format that a solution gives every tensor of its problem.
[[nodiscard]] std::vector<FormatChange> changes_of(const Problem& problem,
                                                   const Solution& solution);

/// What one tensor is in one format.
struct TensorCost {
    FormatId format;
    bool known = false;  ///< whether loss is
    std::uint64_t bytes = 0;
    double loss = 0;  ///< weights x NMSE
};

/// The totals of a plan while it is being changed: a question costs time in proportion to the
/// changes, not to the model. Every answer equals totals() of the changed plan, bit for bit,
/// however many changes came before. For one thread.
class PlanEvaluator {
public:
    /// Errors are copied: what is learned later is taken in by learn(). Tensors that the plan does
    /// not name count as copied.
    PlanEvaluator(std::shared_ptr<const Model> model, const Plan& plan, const ErrorTable& errors);

    /// The same for a plan that gives tensor i the format `formats[i]`.
    PlanEvaluator(std::shared_ptr<const Model> model, std::span<const FormatId> formats,
                  const ErrorTable& errors);

    [[nodiscard]] PlanTotals current() const { return result(sums_); }
    /// Totals as if `changes` were made. Of several changes of one tensor the last counts.
    [[nodiscard]] PlanTotals with_changes(std::span<const FormatChange> changes) const;
    /// Totals as if each of `tensors` cost what `costs`, by tensor, says. No tensor twice.
    [[nodiscard]] PlanTotals with_costs(std::span<const std::size_t> tensors,
                                        std::span<const TensorCost> costs) const;
    /// Makes the changes, in order.
    void apply(std::span<const FormatChange> changes);

    /// Takes in what `errors` says of these tensors now, in time proportional to their number.
    void learn(std::span<const std::size_t> tensors, const ErrorTable& errors);

    [[nodiscard]] FormatId format(std::size_t tensor) const { return current_[tensor].format; }
    /// What a tensor is now, and what it would be in another format.
    [[nodiscard]] const TensorCost& cost(std::size_t tensor) const { return current_[tensor]; }
    [[nodiscard]] TensorCost cost(std::size_t tensor, FormatId format) const;
    /// How often with_changes(), with_costs() or apply() was called.
    [[nodiscard]] std::uint64_t evaluations() const { return evaluations_; }

private:
    struct Sums {
        std::uint64_t bytes = 0;
        std::uint64_t unknown = 0;  ///< tensors whose loss is not known
        LossSum loss;
        void add(const TensorCost& cost);
        void subtract(const TensorCost& cost);
    };

    /// Where the costs of one tensor are.
    struct Range {
        std::size_t first = 0, last = 0;
    };
    void add_cost(const TensorCost& cost);
    [[nodiscard]] Range add_costs(std::size_t tensor, const ErrorTable& errors);
    [[nodiscard]] PlanTotals result(const Sums& sums) const;

    std::shared_ptr<const Model> model_;
    std::uint64_t parameters_ = 0;
    std::vector<Range> ranges_;        ///< by tensor
    std::vector<TensorCost> costs_;    ///< what is known; ranges that were replaced stay behind
    std::vector<FormatId> formats_;    ///< of costs_: looked through without touching the rest
    std::vector<TensorCost> current_;  ///< by tensor
    Sums sums_;
    mutable std::vector<std::uint64_t> seen_;  ///< tensor -> evaluation that last looked at it
    mutable std::uint64_t evaluations_ = 0;
};

}  // namespace bitlathe
