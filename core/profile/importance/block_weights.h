// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/profile/shared_profile.h"

namespace bitlathe {

/// The linears of every block that can be decoded: what ZD and kurtosis of a block are about.
/// Indices into the tensors of the model.
[[nodiscard]] std::vector<std::vector<std::size_t>> linears_of_blocks(const Model& model);

/// Kurtosis m4 / m2^2 of all weights of the linears of each block together, from the statistics of
/// the tensors of the model (by index); empty where there are none, where one is not known and
/// where the weights do not vary.
[[nodiscard]] std::vector<std::optional<double>> block_kurtosis(
    const Model& model, std::span<const SharedProfile> tensors);

}  // namespace bitlathe
