// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/tensor_rows.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <map>
#include <optional>

#include "ui/theme/text.h"

namespace bitlathe {
namespace {

/// Groups in the order of a key, titles made where a key is seen first.
template <class Key, class KeyOf, class TitleOf>
GroupMap group_by(const TensorCatalog& catalog, const KeyOf& key_of, const TitleOf& title_of) {
    std::map<Key, std::uint32_t> places;
    std::optional<Key> last;  // neighbours mostly stand under the same
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const Key key = key_of(i);
        if (key != last) places.emplace(key, 0);
        last = key;
    }
    GroupMap map;
    for (auto& [key, place] : places) {
        place = static_cast<std::uint32_t>(map.titles.size());
        map.titles.push_back(title_of(key));
    }
    map.of_tensor.reserve(catalog.size());
    std::uint32_t place = 0;
    last.reset();
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const Key key = key_of(i);
        if (key != last) place = places.at(key);
        last = key;
        map.of_tensor.push_back(place);
    }
    return map;
}

/// Before the blocks, a block, after the blocks.
using BlockKey = std::pair<int, std::uint32_t>;

BlockKey block_key(const TensorFacts& facts) {
    if (facts.block) return {1, *facts.block};
    const auto role = static_cast<std::uint32_t>(facts.role);
    return {facts.role == Role::kEmbed ? 0 : 2, role};
}

QString block_title(const BlockKey& key) {
    if (key.first == 1) return QCoreApplication::translate("tensors", "block %1").arg(key.second);
    return to_qstring(role_name(static_cast<Role>(key.second)));
}

}  // namespace

GroupMap group_tensors(const TensorCatalog& catalog, TensorGrouping grouping) {
    switch (grouping) {
        case TensorGrouping::kBlock:
            return group_by<BlockKey>(
                catalog, [&](std::size_t i) { return block_key(catalog.tensor(i)); }, block_title);
        case TensorGrouping::kRole:
            return group_by<Role>(
                catalog, [&](std::size_t i) { return catalog.tensor(i).role; },
                [](Role role) { return to_qstring(role_name(role)); });
        case TensorGrouping::kFile: {
            const auto files = catalog.model().checkpoint->files();
            return group_by<std::uint32_t>(
                catalog, [&](std::size_t i) { return catalog.model().tensor(i).file; },
                [&](std::uint32_t file) {
                    return file < files.size()
                               ? QFileInfo(to_qstring(files[file]->path().string())).fileName()
                               : QString();
                });
        }
        case TensorGrouping::kNone:
            break;
    }
    return {};
}

TensorRows::TensorRows(std::vector<std::size_t> tensors, const GroupMap& map,
                       std::size_t model_size)
    : grouped_(!map.of_tensor.empty()) {
    positions_.assign(model_size, -1);
    if (!grouped_) {
        order_ = std::move(tensors);
        index();
        return;
    }
    std::vector<std::size_t> counts(map.titles.size(), 0);
    for (const std::size_t tensor : tensors)
        ++counts[map.of_tensor[tensor]];
    std::vector<std::size_t> next(map.titles.size(), 0);
    std::size_t at = 0;
    for (std::size_t key = 0; key < counts.size(); ++key) {
        next[key] = at;
        if (counts[key] == 0) continue;
        groups_.push_back({static_cast<std::uint32_t>(key), at, at + counts[key]});
        at += counts[key];
    }
    order_.resize(tensors.size());
    for (const std::size_t tensor : tensors)
        order_[next[map.of_tensor[tensor]]++] = tensor;
    index();
}

void TensorRows::index() {
    for (std::size_t i = 0; i < order_.size(); ++i)
        positions_[order_[i]] = static_cast<int>(i);
}

std::span<const std::size_t> TensorRows::tensors(std::size_t group) const {
    const Group& own = groups_[group];
    return std::span(order_).subspan(own.first, own.last - own.first);
}

std::size_t TensorRows::group_of(std::size_t position) const {
    const auto after =
        std::upper_bound(groups_.begin(), groups_.end(), position,
                         [](std::size_t place, const Group& group) { return place < group.first; });
    return static_cast<std::size_t>(after - groups_.begin()) - 1;
}

void TensorRows::arrange(const std::vector<std::size_t>& ranks) {
    std::vector<std::size_t> order;
    order.reserve(order_.size());
    std::vector<Group> groups;
    groups.reserve(groups_.size());
    for (const std::size_t rank : ranks) {
        const auto own = tensors(rank);
        groups.push_back({groups_[rank].key, order.size(), order.size() + own.size()});
        order.insert(order.end(), own.begin(), own.end());
    }
    order_ = std::move(order);
    groups_ = std::move(groups);
    index();
}

}  // namespace bitlathe
