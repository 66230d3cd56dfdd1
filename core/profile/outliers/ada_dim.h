// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/base/progress.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// Whether integer groups of a tensor should run along its rows, as formats store them, or down its
/// columns, where an input channel with large values has scales of its own (AdaDim, J. Heo et al.,
/// "Rethinking Channel Dimensions to Isolate Outliers for Low-bit Weight Quantization of Large
/// Language Models", 2024).
struct AdaDimChoice {
    /// Relative errors of what the tensor puts out, channels weighed by their mean squares.
    std::optional<double> along_rows, down_columns;
    /// Sums of squared differences of the weights alone, which must not decide.
    double rows_squares = 0, columns_squares = 0;
    [[nodiscard]] bool columns_are_better() const {
        return along_rows && down_columns && *down_columns < *along_rows;
    }
};

struct AdaDimRequest {
    int bits = 4;  ///< 2 .. 8, symmetric: absmax / (2^(bits - 1) - 1)
    std::uint64_t group = 128;
};

/// Rounds to the nearest both ways. `mean_squares`: of the inputs, one a column. The same bits for
/// any number of threads. Errors: kRefused (cannot be decoded, other columns), kCancelled.
[[nodiscard]] Result<AdaDimChoice> choose_dimension(const TensorView& view,
                                                    std::span<const float> mean_squares,
                                                    const AdaDimRequest& request,
                                                    const WorkContext& context);

}  // namespace bitlathe
