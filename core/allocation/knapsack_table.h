// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bitlathe::allocation {

/// What one choice of an item costs and loses.
struct Option {
    std::size_t cost = 0;  ///< in units; the first option of an item costs 0
    double loss = 0;
};

/// The dynamic programme of the multiple-choice knapsack: after n items, best()[s] is the smallest
/// loss that n choices of together at most s units can have. Options are told in rising cost; of
/// equal losses the cheaper option wins. Memory: items x slots x 2 bytes.
class KnapsackTable {
public:
    explicit KnapsackTable(std::size_t slots) : best_(slots, 0.0), next_(slots) {}

    void add(std::span<const Option> options);
    [[nodiscard]] std::span<const double> best() const { return best_; }
    /// Option of every item on the way to best()[slot].
    [[nodiscard]] std::vector<std::uint16_t> choices(std::size_t slot) const;

private:
    std::vector<double> best_, next_;
    std::vector<std::vector<std::uint16_t>> chosen_;  ///< item -> slot -> option
    std::vector<std::vector<std::size_t>> cost_;      ///< item -> option -> units
};

/// Bounds on one run: about 0.2 s and 256 MB.
inline constexpr std::size_t kMaxUpdates = 300'000'000;
inline constexpr std::size_t kMaxCells = 128'000'000;

}  // namespace bitlathe::allocation
