// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>

namespace bitlathe {

/// Whether the first of two numbered values stands before the second in a ranking: the larger one,
/// of equal ones that of the lower number. An order for sorting whatever the values are: figures of
/// a model whose values overflow may be NaN, which stands at the ends, by its sign.
template <class Value>
[[nodiscard]] bool ranks_before(Value a, std::size_t number_a, Value b, std::size_t number_b) {
    const auto order = std::weak_order(a, b);
    return order != 0 ? order > 0 : number_a < number_b;
}

}  // namespace bitlathe
