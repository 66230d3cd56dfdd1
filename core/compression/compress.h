// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <span>

#include "core/base/progress.h"
#include "core/checkpoint/checkpoint.h"
#include "core/formats/format.h"

namespace bitlathe {

/// Receives encoded rows: `first_row` and their bytes. Called from worker threads, for disjoint
/// rows, in any order.
using RowSink = std::function<Status(std::uint64_t first_row, std::span<const std::byte> bytes)>;

/// Re-encodes a tensor row by row, in parallel, a few MB at a time, and hands the bytes on. When
/// source and destination format are equal the bytes are copied untouched. `importance`: empty,
/// cols values, or cols x experts values for stacked experts (expert = row / (rows / experts)). The
/// same bytes for any thread count. Errors: kImpossible (format cannot hold the rows or be
/// encoded), kRefused (source cannot be decoded), the sink's, kCancelled.
Status compress_tensor(const TensorView& source, FormatId destination,
                       std::span<const float> importance, const RowSink& sink,
                       const WorkContext& context);

}  // namespace bitlathe
