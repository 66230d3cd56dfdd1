// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>

namespace bitlathe {

/// Product of all factors, or nothing when it does not fit in 64 bits. Every product of numbers
/// from a file goes through here.
[[nodiscard]] inline std::optional<std::uint64_t> checked_mul(
    std::initializer_list<std::uint64_t> factors) {
    std::uint64_t product = 1;
    for (std::uint64_t factor : factors) {
        if (__builtin_mul_overflow(product, factor, &product)) {
            return std::nullopt;
        }
    }
    return product;
}

/// Sum, or nothing when it does not fit in 64 bits.
[[nodiscard]] inline std::optional<std::uint64_t> checked_add(std::uint64_t a, std::uint64_t b) {
    std::uint64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum)) {
        return std::nullopt;
    }
    return sum;
}

/// Whether [offset, offset + length) lies inside [0, total); never wraps.
[[nodiscard]] constexpr bool range_fits(std::uint64_t offset, std::uint64_t length,
                                        std::uint64_t total) {
    return offset <= total && length <= total - offset;
}

/// Smallest multiple of `alignment` (a power of two) that is >= value, or nothing on overflow.
[[nodiscard]] inline std::optional<std::uint64_t> checked_align(std::uint64_t value,
                                                                std::uint64_t alignment) {
    const auto padded = checked_add(value, alignment - 1);
    if (!padded) {
        return std::nullopt;
    }
    return *padded & ~(alignment - 1);
}

}  // namespace bitlathe
