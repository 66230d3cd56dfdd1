// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/profile/summary.h"
#include "core/profile/value_kernels.h"

namespace bitlathe {

/// How often each key of make_keys() occurs. Two neighbours are counted with one increment of a
/// table of pairs: increments, not reading, are what bounds a histogram.
class KeyCounts {
public:
    using Totals = std::array<std::uint64_t, 256>;
    /// Keys of finite weights, in any pieces.
    void add(std::span<const std::uint8_t> keys);
    void add_to(Totals& totals) const;

private:
    void carry();
    std::vector<std::uint32_t> pairs_ = std::vector<std::uint32_t>(65536);
    Totals carried_{};
    std::uint64_t since_carry_ = 0;
};

/// The scale for weights of this range: exact for every float32, as bin edges are k absmax / 64 and
/// no weight that is not on an edge is closer to one than 2^-30 of itself.
[[nodiscard]] KeyScale key_scale(const Range& range, double mean, double sigma);

/// Exponent fields of float32, 0 .. 254.
using ExponentCounts = std::array<std::uint64_t, 256>;

/// Splits key counts into histogram and exponents. Key 0 is left out of the exponents: it says no
/// more than that the exponent is below the lowest of the scale.
void split_keys(const KeyCounts::Totals& totals, const KeyScale& scale, double absmax,
                WeightStatistics& statistics, ExponentCounts& exponents);

}  // namespace bitlathe
