// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "core/compute/device.h"

namespace bitlathe {

/// A place where activations can be observed: the input of a group of linears, or the residual
/// stream.
enum class TapPoint : std::uint8_t {
    kResidIn,   ///< residual stream before a block
    kAttnIn,    ///< input of q, k and v
    kAttnOut,   ///< input of o
    kResidMid,  ///< residual stream after attention (not in blocks that work side by side)
    kMlpIn,     ///< input of gate and up, and of the router
    kMlpMid,    ///< input of down
    kResidOut,  ///< residual stream after a block
};

/// Values at one place for some tokens, valid during the call.
struct TapValues {
    TapPoint point = TapPoint::kAttnIn;
    std::uint32_t block = 0;
    std::optional<std::uint32_t> expert = {};  ///< of a mixture; nothing for the shared one
    bool shared_expert = false;
    ConstRows values;
    /// Index in the batch of every row's token.
    std::span<const std::uint32_t> tokens;
};

/// What the router of a mixture chose.
struct RouterChoices {
    std::uint32_t block = 0;
    std::uint32_t used = 0;                  ///< experts a token
    std::span<const std::uint32_t> tokens;   ///< index in the batch
    std::span<const std::uint32_t> experts;  ///< [tokens, used], most probable first
    std::span<const float> weights;          ///< likewise
};

/// What one expert of a mixture put out for the tokens that were given to it, before its weights.
struct ExpertOutput {
    std::uint32_t block = 0;
    std::uint32_t expert = 0;
    std::span<const std::uint32_t> tokens;  ///< index in the batch, rising
    std::span<const float> weights;         ///< one a token
    ConstRows values;
};

/// Probability that tokens received, summed over all queries of each head.
struct AttentionSums {
    std::uint32_t block = 0;
    std::uint32_t heads = 0;
    std::span<const std::uint32_t> tokens;  ///< index in the batch
    std::span<const float> sums;            ///< [tokens, heads]
};

/// Somebody who observes a run. Called from one thread, in the same order for any number of
/// threads: block after block, in a block slab after slab of whole windows.
class TapSink {
public:
    virtual ~TapSink() = default;
    [[nodiscard]] virtual bool wants(TapPoint) const { return false; }
    [[nodiscard]] virtual bool wants_attention() const { return false; }
    [[nodiscard]] virtual bool wants_expert_outputs() const { return false; }
    virtual void values(const TapValues&) {}
    virtual void router(const RouterChoices&) {}
    virtual void attention(const AttentionSums&) {}
    virtual void expert_output(const ExpertOutput&) {}
};

}  // namespace bitlathe
