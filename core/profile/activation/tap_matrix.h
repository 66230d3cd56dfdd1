// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/progress.h"
#include "core/forward/transformer.h"
#include "core/profile/activation/tap_statistics.h"

namespace bitlathe {

/// Every value at one kind of place of one block, for the tokens of one window.
struct TapMatrix {
    std::uint32_t block = 0;
    TapPoint point = TapPoint::kResidOut;
    std::vector<std::uint32_t> ids;  ///< of the tokens
    std::uint64_t channels = 0;
    /// [tokens, channels]. Experts of a mixture are taken together: of those that a token was given
    /// to, the value with the largest magnitude. NaN where there was none.
    std::vector<float> values;
};

/// Takes a window through the model up to a block and keeps what is seen there. Reports tokens
/// times blocks. Errors: kUsage (no such block, not one window), kImpossible (nothing is observed
/// at the place), kRefused (no memory, and those of the run), kCancelled.
[[nodiscard]] Result<TapMatrix> tap_matrix(const Transformer& model, const TokenBatch& window,
                                           std::uint32_t block, TapPoint point,
                                           const WorkContext& context);

/// Values of the largest magnitudes, at most `count`, by is_larger(); `token` is the position.
[[nodiscard]] std::vector<TopValue> largest_values(const TapMatrix& matrix, std::size_t count);

}  // namespace bitlathe
