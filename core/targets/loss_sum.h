// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace bitlathe {

/// A sum of losses that does not depend on their order: fixed point with 50 binary places. Adding
/// and taking away again leaves nothing behind, so a sum that was updated a million times equals
/// one that was made afresh, bit for bit. Terms are between 0 and 2^54 (larger ones count as that);
/// 2^22 of them fit. A term is right to 2^-50, about 1e-15.
class LossSum {
public:
    using Term = __int128;

    [[nodiscard]] static Term term(double loss) {
        return static_cast<Term>(std::ldexp(std::clamp(loss, 0.0, 0x1p54), kPlaces));
    }
    void add(Term term) { sum_ += term; }
    void subtract(Term term) { sum_ -= term; }
    [[nodiscard]] double value() const { return std::ldexp(static_cast<double>(sum_), -kPlaces); }

private:
    static constexpr int kPlaces = 50;
    Term sum_ = 0;
};

}  // namespace bitlathe
