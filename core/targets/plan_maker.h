// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/targets/planner.h"

namespace bitlathe {

/// A format a tensor could have.
struct TensorLevel {
    FormatId format;
    std::string reason = {};  ///< why it is there although nobody named it
};

/// What the rules of a request say of a tensor.
struct TensorRule {
    std::optional<FormatId> lock, floor;
    bool kept = false;  ///< the lock is one of an earlier plan
};

/// What the parts of the planner share: the target, the candidates and the rules of one request.
/// Made by PlanMaker::create(), which refuses requests that make no sense for the model.
class PlanMaker {
public:
    static Result<PlanMaker> create(const Model& model, const PlanRequest& request,
                                    const Plan* kept = nullptr);

    [[nodiscard]] const Model& model() const { return *model_; }
    [[nodiscard]] const PlanRequest& request() const { return *request_; }
    [[nodiscard]] const Target& target() const { return *target_; }
    [[nodiscard]] const TensorRule& rule(std::size_t tensor) const { return rules_[tensor]; }

    /// What the target makes of a format for a tensor.
    [[nodiscard]] Placement place(std::size_t tensor, FormatId format) const;
    /// The source as it is, or what the target puts in its place.
    [[nodiscard]] TensorLevel top(std::size_t tensor) const;
    /// What a solver may choose from: one level for locked and unquantizable tensors. Errors:
    /// kImpossible (an illegal lock).
    [[nodiscard]] Result<std::vector<TensorLevel>> levels(std::size_t tensor) const;
    /// The format of a lock, as a level. A tensor that nothing can be done with stays as it is.
    /// Errors: kImpossible.
    [[nodiscard]] Result<TensorLevel> locked_level(std::size_t tensor) const;
    /// `placement` raised to the floor of the tensor.
    [[nodiscard]] Placement at_least_floor(std::size_t tensor, Placement placement) const;
    [[nodiscard]] std::uint64_t bytes(std::size_t tensor, FormatId format) const;
    /// Sets of tensors that share a format; those tied to nothing are alone.
    [[nodiscard]] std::vector<std::vector<std::size_t>> groups() const;
    /// A plan without tensors.
    [[nodiscard]] Plan empty_plan() const;
    [[nodiscard]] Recipe recipe(std::size_t tensor, const TensorLevel& level) const;

private:
    PlanMaker() = default;
    Status read_rules(const Plan* kept);
    /// Every lock must be possible for at least one tensor.
    [[nodiscard]] Status check_locks() const;
    [[nodiscard]] bool can_change(std::size_t tensor) const;
    [[nodiscard]] bool above_floor(std::size_t tensor, FormatId format) const;
    void add_level(std::size_t tensor, FormatId format, const TensorLevel& top,
                   std::vector<TensorLevel>& levels) const;

    const Model* model_ = nullptr;
    const PlanRequest* request_ = nullptr;
    const Target* target_ = nullptr;
    std::vector<FormatId> candidates_;
    bool offers_source_ = true;  ///< whether the source is a level of every tensor
    std::vector<TensorRule> rules_;
};

}  // namespace bitlathe
