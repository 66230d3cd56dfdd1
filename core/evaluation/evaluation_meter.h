// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/base/progress.h"
#include "core/evaluation/protocol.h"
#include "core/forward/transformer.h"

namespace bitlathe {

/// One progress over all passes, models and parts of an evaluation, by the multiplications they
/// take. Must outlive the contexts that it makes.
class EvaluationMeter {
public:
    /// `reference`: a second model that runs over the same passes, or null.
    EvaluationMeter(const WorkContext& context, const Transformer& model,
                    const Transformer* reference, std::span<const Pass> passes);
    /// A context for the blocks of one model over so many tokens.
    [[nodiscard]] WorkContext blocks(std::uint64_t tokens) { return part(tokens * blocks_); }
    /// A context for the heads of all models over so many scored tokens.
    [[nodiscard]] WorkContext heads(std::uint64_t scored) { return part(scored * heads_); }
    /// A pass that was done before.
    void skip(const Pass& pass);

private:
    [[nodiscard]] std::uint64_t work(const Pass& pass) const;
    WorkContext part(std::uint64_t size);

    const WorkContext& context_;
    std::uint64_t models_;
    std::uint64_t blocks_;  ///< of a token, in one model
    std::uint64_t heads_;   ///< of a scored token, in all models
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
};

}  // namespace bitlathe
