// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluation/protocol.h"
#include "core/evaluation/reference_file.h"
#include "core/evaluation/summary.h"
#include "core/forward/transformer.h"

namespace bitlathe {

/// A token and how probable it is, 0..1.
struct TokenProbability {
    std::uint32_t id = 0;
    float p = 0;
    bool operator==(const TokenProbability&) const = default;
};

/// The most probable successors at one scored token, most probable first.
struct TokenTops {
    std::vector<TokenProbability> model;
    std::vector<TokenProbability> reference;  ///< empty without a reference model
    bool operator==(const TokenTops&) const = default;
};

struct EvaluationRequest {
    std::span<const ScoredWindow> windows;
    /// At most one of the two: what the model is compared with.
    const Transformer* reference = nullptr;
    const ReferenceFile* reference_file = nullptr;
    /// Where to keep the model's own distributions for later comparisons; empty: nowhere.
    std::filesystem::path save_reference = {};
    std::size_t save_top = 64;  ///< most probable tokens kept in it
    std::size_t keep_top = 0;   ///< most probable tokens kept in Evaluation::tops
    /// Memory for the residual stream; a text that needs more goes through the model in parts.
    std::uint64_t residual_bytes = std::uint64_t{256} << 20;
};

struct Evaluation {
    std::vector<TokenScore> scores;  ///< in the order of the text
    std::vector<TokenTops> tops;     ///< beside scores, when they were asked for
    Perplexity perplexity;
    std::optional<KlSummary> kl = {};
    bool kl_is_lower_bound = false;  ///< the reference holds only its most probable tokens
};

/// Runs the model over all windows and scores what the protocol says. The same numbers for any
/// number of threads. Errors: kImpossible (the reference does not fit), kRefused, kNotWritten,
/// kCancelled.
[[nodiscard]] Result<Evaluation> evaluate(const Transformer& model,
                                          const EvaluationRequest& request,
                                          const WorkContext& context);

/// Writes the scores as CSV, one scored token a line. Errors: kNotWritten.
[[nodiscard]] Status write_scores(std::span<const TokenScore> scores,
                                  const std::filesystem::path& path);

}  // namespace bitlathe
