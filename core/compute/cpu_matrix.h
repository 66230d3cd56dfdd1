// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>

#include "core/compute/device.h"

namespace bitlathe {

/// Threads that so many multiplications are worth, of those allowed (0: one per core): starting one
/// takes as long as some hundred thousand of them.
[[nodiscard]] unsigned worthwhile_threads(std::uint64_t multiplications, unsigned threads);

/// Decodes and packs rows of a matrix into panels of 32.
[[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> pack_matrix(const RowSource& source,
                                                                      std::uint64_t first,
                                                                      std::uint64_t count,
                                                                      const WorkContext& context);

/// The same in less memory: as the codes that the rows are stored as, else with values in half the
/// memory where all of them allow it.
[[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> pack_matrix_small(
    const RowSource& source, std::uint64_t first, std::uint64_t count, const WorkContext& context);

/// y = x w^T + bias for a matrix of pack_matrix(). The work is cut into tiles whose size depends on
/// nothing but the shapes, and every sum is in the order of the inputs.
[[nodiscard]] Status multiply_packed(ConstRows x, const DeviceMatrix& w,
                                     std::span<const float> bias, Rows y,
                                     const WorkContext& context);

/// Causal attention, one head of one segment at a time.
[[nodiscard]] Status attend_tiled(const AttentionCall& call, const WorkContext& context);

[[nodiscard]] Result<std::unique_ptr<DeviceCache>> make_packed_cache(std::size_t capacity,
                                                                     std::size_t kv_heads,
                                                                     std::size_t head_dim);
/// Attention of the next tokens of a sequence, for a cache of make_packed_cache().
[[nodiscard]] Status attend_next(const AttentionCall& call, DeviceCache& cache,
                                 const WorkContext& context);

}  // namespace bitlathe
