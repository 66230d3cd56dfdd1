// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/forward/transformer.h"

namespace bitlathe {

/// The most probable successors of one token, most probable first.
struct TopTokens {
    std::vector<std::uint32_t> ids;
    std::vector<float> logits;
};

/// What a pass over the head finds for one token.
struct HeadScore {
    double log_sum = 0;              ///< log of the sum of exp(logit) over the vocabulary
    float target_logit = 0;          ///< of the token that comes next
    std::uint32_t top = 0;           ///< the most probable token; of equal ones the first
    double kl = 0;                   ///< from the reference, when there is one
    TopTokens tops = {};             ///< when they were asked for, of the reference too
    std::vector<float> picked = {};  ///< logits of the ids that were asked for, in their order
    [[nodiscard]] double nll() const { return log_sum - double{target_logit}; }
};

/// One model's hidden states and head.
struct HeadInput {
    ConstRows hidden;
    const OutputHead& head;
};

/// Sees all logits of every row, slice after slice of the vocabulary in order. Different rows may
/// come from several threads at a time.
class LogitSink {
public:
    virtual ~LogitSink() = default;
    /// Logits of the tokens from `first` on.
    virtual void see(std::size_t row, std::uint64_t first, std::span<const float> logits) = 0;
};

struct HeadRequest {
    std::span<const std::uint32_t> targets;  ///< one a row
    std::size_t top = 0;                     ///< most probable tokens to keep
    /// Ids, ascending, whose logits are kept, one list a row; empty: none.
    std::span<const std::vector<std::uint32_t>> picks = {};
    LogitSink* sink = nullptr;  ///< sees the model's logits
};

/// Goes over the vocabulary in slices; sums are in double. With a `reference` (same rows, same
/// vocabulary) also the divergence KL(reference || model) of every row, and `reference_scores`.
/// Errors: kImpossible (vocabularies differ), kRefused, kCancelled.
[[nodiscard]] Result<std::vector<HeadScore>> score_rows(const HeadInput& model,
                                                        const HeadInput* reference,
                                                        const HeadRequest& request,
                                                        std::vector<HeadScore>* reference_scores,
                                                        const WorkContext& context);

}  // namespace bitlathe
