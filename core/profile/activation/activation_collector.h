// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "core/forward/buffer.h"
#include "core/forward/taps.h"
#include "core/forward/transformer.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// Fills an ActivationProfile while batches go through a model, block after block. Taps cannot
/// fail: what went wrong is asked for with status() after every block.
class ActivationCollector final : public TapSink {
public:
    /// `thresholds` ascending. `experts`: of a mixture, 0 for other models. `context`: whose stop
    /// and threads are used; it outlives this.
    ActivationCollector(std::vector<float> thresholds, std::uint32_t blocks, std::uint64_t experts,
                        const WorkContext& context);

    /// Rows that follow are of this batch, whose first token is the profile's `first_token`th.
    [[nodiscard]] Status begin_batch(const TokenBatch& batch, std::uint64_t first_token,
                                     std::size_t embedding);
    /// After the last block: the normed output of all tokens of the batch.
    [[nodiscard]] Status end_batch(ConstRows output);
    [[nodiscard]] const Status& status() const { return status_; }
    /// What was collected; the text is the caller's to say.
    [[nodiscard]] ActivationProfile take();

    [[nodiscard]] bool wants(TapPoint) const override { return true; }
    void values(const TapValues& tap) override;
    void router(const RouterChoices& choices) override;

private:
    /// What `work` says becomes the status; memory that runs out is a status too.
    template <class Work>
    void attempt(const Work& work);
    [[nodiscard]] Status observe(const TapValues& tap);
    [[nodiscard]] Status add_statistics(const TapValues& tap, std::span<const TokenPlace> places);
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
    Remembered before_, between_;  ///< resid_in and resid_mid of the slab
    Remembered routed_;            ///< mlp_in of the slab, in mixtures
    bool has_middle_ = false;
    Buffer normed_;  ///< attn_in of the block before, [tokens of the batch, embedding]
};

}  // namespace bitlathe
