// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/allocation/plan.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/evaluation/evaluate.h"
#include "core/evaluation/protocol.h"

namespace bitlathe {

class Tokenizer;

/// A text that was looked at, so that a result can name it whatever becomes of the file.
struct EvaluationText {
    std::filesystem::path path;
    std::string name;    ///< of the file or folder, without where it is
    std::string sha256;  ///< of its bytes
    bool operator==(const EvaluationText&) const = default;
};
/// Reads a text once. Errors: kRefused (missing, unreadable), kCancelled.
[[nodiscard]] Result<EvaluationText> look_at_text(const std::filesystem::path& path,
                                                  const WorkContext& context);

/// What is measured of a model: the same text, cut and scored in the same way, gives numbers that
/// can be compared.
struct MeasureSettings {
    EvaluationText text;
    Protocol protocol = Protocol::kLlamaCpp;
    std::uint64_t context = 512;  ///< tokens of a window
    std::uint64_t windows = 0;    ///< at most so many; 0: all of the text
    /// Also against the model as stored; costs as much again.
    bool compare = true;
    bool operator==(const MeasureSettings&) const = default;
};

/// Identifies what was measured, without the plan and without whether it was compared.
[[nodiscard]] std::string settings_key(const MeasureSettings& settings);

/// Identifies the weights that a plan makes: equal for plans that differ in name, locks and history
/// only. `formats`: by tensor of the model. 16 hex digits; that of a plan that changes nothing is
/// the same for every target.
[[nodiscard]] std::string plan_content(const Model& model, std::string_view target,
                                       std::span<const FormatId> formats);
/// The same for a plan; tensors that it does not name are copied.
[[nodiscard]] std::string plan_content(const Model& model, const Plan& plan);
/// That of the model as stored.
[[nodiscard]] std::string stored_content(const Model& model);

/// The measured quality of a model under one plan.
struct Measurement {
    MeasureSettings settings;
    std::string content;  ///< plan_content()
    Perplexity perplexity;
    std::optional<KlSummary> kl;  ///< from the model as stored, nats
    std::vector<ScoredWindow> windows;
    std::vector<TokenScore> scores;  ///< one for every scored token of the windows, in order
    std::vector<TokenTops> tops;     ///< beside scores: the five most probable
};

/// Whether all tokens that a measurement names are in a vocabulary of this size.
[[nodiscard]] bool fits_vocabulary(const Measurement& measurement, std::uint64_t vocabulary);

/// Most probable tokens that are kept of every scored one.
inline constexpr std::size_t kMeasuredTops = 5;

/// A model with its tokenizer, found fit to be run.
struct RunnableModel {
    std::shared_ptr<const Model> model;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::uint64_t context = 0;  ///< tokens that it is meant for; 0: not known
};
/// Whether a model can be run at all. Reads no weights. Errors: kRefused, says what is missing.
[[nodiscard]] Result<RunnableModel> find_runnable(std::shared_ptr<const Model> model);

/// Runs the model, with `plan` or as stored (null), over a text. The text must still be what it was
/// when it was looked at. Errors: kRefused, kUsage (the text is too short), kImpossible (the plan
/// does not fit), kCancelled.
[[nodiscard]] Result<Measurement> measure(const RunnableModel& runnable, const Plan* plan,
                                          const MeasureSettings& settings,
                                          const WorkContext& context);

}  // namespace bitlathe
