// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <set>
#include <vector>

#include "ui/canvas/bits_geometry.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// One bar of the BITS canvas: a tensor, or the experts of one block and role folded into one.
struct Bar {
    std::vector<std::size_t> tensors;  ///< indices of the catalog, not empty
};

/// Which bars a model has and how they are arranged. A value.
struct BarList {
    std::vector<Bar> bars;           ///< in the order of BitsGrid::bars
    std::vector<QString> rows;       ///< role names
    std::vector<QString> columns;    ///< block numbers, or "embed", "head"
    std::vector<int> bar_of_tensor;  ///< -1: no bar
    BitsGrid grid;
};

/// Rows are the roles in the order of Role, columns the blocks that occur. Tensors of no block
/// stand in columns of their own: embeddings left, the head and anything else right, in the lowest
/// row. Tensors whose format cannot be chosen (norms) get no bar. Experts of a block share one bar
/// unless their role is `unfolded`.
[[nodiscard]] BarList arrange_bars(const TensorCatalog& catalog,
                                   const std::set<Role>& unfolded = {});

}  // namespace bitlathe
