// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/model/model.h"

namespace bitlathe {

/// Two tensors with the same place in the model. Of stacked experts against experts stored one by
/// one there is one entry per expert.
struct TensorDifference {
    std::size_t a = 0;  ///< index into the tensors of the first checkpoint
    std::size_t b = 0;
    std::optional<std::uint64_t>
        expert_a;  ///< slice of a stacked tensor, when only the other side is single
    std::optional<std::uint64_t> expert_b;
    std::uint64_t bytes_a = 0;  ///< of the compared part
    std::uint64_t bytes_b = 0;
    std::optional<double> nmse;     ///< |b - a|^2 / |a|^2; empty when it cannot be compared
    std::optional<double> max_abs;  ///< largest |b - a|
    std::string note;  ///< why there is no number, or what was undone to compare; "" usually
};

/// What differs between two checkpoints.
struct CheckpointDifference {
    std::vector<TensorDifference> tensors;  ///< in the order of the first checkpoint
    std::vector<std::size_t> only_a, only_b;
};

/// Matches tensors by their canonical place, across containers too, and compares decoded values;
/// what a GGUF conversion does to weights is undone first (rows of q and k reordered for rotary
/// embedding in llama-like models, 1 added to the norms of gemma, the transposed linears of gpt2).
/// The same numbers for any thread count.
Result<CheckpointDifference> compare_checkpoints(const Model& a, const Model& b,
                                                 const WorkContext& context);

}  // namespace bitlathe
