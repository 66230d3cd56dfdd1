// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/base/progress.h"
#include "core/model/model.h"

namespace bitlathe {

/// The linears of every block that can be decoded: what ZD and kurtosis of a block are about.
/// Indices into the tensors of the model.
[[nodiscard]] std::vector<std::vector<std::size_t>> linears_of_blocks(const Model& model);

/// Kurtosis m4 / m2^2 of all weights of the linears of each block together; empty where there are
/// none or they do not vary. One pass over the weights, the same bits for any number of threads.
/// Errors: kRefused (a file that changed), kCancelled.
[[nodiscard]] Result<std::vector<std::optional<double>>> block_kurtosis(const Model& model,
                                                                        const WorkContext& context);

}  // namespace bitlathe
