// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "core/compute/device.h"

namespace bitlathe {

/// Decodes and packs rows of a matrix into panels of 32.
[[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> pack_matrix(const RowSource& source,
                                                                      std::uint64_t first,
                                                                      std::uint64_t count,
                                                                      const WorkContext& context);

/// y = x w^T + bias for a matrix of pack_matrix(). The work is cut into tiles whose size depends on
/// nothing but the shapes, and every sum is in the order of the inputs.
[[nodiscard]] Status multiply_packed(ConstRows x, const DeviceMatrix& w,
                                     std::span<const float> bias, Rows y,
                                     const WorkContext& context);

/// Causal attention, one head of one segment at a time.
[[nodiscard]] Status attend_tiled(const AttentionCall& call, const WorkContext& context);

}  // namespace bitlathe
