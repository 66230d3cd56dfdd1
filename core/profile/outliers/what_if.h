// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/checkpoint/checkpoint.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// What is known of the inputs of a linear, one value a channel.
struct InputFigures {
    std::vector<float> absmax, mean_abs, mean_squares;
};
[[nodiscard]] InputFigures input_figures(const TapProfile& tap, bool with_first);

/// Largest |w| of every column.
[[nodiscard]] Result<std::vector<float>> column_maxima(const TensorView& view,
                                                       const WorkContext& context);

struct WhatIfRequest {
    FormatId format;
    double smoothing = 0.5;  ///< alpha of SmoothQuant
    std::uint64_t seed = 1;  ///< of the rotation's signs
    std::span<const float> weight_max =
        {};                            ///< of all linears with these inputs; empty: of this one
    const GramMatrix* gram = nullptr;  ///< of the inputs, for the full output error
};

/// One tensor, changed in a way that its model would not notice, and then stored in the format.
struct WhatIfCase {
    std::string_view name;        ///< "plain", "smoothed", "awq", "rotated"
    std::optional<double> alpha;  ///< of scales
    /// Relative errors, of what comes back when the change is undone: of the weights; of the
    /// outputs, input channels taken as uncorrelated; and by the Gram matrix.
    std::optional<double> nmse, output_error, output_error_full;
    /// Of the changed weights: largest / root mean square (incoherence), m4 / m2^2.
    std::optional<double> incoherence, kurtosis;
    /// Largest of the changed inputs' channels / median, where it follows from what is known.
    std::optional<double> channel_ratio;
};

/// The tensor as it is, smoothed, scaled by AWQ's search and rotated. Estimates of this tensor
/// alone: what can be folded into a model's norms and what a runtime must do is another question.
/// Errors: kRefused (cannot be decoded, other columns), kImpossible (a format that cannot hold its
/// rows), kCancelled.
[[nodiscard]] Result<std::vector<WhatIfCase>> what_if(const TensorView& view,
                                                      const InputFigures& inputs,
                                                      const WhatIfRequest& request,
                                                      const WorkContext& context);

}  // namespace bitlathe
