// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/bar_list.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <map>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

struct Placed {
    std::size_t tensor;
    bool expert;
};
using Cell = std::pair<int, int>;  // row, column

QString outside_name(Role role) {
    switch (role) {
        case Role::kEmbed:
            return QCoreApplication::translate("bars", "embed");
        case Role::kLmHead:
            return QCoreApplication::translate("bars", "head");
        default:
            return QCoreApplication::translate("bars", "other");
    }
}

/// Experts of a cell are one bar, every other tensor is one of its own.
std::vector<Bar> bars_of(const std::vector<Placed>& placed) {
    std::vector<Bar> bars;
    Bar experts;
    for (const Placed& p : placed) {
        if (p.expert) {
            experts.tensors.push_back(p.tensor);
        } else {
            bars.push_back({{p.tensor}});
        }
    }
    if (!experts.tensors.empty()) bars.push_back(std::move(experts));
    return bars;
}

/// The columns: those left of the blocks, the blocks, those right of them.
struct Columns {
    std::map<std::uint32_t, int> of_block;
    std::vector<Role> left, right;

    [[nodiscard]] int of(const TensorFacts& facts) const {
        const auto place = [&facts](const std::vector<Role>& group) {
            return static_cast<int>(std::find(group.begin(), group.end(), facts.role) -
                                    group.begin());
        };
        const int left_count = static_cast<int>(left.size());
        if (facts.block) return left_count + of_block.at(*facts.block);
        if (const int k = place(left); k < left_count) return k;
        return left_count + static_cast<int>(of_block.size()) + place(right);
    }
};

Columns find_columns(const TensorCatalog& catalog) {
    Columns columns;
    for (const TensorFacts& facts : catalog.tensors()) {
        if (!facts.adjustable) continue;
        if (facts.block) {
            columns.of_block.emplace(*facts.block, 0);
            continue;
        }
        auto& group = facts.role == Role::kEmbed ? columns.left : columns.right;
        if (std::find(group.begin(), group.end(), facts.role) == group.end()) {
            group.push_back(facts.role);
        }
    }
    std::sort(columns.right.begin(), columns.right.end());
    int index = 0;
    for (auto& entry : columns.of_block)
        entry.second = index++;
    return columns;
}

}  // namespace

BarList arrange_bars(const TensorCatalog& catalog) {
    BarList list;
    list.bar_of_tensor.assign(catalog.size(), -1);
    const Columns columns = find_columns(catalog);
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

    std::map<Cell, std::vector<Placed>> cells;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorFacts& facts = catalog.tensor(i);
        if (!facts.adjustable) continue;
        const int row = facts.block ? row_of_role[static_cast<std::size_t>(facts.role)] : last_row;
        cells[{row, columns.of(facts)}].push_back({i, facts.expert.has_value()});
    }
    if (cells.empty()) {
        list.rows.clear();
        return list;
    }

    for (const Role role : columns.left)
        list.columns.push_back(outside_name(role));
    for (const auto& entry : columns.of_block)
        list.columns.push_back(QString::number(entry.first));
    for (const Role role : columns.right)
        list.columns.push_back(outside_name(role));
    list.grid.rows = static_cast<int>(list.rows.size());
    list.grid.columns = static_cast<int>(list.columns.size());
    list.grid.left = static_cast<int>(columns.left.size());
    list.grid.right = static_cast<int>(columns.right.size());
    for (const auto& [cell, placed] : cells) {
        std::vector<Bar> bars = bars_of(placed);
        for (std::size_t slot = 0; slot < bars.size(); ++slot) {
            for (const std::size_t tensor : bars[slot].tensors) {
                list.bar_of_tensor[tensor] = static_cast<int>(list.bars.size());
            }
            list.grid.bars.push_back(
                {cell.first, cell.second, static_cast<int>(slot), static_cast<int>(bars.size())});
            list.bars.push_back(std::move(bars[slot]));
        }
    }
    return list;
}

}  // namespace bitlathe
