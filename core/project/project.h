// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/evaluation/expert_errors.h"
#include "core/evaluation/measurement.h"
#include "core/evaluation/skip_blocks.h"
#include "core/model/model.h"
#include "core/profile/activation/activation_profile.h"
#include "core/profile/weight_profile.h"
#include "core/project/named_texts.h"
#include "core/targets/imatrix.h"

namespace bitlathe {

/// Which checkpoint the content of a project is about.
struct ModelStamp {
    std::string path;         ///< absolute
    std::string fingerprint;  ///< source_fingerprint() of the checkpoint
    std::string architecture;
};
[[nodiscard]] ModelStamp stamp_of(const Model& model);
/// Whether a stamp is of these weights, opened as they are or converted. Reads samples of the
/// files.
[[nodiscard]] bool is_about(const ModelStamp& stamp, const Model& model);

/// The quality of the model under a plan, as it was measured.
struct EvaluationRecord {
    std::string plan;  ///< its name; "" for the model as it is stored
    /// Never null. Without windows, scores and tops where only the figures were kept.
    std::shared_ptr<const Measurement> measured;
};

/// What leaving out blocks does, and on which text.
struct SkipRecord {
    std::string text_path, text_sha256;
    std::uint64_t context = 0;
    SkipMeasurement measured;
};

/// What rounding experts to a format does to the outputs of their mixtures, and on which text.
struct ExpertRecord {
    std::string text_path, text_sha256;
    std::uint64_t context = 0;
    std::string format;  ///< its name
    std::vector<ExpertError> errors;
};

/// What storing one linear in formats does to what it puts out, relative: output_errors() and,
/// where the inputs' Gram matrix was known, full_output_errors(). Formats by their ids.
struct OutputErrorRow {
    std::string tensor;  ///< its name
    std::vector<FormatError> diagonal, full;
};

/// Output errors of linears for the inputs that a text gave them.
struct OutputErrorRecord {
    std::string text_path, text_sha256;
    std::string text_ids;    ///< TextStamp::ids of the profile they were measured with
    bool with_first = true;  ///< the first tokens of windows counted too
    std::vector<OutputErrorRow> tensors;
};

/// Everything found out about one model, as one file holds it (docs/project-file.md).
struct Project {
    ModelStamp model;
    std::optional<ActivationProfile> profile;
    std::optional<Imatrix> imatrix;  ///< read from a file
    std::optional<SkipRecord> skips;
    std::optional<ExpertRecord> experts;
    std::optional<OutputErrorRecord> output_errors;
    std::vector<EvaluationRecord> evaluations;
    NamedTexts plans;  ///< plan_to_text() by name
    NamedTexts view;   ///< what a window was showing: its own business
    /// What the file also holds, by the names of its groups, and this program does not know.
    std::vector<std::string> unknown;
};

/// Writes the file, or leaves the earlier one. Errors: kNotWritten, kImpossible (it would lose what
/// a later version of the program put into the project).
[[nodiscard]] Status save_project(const Project& project, const std::filesystem::path& path);
/// Errors: kRefused: damaged, of a later version, not a project.
[[nodiscard]] Result<Project> load_project(const std::filesystem::path& path);

/// Importance values of a project: its own profile's, else those that were read. Errors:
/// kImpossible (it has neither).
[[nodiscard]] Result<Imatrix> importance_in(const Project& project, const Model& model);

/// The model a project is about, from where it was or from `elsewhere`. Errors: kRefused: it is
/// gone, or it is not the same any more.
[[nodiscard]] Result<std::shared_ptr<const Model>> open_source(
    const Project& project, const std::filesystem::path& elsewhere = {});

}  // namespace bitlathe
