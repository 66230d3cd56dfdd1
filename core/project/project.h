// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/model/model.h"
#include "core/profile/activation/activation_profile.h"
#include "core/targets/imatrix.h"

namespace bitlathe {

/// Which checkpoint the content of a project is about.
struct ModelStamp {
    std::string path;         ///< absolute
    std::string fingerprint;  ///< Checkpoint::fingerprint()
    std::string architecture;
};
[[nodiscard]] ModelStamp stamp_of(const Model& model);

/// Everything found out about one model, as one file holds it (docs/project-file.md).
struct Project {
    ModelStamp model;
    std::optional<ActivationProfile> profile;
    std::optional<Imatrix> imatrix;  ///< read from a file
};

/// Writes the file, or leaves the earlier one. Errors: kNotWritten.
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
