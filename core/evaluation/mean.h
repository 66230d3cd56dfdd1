// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstddef>

namespace bitlathe {

/// Mean and its standard error.
struct Mean {
    double value = 0;
    double error = 0;
};

/// Of value_of(0) to value_of(count - 1), at least one, in two passes.
template <class ValueOf>
[[nodiscard]] Mean mean_of(std::size_t count, ValueOf value_of) {
    const auto n = static_cast<double>(count);
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
        sum += value_of(i);
    }
    const double mean = sum / n;
    double square = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const double deviation = value_of(i) - mean;
        square += deviation * deviation;
    }
    return {mean, count > 1 ? std::sqrt(square / (n - 1) / n) : 0.0};
}

}  // namespace bitlathe
