// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bar_list.h"

#include <algorithm>
#include <array>

#include "ui/models/block_columns.h"
#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Placed {
    std::size_t tensor;
    bool expert;
};

/// Experts of a cell are one bar when they are folded, every other tensor is one of its own.
std::vector<Bar> bars_of(const std::vector<Placed>& placed, bool fold) {
    std::vector<Bar> bars;
    Bar experts;
    for (const Placed& p : placed) {
        if (p.expert && fold) {
            experts.tensors.push_back(p.tensor);
        } else {
            bars.push_back({{p.tensor}});
        }
    }
    if (!experts.tensors.empty()) bars.push_back(std::move(experts));
    return bars;
}

}  // namespace

BarList arrange_bars(const TensorCatalog& catalog, const std::set<Role>& unfolded) {
    BarList list;
    list.bar_of_tensor.assign(catalog.size(), -1);
    const BlockColumnMap& columns = *catalog.columns();
    std::array<int, kRoleCount> row_of_role{};
    std::array<bool, kRoleCount> used{};
    for (const TensorFacts& facts : catalog.tensors()) {
        if (facts.adjustable && facts.block) used[static_cast<std::size_t>(facts.role)] = true;
    }
    for (std::size_t role = 0; role < kRoleCount; ++role) {
        row_of_role[role] = static_cast<int>(list.rows.size());
        if (used[role]) list.rows.push_back(to_qstring(role_name(static_cast<Role>(role))));
    }
    if (list.rows.empty()) list.rows.emplace_back();
    const int last_row = static_cast<int>(list.rows.size()) - 1;

    const int width = columns.columns().count;
    std::vector<std::vector<Placed>> cells(list.rows.size() * static_cast<std::size_t>(width));
    bool any = false;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorFacts& facts = catalog.tensor(i);
        if (!facts.adjustable) continue;
        const int row = facts.block ? row_of_role[static_cast<std::size_t>(facts.role)] : last_row;
        cells[static_cast<std::size_t>(row * width + columns.of(i))].push_back(
            {i, facts.expert.has_value()});
        any = true;
    }
    if (!any) {
        list.rows.clear();
        return list;
    }

    list.columns = columns.names();
    list.grid.rows = static_cast<int>(list.rows.size());
    list.grid.columns = static_cast<int>(list.columns.size());
    list.grid.left = columns.columns().left;
    list.grid.right = columns.columns().right;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        const std::vector<Placed>& placed = cells[cell];
        if (placed.empty()) continue;
        const int row = static_cast<int>(cell) / width;
        const int column = static_cast<int>(cell) % width;
        std::vector<Bar> bars =
            bars_of(placed, !unfolded.contains(catalog.tensor(placed.front().tensor).role));
        for (std::size_t slot = 0; slot < bars.size(); ++slot) {
            for (const std::size_t tensor : bars[slot].tensors) {
                list.bar_of_tensor[tensor] = static_cast<int>(list.bars.size());
            }
            list.grid.bars.push_back(
                {row, column, static_cast<int>(slot), static_cast<int>(bars.size())});
            list.bars.push_back(std::move(bars[slot]));
        }
    }
    return list;
}

}  // namespace bitlathe
