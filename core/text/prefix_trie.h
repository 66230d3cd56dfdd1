// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace bitlathe {

/// Finds which of many texts another text begins with. Immutable and thread-safe.
class PrefixTrie {
public:
    PrefixTrie() = default;
    /// Of texts that are there twice the last value counts; empty texts are left out.
    explicit PrefixTrie(std::vector<std::pair<std::string_view, std::uint32_t>> entries);

    /// Calls `visit(bytes, value)` for every entry that `text` begins with, shortest first.
    template <class Visit>
    void for_each_prefix(std::string_view text, Visit&& visit) const {
        std::uint32_t node = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            node = child(node, static_cast<unsigned char>(text[i]));
            if (node == 0) {
                return;
            }
            if (nodes_[node].value != kNone) {
                visit(i + 1, nodes_[node].value);
            }
        }
    }
    /// Whether an entry begins with this byte.
    [[nodiscard]] bool begins_with(unsigned char byte) const {
        return !nodes_.empty() && roots_[byte] != 0;
    }

private:
    static constexpr std::uint32_t kNone = ~std::uint32_t{0};
    struct Node {
        std::uint32_t first_edge = 0;
        std::uint32_t edges = 0;
        std::uint32_t value = kNone;
    };
    [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const;

    std::array<std::uint32_t, 256> roots_{};
    std::vector<Node> nodes_;
    std::vector<unsigned char> labels_;  ///< of edges; edge i leads to node targets_[i]
    std::vector<std::uint32_t> targets_;
};

}  // namespace bitlathe
