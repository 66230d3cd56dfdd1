// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/progress.h"
#include "core/model/model.h"

namespace bitlathe {

/// Rows [first_row, first_row + rows) of a tensor.
struct TensorPart {
    const Model* model = nullptr;
    std::size_t tensor = 0;
    std::uint64_t first_row = 0;
    std::uint64_t rows = 0;
    std::uint64_t cols = 0;
};

/// How far the values of one part are from those of another.
struct ValueDifference {
    std::optional<double> nmse;     ///< |b - a|^2 / |a|^2; empty when it cannot be compared
    std::optional<double> max_abs;  ///< largest |b - a|
    std::string obstacle;           ///< why the two cannot be compared; "" when they can
};

/// Compares decoded values; between a GGUF and a Hugging Face checkpoint what the conversion did is
/// undone first. The same numbers for any thread count. Errors: kCancelled.
[[nodiscard]] Result<ValueDifference> compare_values(const TensorPart& a, const TensorPart& b,
                                                     const WorkContext& context);

}  // namespace bitlathe
