// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/evaluation/summary.h"
#include "core/forward/transformer.h"

namespace bitlathe {

/// How far an evaluation is, in a folder of its own: the scores of finished passes, and the
/// residual stream after the last block that was kept. A run that was stopped or killed goes on
/// from there with the same numbers to the bit. For one run at a time.
class EvaluationProgress {
public:
    /// Makes the folder, or reads what is in it. `fingerprint`: of all that decides the numbers.
    /// `every`: the least time between two states that are kept. Errors: kRefused (damaged, or of
    /// another model, plan, text or reference), kNotWritten.
    static Result<EvaluationProgress> open(const std::filesystem::path& folder,
                                           const std::string& fingerprint,
                                           std::chrono::milliseconds every);

    /// Of the passes that are done.
    [[nodiscard]] const std::vector<TokenScore>& scores() const { return scores_; }
    [[nodiscard]] std::uint64_t passes() const { return passes_; }
    /// Whether there was something to go on from.
    [[nodiscard]] bool resumed() const { return resumed_; }

    /// Takes a batch through all blocks of a model, from the last block that was kept, and keeps
    /// every block that ends late enough after the one before. `name` tells the models of a run
    /// apart. Errors: the model's, kNotWritten.
    [[nodiscard]] Result<ForwardState> run(const Transformer& model, const TokenBatch& batch,
                                           const std::string& name, bool keep_last,
                                           const WorkContext& context);
    /// All scores so far, with those of a pass that is done now; its states go. Errors:
    /// kNotWritten.
    [[nodiscard]] Status finish_pass(std::span<const TokenScore> scores);
    /// The run is complete: what was kept goes.
    void remove();

private:
    using Clock = std::chrono::steady_clock;
    EvaluationProgress(std::filesystem::path folder, std::string fingerprint,
                       std::chrono::milliseconds every)
        : folder_(std::move(folder)), fingerprint_(std::move(fingerprint)), every_(every) {}
    [[nodiscard]] std::filesystem::path scores_file() const { return folder_ / "scores"; }
    [[nodiscard]] std::filesystem::path state_file(const std::string& name) const {
        return folder_ / (name + ".state");
    }
    Status read();

    std::filesystem::path folder_;
    std::string fingerprint_;
    std::chrono::milliseconds every_;
    std::vector<TokenScore> scores_;
    std::uint64_t passes_ = 0;
    bool resumed_ = false;
    std::vector<std::string> kept_;  ///< names of states of this pass
};

}  // namespace bitlathe
