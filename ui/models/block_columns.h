// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <map>
#include <vector>

#include "ui/models/block_view.h"
#include "ui/models/tensor_catalog.h"

namespace bitlathe {

/// Which column of the block axis a tensor stands in: the same for every view over blocks. Columns
/// are the blocks that have adjustable tensors; embeddings stand left of them, the head and
/// anything else right. A value.
class BlockColumnMap {
public:
    explicit BlockColumnMap(const TensorCatalog& catalog);

    [[nodiscard]] BlockColumns columns() const;
    /// The column of a tensor of the catalog, or -1 when it cannot be adjusted.
    [[nodiscard]] int of(std::size_t tensor) const { return of_tensor_[tensor]; }
    /// The adjustable tensors of a column.
    [[nodiscard]] const std::vector<std::size_t>& tensors(int column) const {
        return tensors_[static_cast<std::size_t>(column)];
    }
    /// Block numbers, or "embed", "head", "other".
    [[nodiscard]] std::vector<QString> names() const;

private:
    [[nodiscard]] int find(const TensorFacts& facts) const;
    std::map<std::uint32_t, int> of_block_;
    std::vector<Role> left_, right_;
    std::vector<int> of_tensor_;
    std::vector<std::vector<std::size_t>> tensors_;  ///< by column
};

}  // namespace bitlathe
