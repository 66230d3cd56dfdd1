// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/profile/activation/gram_matrix.h"
#include "core/profile/weight_profile.h"

namespace bitlathe {

/// The relative output error of a tensor in every format that can hold its rows: tr(D G D^T) /
/// tr(W G W^T) with D = W' - W and G = X^T X / T. Exact for the inputs that were seen, correlated
/// or not; costs rows x cols^2 multiplications a format. `grams`: one, or one for each of its
/// stacked experts. Errors: kRefused (cannot be decoded, sizes that do not fit, no memory),
/// kCancelled.
[[nodiscard]] Result<std::vector<FormatError>> full_output_errors(
    const TensorView& view, std::span<const FormatId> formats,
    std::span<const GramMatrix* const> grams, const WorkContext& context);

/// tr(D G D^T) of some rows.
[[nodiscard]] Result<double> gram_energy(ConstRows rows, const DeviceMatrix& gram,
                                         const WorkContext& context);

}  // namespace bitlathe
