// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <string_view>
#include <vector>

namespace bitlathe {

/// Indices 0 ... count-1 in the order of their names, equal names by index. Sorting instead of
/// hashing: names come from outside, and hashes can be made to collide.
template <class NameOf>
std::vector<std::uint32_t> order_by_name(std::size_t count, NameOf&& name_of) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int compared = std::string_view(name_of(a)).compare(std::string_view(name_of(b)));
        return compared != 0 ? compared < 0 : a < b;
    });
    return order;
}

/// Index of the first item whose name an earlier one has too.
template <class NameOf>
std::optional<std::size_t> first_duplicate(std::size_t count, NameOf&& name_of) {
    const auto order = order_by_name(count, name_of);
    std::optional<std::size_t> first;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (name_of(order[i - 1]) == name_of(order[i]) && (!first || order[i] < *first)) {
            first = order[i];
        }
    }
    return first;
}

}  // namespace bitlathe
