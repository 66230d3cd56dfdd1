// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/prefix_trie.h"

#include <algorithm>

namespace bitlathe {

PrefixTrie::PrefixTrie(std::vector<std::pair<std::string_view, std::uint32_t>> entries) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    struct Range {
        std::size_t begin, end, depth;
        std::uint32_t node;
    };
    nodes_.emplace_back();
    std::vector<Range> work = {{0, entries.size(), 0, 0}};
    for (std::size_t next = 0; next < work.size(); ++next) {
        const Range range = work[next];
        std::size_t i = range.begin;
        for (; i < range.end && entries[i].first.size() == range.depth; ++i) {
            if (range.depth > 0) {
                nodes_[range.node].value = entries[i].second;
            }
        }
        nodes_[range.node].first_edge = static_cast<std::uint32_t>(labels_.size());
        while (i < range.end) {
            const auto label = static_cast<unsigned char>(entries[i].first[range.depth]);
            std::size_t end = i;
            while (end < range.end &&
                   static_cast<unsigned char>(entries[end].first[range.depth]) == label) {
                ++end;
            }
            const auto node = static_cast<std::uint32_t>(nodes_.size());
            nodes_.emplace_back();
            labels_.push_back(label);
            targets_.push_back(node);
            ++nodes_[range.node].edges;
            work.push_back({i, end, range.depth + 1, node});
            i = end;
        }
    }
    for (std::uint32_t edge = 0; edge < nodes_[0].edges; ++edge) {
        roots_[labels_[edge]] = targets_[edge];
    }
}

std::uint32_t PrefixTrie::child(std::uint32_t node, unsigned char byte) const {
    if (node == 0) {
        return roots_[byte];
    }
    const auto begin = labels_.begin() + nodes_[node].first_edge;
    const auto end = begin + nodes_[node].edges;
    const auto found = std::lower_bound(begin, end, byte);
    return found == end || *found != byte
               ? 0
               : targets_[static_cast<std::size_t>(found - labels_.begin())];
}

}  // namespace bitlathe
