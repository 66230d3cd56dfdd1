// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/base/pieces.h"
#include "core/forward/block_weights.h"
#include "core/forward/embedding.h"
#include "core/forward/transformer.h"

namespace bitlathe {

struct SequenceOptions {
    /// Tokens the sequence may have. Rope scalings that depend on the length of a text take this
    /// one.
    std::size_t capacity = 0;
    /// Memory for weights that stay between two calls; those beyond it are decoded every time.
    std::uint64_t weight_bytes = std::uint64_t{4} << 30;
};

/// One sequence that grows: keys and values of its tokens are kept, so that more tokens cost only
/// their own way through the model. The numbers are those of Transformer::run() over the whole
/// sequence. For one thread at a time; the Transformer must outlive it.
class SequenceRun {
public:
    /// No weight is read yet. Errors: kUsage (capacity 0), kRefused (capacity beyond learned
    /// positions, no memory).
    static Result<std::unique_ptr<SequenceRun>> begin(const Transformer& model,
                                                      const SequenceOptions& options,
                                                      const WorkContext& context);

    [[nodiscard]] std::size_t count() const { return count_; }
    [[nodiscard]] std::size_t capacity() const { return options_.capacity; }

    /// Takes the next tokens through all blocks; returns their normed hidden states, [ids,
    /// embedding]. After an error (a cancel too) the run is not to be used. Errors: kUsage (no
    /// tokens, or more than there is room for), kRefused, kCancelled.
    [[nodiscard]] Result<Buffer> extend(std::span<const std::uint32_t> ids,
                                        const WorkContext& context);
    /// Logits of hidden states over the whole vocabulary, [hidden.rows, vocabulary]. Errors:
    /// kRefused, kCancelled.
    [[nodiscard]] Status logits(ConstRows hidden, Rows out, const WorkContext& context);

private:
    SequenceRun(const Transformer& model, const SequenceOptions& options);
    [[nodiscard]] Result<const DeviceMatrix*> slice(std::size_t index, Piece piece,
                                                    const WorkContext& context);

    const Transformer& model_;
    SequenceOptions options_;
    BlockWeights weights_;
    RotaryTables rotary_;
    std::optional<Embedding> embedding_;
    std::optional<OutputHead> head_;
    std::vector<std::unique_ptr<DeviceCache>> caches_;  ///< one a block
    std::vector<std::unique_ptr<const DeviceMatrix>> slices_;
    std::unique_ptr<const DeviceMatrix> last_slice_;  ///< one that did not fit the budget
    std::uint64_t slice_bytes_ = 0;
    std::size_t count_ = 0;
};

}  // namespace bitlathe
