// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/block_columns.h"

#include <QCoreApplication>
#include <algorithm>

namespace bitlathe {
namespace {

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

int place_in(const std::vector<Role>& group, Role role) {
    const auto found = std::find(group.begin(), group.end(), role);
    return found == group.end() ? -1 : static_cast<int>(found - group.begin());
}

}  // namespace

BlockColumnMap::BlockColumnMap(const TensorCatalog& catalog) {
    for (const TensorFacts& facts : catalog.tensors()) {
        if (!facts.adjustable) continue;
        if (facts.block) {
            of_block_.emplace(*facts.block, 0);
            continue;
        }
        auto& group = facts.role == Role::kEmbed ? left_ : right_;
        if (place_in(group, facts.role) < 0) group.push_back(facts.role);
    }
    std::sort(right_.begin(), right_.end());
    int index = 0;
    for (auto& entry : of_block_)
        entry.second = index++;
    of_tensor_.reserve(catalog.size());
    tensors_.resize(static_cast<std::size_t>(columns().count));
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const TensorFacts& facts = catalog.tensor(i);
        of_tensor_.push_back(facts.adjustable ? find(facts) : -1);
        if (of_tensor_[i] >= 0) tensors_[static_cast<std::size_t>(of_tensor_[i])].push_back(i);
    }
}

BlockColumns BlockColumnMap::columns() const {
    return {static_cast<int>(left_.size() + of_block_.size() + right_.size()),
            static_cast<int>(left_.size()), static_cast<int>(right_.size())};
}

int BlockColumnMap::find(const TensorFacts& facts) const {
    const auto left = static_cast<int>(left_.size());
    if (facts.block) return left + of_block_.at(*facts.block);
    if (const int place = place_in(left_, facts.role); place >= 0) return place;
    return left + static_cast<int>(of_block_.size()) + place_in(right_, facts.role);
}

std::vector<QString> BlockColumnMap::names() const {
    std::vector<QString> names;
    for (const Role role : left_)
        names.push_back(outside_name(role));
    for (const auto& entry : of_block_)
        names.push_back(QString::number(entry.first));
    for (const Role role : right_)
        names.push_back(outside_name(role));
    return names;
}

}  // namespace bitlathe
