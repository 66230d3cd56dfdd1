// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace bitlathe {

/// The middle value, of an even number the mean of the two in the middle. At least one value.
template <class Number>
[[nodiscard]] double median_of(std::vector<Number> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1) {
        return *middle;
    }
    return (double{*middle} + *std::max_element(values.begin(), middle)) / 2;
}

}  // namespace bitlathe
