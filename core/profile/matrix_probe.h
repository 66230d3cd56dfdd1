// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/base/progress.h"
#include "core/formats/codes.h"
#include "core/profile/matrix_grid.h"

namespace bitlathe {

/// All there is to know of one weight.
struct WeightReading {
    float value = 0;
    std::optional<WeightCode> code;  ///< as stored; nothing for floats
    std::optional<float> quantized;  ///< nothing where the format cannot be encoded
    std::optional<WeightCode> quantized_code;
};

/// Reads one weight of a decodable tensor, and what storing its row in `format` makes of it
/// (without importance). (row, col) must lie inside. Touches a block of the file, or a row of it.
[[nodiscard]] WeightReading read_weight(const TensorView& view, FormatId format, std::uint64_t row,
                                        std::uint64_t col);

/// Writes the values of a region as CSV: a line of column numbers, then a line per row that begins
/// with its number, both as in the tensor. Nine digits, so that every float32 comes back. Errors:
/// kNotWritten, kCancelled.
[[nodiscard]] Status write_matrix_csv(const MatrixSource& source, const MatrixOrder& order,
                                      const MatrixRegion& region, const std::filesystem::path& path,
                                      const WorkContext& context);

}  // namespace bitlathe
