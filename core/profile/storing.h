// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"

namespace bitlathe {

// What all measures of the error of storing a tensor in other formats begin and end with.

/// A format that can hold the rows of a tensor.
struct StoringFormat {
    const FormatInfo* info = nullptr;
    std::uint64_t row_bytes = 0;
    bool stored = false;  ///< the tensor is in this format: kept byte by byte, without error
};
/// Those of `formats` that can, in their order.
[[nodiscard]] std::vector<StoringFormat> formats_that_hold(const TensorView& view,
                                                           std::span<const FormatId> formats);

/// Errors: kRefused, where the weights cannot be decoded.
[[nodiscard]] Status check_decodable(const TensorView& view);

/// Puts 0 in the place of NaN and infinities: no encoder has to be right about them, and 0 adds no
/// error.
void zero_nonfinite(std::span<float> values);

/// a / b; empty where that is not a number (no weight but zero, or a format whose range is too
/// small).
[[nodiscard]] std::optional<double> finite_ratio(double a, double b);

}  // namespace bitlathe
