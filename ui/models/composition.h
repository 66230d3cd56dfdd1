// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "ui/models/plan_model.h"
#include "ui/theme/role_group.h"

namespace bitlathe {

/// Bytes of the tensors of a model, told apart in three ways. All three add up to the same.
struct ByteSums {
    using ByGroup = std::array<std::uint64_t, kRoleGroupCount>;
    ByGroup by_role{};
    std::map<FormatId, std::uint64_t> by_format;  ///< without formats nobody has
    std::vector<ByGroup> by_block;                ///< one past the last: tensors outside of blocks
    std::uint64_t total = 0;

    void add(const TensorFacts& facts, FormatId format, std::uint64_t bytes);
};

/// What a model consists of, as stored and as planned (as shown, previews included). Follows
/// changes in time proportional to the tensors that changed.
class Composition {
public:
    /// Everything anew; empty where no model is open.
    void reset(const PlanModel& plan);
    void follow(const PlanModel& plan, const std::vector<std::size_t>& tensors);

    [[nodiscard]] const ByteSums& before() const { return before_; }
    [[nodiscard]] const ByteSums& after() const { return after_; }

private:
    struct Counted {
        FormatId format;
        std::uint64_t bytes = 0;
    };
    ByteSums before_, after_;
    std::vector<Counted> counted_;  ///< tensor -> what after_ holds of it
};

}  // namespace bitlathe
