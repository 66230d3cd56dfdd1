// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "core/forward/buffer.h"
#include "core/forward/taps.h"
#include "core/forward/transformer.h"
#include "core/profile/activation/activation_progress.h"

namespace bitlathe {

/// Fills an ActivationProfile while batches go through a model, block after block. Taps cannot
/// fail: what went wrong is asked for with status() after every block.
class ActivationCollector final : public TapSink {
public:
    struct Request {
        std::vector<float> thresholds;  ///< ascending
        std::uint32_t blocks = 0;
        std::uint64_t experts = 0;          ///< of a mixture, 0 for other models
        std::uint64_t span_step = 1;        ///< of so many tokens one tells of spans of blocks
        std::vector<TapPoint> gram_points;  ///< where Gram matrices are made
        std::uint64_t gram_bytes = 0;       ///< memory for all of them
    };
    /// `context`: whose stop and threads are used; it outlives this.
    ActivationCollector(const Request& request, const WorkContext& context);

    /// Rows that follow are of this batch, whose first token is the profile's `first_token`th.
    [[nodiscard]] Status begin_batch(const TokenBatch& batch, std::uint64_t first_token,
                                     std::size_t embedding);
    /// After the last block: the normed output of all tokens of the batch.
    [[nodiscard]] Status end_batch(ConstRows output);
    [[nodiscard]] const Status& status() const { return status_; }
    /// What was collected; the text is the caller's to say.
    [[nodiscard]] ActivationProfile take();

    /// Puts what is known between two blocks of a batch into `progress`, all but batch and state.
    void snapshot(ActivationProgress& progress) const;
    /// Goes on from a snapshot, after begin_batch() of the same batch. Errors: kRefused (it is of
    /// another one).
    [[nodiscard]] Status restore(const ActivationProgress& progress);

    [[nodiscard]] bool wants(TapPoint) const override { return true; }
    [[nodiscard]] bool wants_attention() const override { return true; }
    void values(const TapValues& tap) override;
    void router(const RouterChoices& choices) override;
    void attention(const AttentionSums& sums) override;

private:
    /// What `work` says becomes the status; memory that runs out is a status too.
    template <class Work>
    void attempt(const Work& work);
    [[nodiscard]] std::vector<TokenPlace> places_of(std::span<const std::uint32_t> tokens) const;
    [[nodiscard]] Status observe(const TapValues& tap);
    [[nodiscard]] Status add_statistics(const TapValues& tap, std::span<const TokenPlace> places);
    [[nodiscard]] Status add_gram(const TapValues& tap, std::span<const TokenPlace> places);
    /// The matrix of a place, made when it is seen first.
    [[nodiscard]] Result<GramMatrix*> gram_of(const TapId& id, std::size_t channels);
    [[nodiscard]] Status add_change(const TapValues& tap, std::span<const TokenPlace> places);
    [[nodiscard]] Status add_normed_input(const TapValues& tap, std::span<const TokenPlace> places);
    /// What each expert was given of the input that all share.
    [[nodiscard]] Status share_input(const RouterChoices& choices);

    /// The residual stream of a slab at an earlier tap of its block.
    struct Remembered {
        std::vector<float> values;
        ConstRows rows;
        void take(ConstRows from);
    };

    std::vector<float> thresholds_;
    std::uint64_t experts_;
    const WorkContext& context_;
    Status status_;
    std::vector<TokenPlace> places_;  ///< by index in the batch
    std::map<TapId, FirstAndRest<TapStatistics>> taps_;
    std::vector<BlockActivity> blocks_;
    SpanCollector spans_;
    std::vector<TapPoint> gram_points_;
    std::uint64_t gram_bytes_;
    std::map<TapId, std::shared_ptr<GramMatrix>> grams_;
    Remembered before_, between_;  ///< resid_in and resid_mid of the slab
    Remembered routed_;            ///< mlp_in of the slab, in mixtures
    bool has_middle_ = false;
    Buffer normed_;  ///< attn_in of the block before, [tokens of the batch, embedding]
};

}  // namespace bitlathe
