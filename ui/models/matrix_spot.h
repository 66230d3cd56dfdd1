// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace bitlathe {

/// What deserves a look in a matrix, by its place in the tensor: a whole row, a whole column, or
/// `cols` weights of a row from `col` on.
struct MatrixSpot {
    std::optional<std::uint64_t> row, col;
    std::uint64_t cols = 1;
    bool operator==(const MatrixSpot&) const = default;
};

}  // namespace bitlathe
