// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/compute/aligned.h"
#include "core/forward/binding.h"
#include "core/forward/block_weights.h"
#include "core/forward/spec.h"
#include "core/forward/taps.h"

namespace bitlathe {

/// Some whole windows of a batch, to be taken through a block together.
struct Slab {
    std::vector<Segment> segments;         ///< rows of the slab
    std::vector<std::uint32_t> positions;  ///< of every row in its window
    std::vector<std::uint32_t> tokens;     ///< index of every row in the batch
    Rows residual;                         ///< [tokens, embedding], changed in place
};

/// Takes slabs through one block. With a cache, a slab is the next tokens of one sequence and
/// attends to those before, too.
class BlockRunner {
public:
    BlockRunner(const ForwardSpec& spec, const BlockRef& ref, std::uint32_t block,
                const RotaryTables& rotary, const Device& device, BlockWeights& weights,
                TapSink* taps, DeviceCache* cache = nullptr)
        : spec_(spec),
          ref_(ref),
          block_(block),
          rotary_(rotary),
          device_(device),
          weights_(weights),
          taps_(taps),
          cache_(cache) {}

    [[nodiscard]] Status run(const Slab& slab, const WorkContext& context);

private:
    [[nodiscard]] Status attend(const Slab& slab, ConstRows input, Rows output,
                                const WorkContext& context);
    [[nodiscard]] Status turn(const Slab& slab, const NormRef& norm, Rows x,
                              const WorkContext& context);
    [[nodiscard]] Status feed(const Slab& slab, ConstRows input, Rows output,
                              const WorkContext& context);
    [[nodiscard]] Status feed_experts(const Slab& slab, ConstRows input, Rows output,
                                      const WorkContext& context);
    /// One feed-forward network over some rows.
    [[nodiscard]] Status mlp(const MlpRef& ref, ConstRows input, Rows output, TapValues tap,
                             const WorkContext& context);
    [[nodiscard]] Status linear(const LinearRef& ref, ConstRows input, Rows output,
                                const WorkContext& context);
    [[nodiscard]] Status norm(const NormRef& ref, std::size_t length, ConstRows x, Rows y,
                              const WorkContext& context);
    void tell(TapPoint point, ConstRows values, const Slab& slab) const;

    const ForwardSpec& spec_;
    const BlockRef& ref_;
    std::uint32_t block_;
    const RotaryTables& rotary_;
    const Device& device_;
    BlockWeights& weights_;
    TapSink* taps_;
    DeviceCache* cache_;
};

}  // namespace bitlathe
