// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/progress.h"
#include "ui/jobs/matrix_feed.h"

namespace bitlathe {

/// Values of our own, [rows, cols], as a picture for the matrix canvas. Blocking. Errors:
/// kCancelled, kRefused (nothing in it, no memory).
[[nodiscard]] Result<std::shared_ptr<const MatrixPicture>> value_picture(
    std::vector<float> values, std::uint64_t rows, std::uint64_t cols, const WorkContext& context);

}  // namespace bitlathe
