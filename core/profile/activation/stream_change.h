// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/base/progress.h"
#include "core/compute/device.h"
#include "core/profile/activation/tap_accumulator.h"

namespace bitlathe {

/// How a part of a model changes a vector that goes through it, x -> y, as sums over tokens. Tokens
/// whose x or y is all zero, or not finite, have no angle and are counted apart.
struct StreamChange {
    std::uint64_t tokens = 0;     ///< that the sums are over
    std::uint64_t undefined = 0;  ///< that they leave out
    double cosine = 0;            ///< of cos(x, y)
    double angle = 0;             ///< of arccos(cos(x, y)) / pi
    double relative = 0;          ///< of |y - x| / |x|
    double share = 0;             ///< of |y - x| / |y|
    double added_cosine = 0;      ///< of cos(y - x, x): above 0 adds, below 0 erases
    double norm_in = 0;           ///< of |x|
    double norm_out = 0;          ///< of |y|

    void add(const StreamChange& other);
    /// A sum divided by the tokens; nothing when there are none.
    [[nodiscard]] std::optional<double> mean(double StreamChange::*sum) const {
        return tokens == 0 ? std::nullopt : std::optional(this->*sum / static_cast<double>(tokens));
    }
};

/// Adds x -> y for all rows (two matrices of one shape). Tokens in parallel, added up in their
/// order: the same bits for any number of threads. Errors: kCancelled.
[[nodiscard]] Status accumulate_change(ConstRows x, ConstRows y, std::span<const TokenPlace> places,
                                       FirstAndRest<StreamChange>& change,
                                       const WorkContext& context);

}  // namespace bitlathe
