// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bitlathe {

/// A randomised Hadamard rotation of vectors of a length: signs, then Hadamard matrices of the
/// largest power of two that divides the length, side by side (QuaRot, S. Ashkboos et al., 2024).
/// Orthogonal: it keeps norms, and spreads what is in one channel over all of its run.
class HadamardRotation {
public:
    /// `seed` 0: without signs.
    HadamardRotation(std::size_t length, std::uint64_t seed);

    [[nodiscard]] std::size_t run() const { return run_; }  ///< channels that are mixed together
    void apply(float* values) const;
    void undo(float* values) const;

private:
    void mix(float* values) const;
    std::size_t run_ = 1;
    std::vector<float> signs_;  ///< +-1, one a channel
};

}  // namespace bitlathe
