// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <span>
#include <vector>

#include "ui/models/tensor_cells.h"

namespace bitlathe {

/// Which group every tensor of a model stands under. A value.
struct GroupMap {
    std::vector<std::uint32_t> of_tensor;  ///< tensor -> index of titles; empty: no groups
    std::vector<QString> titles;           ///< in their natural order
};
/// Blocks in their order with the embedding before and what is no block after them; roles in the
/// order of Role; files in the order of the checkpoint.
[[nodiscard]] GroupMap group_tensors(const TensorCatalog& catalog, TensorGrouping grouping);

/// Tensors as rows: flat, or under groups. A value; positions are those in one list of all rows of
/// tensors, group after group.
class TensorRows {
public:
    struct Group {
        std::uint32_t key = 0;  ///< index of GroupMap::titles
        std::size_t first = 0, last = 0;
    };
    TensorRows() = default;
    /// `tensors` that are shown, in the order of their column. Groups without any are left out.
    TensorRows(std::vector<std::size_t> tensors, const GroupMap& map, std::size_t model_size);

    [[nodiscard]] bool grouped() const { return grouped_; }
    [[nodiscard]] const std::vector<Group>& groups() const { return groups_; }
    /// All rows of tensors.
    [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }
    [[nodiscard]] std::span<const std::size_t> tensors(std::size_t group) const;
    /// Position in order(), -1: not shown.
    [[nodiscard]] int position(std::size_t tensor) const {
        return tensor < positions_.size() ? positions_[tensor] : -1;
    }
    /// The group of a position; only when grouped.
    [[nodiscard]] std::size_t group_of(std::size_t position) const;
    /// Puts the groups in another order: `ranks[i]` is the group that comes to place i.
    void arrange(const std::vector<std::size_t>& ranks);

private:
    void index();
    bool grouped_ = false;
    std::vector<Group> groups_;
    std::vector<std::size_t> order_;
    std::vector<int> positions_;
};

}  // namespace bitlathe
