// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/compute/aligned.h"
#include "core/compute/device.h"
#include "core/forward/binding.h"
#include "core/forward/buffer.h"
#include "core/forward/spec.h"
#include "core/forward/taps.h"
#include "core/forward/weight_source.h"
#include "core/model/model.h"

namespace bitlathe {

class BlockWeights;

/// Token ids cut into windows that do not see each other.
struct TokenBatch {
    std::vector<std::uint32_t> ids;
    std::vector<Segment> windows;  ///< together all of ids, in order
};

/// Ids in windows of `length`; what is left at the end is a shorter window when `keep_rest`.
[[nodiscard]] TokenBatch cut_windows(std::span<const std::uint32_t> ids, std::size_t length,
                                     bool keep_rest);

/// The residual stream of a batch between two blocks.
struct ForwardState {
    std::uint32_t next_block = 0;
    Buffer residual;              ///< [tokens, embedding]
    KeepLargePieces pieces = {};  ///< of the weights of one block, for the next one
};

/// Options of a run that change its memory and speed, never its numbers.
struct ForwardOptions {
    /// Tokens taken through a block at a time (whole windows, at least one).
    std::size_t slab_tokens = 2048;
    /// Memory for decoded weights of one block; a block that needs more decodes them for every
    /// slab.
    std::uint64_t weight_bytes = std::uint64_t{1} << 30;
};

/// The output head of a model, used slice by slice: with 262,144 tokens it is larger than all the
/// rest of a small model. May be used from one thread at a time.
class OutputHead {
public:
    [[nodiscard]] std::uint64_t vocabulary() const { return rows_->rows(); }
    [[nodiscard]] std::uint64_t embedding() const { return rows_->cols(); }
    /// Rows that make a slice of reasonable size, a multiple of 32.
    [[nodiscard]] std::uint64_t slice_rows() const;
    /// Rows [first, first + count), ready to multiply by. Errors: kRefused, kCancelled.
    [[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> load(
        std::uint64_t first, std::uint64_t count, const WorkContext& context) const;
    /// The same in little memory, for a head that stays loaded (Device::load_small()).
    [[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> load_small(
        std::uint64_t first, std::uint64_t count, const WorkContext& context) const;
    /// Logits of some hidden states for the rows of load(), scale, bias and soft cap included:
    /// `out` is [hidden.rows, slice.rows()].
    [[nodiscard]] Status logits(ConstRows hidden, const DeviceMatrix& slice, std::uint64_t first,
                                Rows out, const WorkContext& context) const;

private:
    friend class Transformer;
    OutputHead() = default;
    template <class Load>
    [[nodiscard]] Result<std::unique_ptr<const DeviceMatrix>> checked(const Load& load) const;
    std::shared_ptr<const RowSource> rows_;
    std::vector<float> bias_;
    const Device* device_ = nullptr;
    std::string name_;
    std::string file_;
    float scale_ = 1;
    float cap_ = 0;
};

/// A model ready to run: names and shapes are checked, no weight is read. Immutable, thread-safe
/// where its weights and its device are.
class Transformer {
public:
    /// `weights`: null for the checkpoint's own. Errors: kRefused: a family that cannot be run,
    /// tensors that are missing or have other shapes than the hyperparameters say.
    static Result<Transformer> create(std::shared_ptr<const Model> model,
                                      std::shared_ptr<const WeightSource> weights = {},
                                      const Device& device = cpu_device(),
                                      const ForwardOptions& options = {});

    [[nodiscard]] const Model& model() const { return *model_; }
    [[nodiscard]] const ForwardSpec& spec() const { return spec_; }
    [[nodiscard]] std::uint32_t blocks() const {
        return static_cast<std::uint32_t>(spec_.layers.size());
    }

    /// Positions that were learned: no window may be longer. Nothing where positions turn.
    [[nodiscard]] std::optional<std::uint64_t> positions() const {
        return refs_.positions ? std::optional(refs_.positions->rows) : std::nullopt;
    }

    /// Looks the tokens up. Errors: kRefused (an id outside the vocabulary, a window longer than
    /// learned positions, no memory), kCancelled.
    [[nodiscard]] Result<ForwardState> begin(const TokenBatch& batch,
                                             const WorkContext& context) const;
    /// Takes all windows through the next block. After a failure or a cancel the state is not to be
    /// used: read the last saved one.
    [[nodiscard]] Status advance(const TokenBatch& batch, ForwardState& state, TapSink* taps,
                                 const WorkContext& context) const;
    /// begin() and all blocks.
    [[nodiscard]] Result<ForwardState> run(const TokenBatch& batch, TapSink* taps,
                                           const WorkContext& context) const;
    /// The normed hidden state of some tokens of a batch that went through all blocks.
    [[nodiscard]] Result<Buffer> hidden(const ForwardState& state,
                                        std::span<const std::uint32_t> tokens,
                                        const WorkContext& context) const;

    /// The output head. Errors: kRefused, kCancelled.
    [[nodiscard]] Result<OutputHead> head(const WorkContext& context) const;

    /// Identifies what a run computes: weights, device, windows and ids.
    [[nodiscard]] std::string fingerprint(const TokenBatch& batch) const;

private:
    friend class SequenceRun;
    Transformer() = default;
    [[nodiscard]] Result<RotaryTables> rotary(std::size_t length) const;
    /// The norm before the head, in place.
    [[nodiscard]] Status normalise(Rows rows, BlockWeights& weights,
                                   const WorkContext& context) const;

    std::shared_ptr<const Model> model_;
    std::shared_ptr<const WeightSource> weights_;
    const Device* device_ = nullptr;
    ForwardOptions options_;
    ForwardSpec spec_;
    ModelRef refs_;
};

}  // namespace bitlathe
