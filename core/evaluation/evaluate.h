// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluation/base_logits.h"
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
    /// At most one of the three: what the model is compared with.
    const Transformer* reference = nullptr;
    const ReferenceFile* reference_file = nullptr;
    const BaseLogits* base_logits = nullptr;
    /// Where to keep the model's own distributions for later comparisons; empty: nowhere.
    std::filesystem::path save_reference = {};
    std::size_t save_top = 64;  ///< most probable tokens kept in it
    /// Where to write all of them in llama.cpp's format; empty: nowhere. Takes the head twice.
    std::filesystem::path save_base_logits = {};
    /// A folder to keep in how far the run is, so that the same request goes on where it was
    /// stopped; it goes when the run is complete. Empty: nothing is kept. Not with save_reference,
    /// save_base_logits and keep_top.
    std::filesystem::path progress = {};
    std::chrono::milliseconds progress_every{5000};  ///< between two blocks that are kept
    std::size_t keep_top = 0;  ///< most probable tokens kept in Evaluation::tops
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
/// number of threads. Errors: kImpossible (the reference does not fit), kUsage (a progress that
/// cannot be kept), kRefused (also a progress of another run), kNotWritten, kCancelled.
[[nodiscard]] Result<Evaluation> evaluate(const Transformer& model,
                                          const EvaluationRequest& request,
                                          const WorkContext& context);

/// Writes the scores as CSV, one scored token a line. Errors: kNotWritten.
[[nodiscard]] Status write_scores(std::span<const TokenScore> scores,
                                  const std::filesystem::path& path);

}  // namespace bitlathe
