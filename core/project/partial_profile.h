// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/profile/activation/activation_progress.h"

namespace bitlathe {

/// Keeps a profile that is not finished in a sealed HDF5 file of its own, so that it can go on
/// after the program was killed. `key`: profile_key(). Errors: kNotWritten.
[[nodiscard]] Status save_partial_profile(const ActivationProgress& progress,
                                          const std::string& key,
                                          const std::filesystem::path& path);
/// Reads it back. Errors: kRefused: damaged, or of another model, text or request.
[[nodiscard]] Result<ActivationProgress> load_partial_profile(const std::string& key,
                                                              const std::filesystem::path& path);

/// Where the unfinished profile of a project is kept: beside it.
[[nodiscard]] std::filesystem::path partial_profile_path(const std::filesystem::path& project);

}  // namespace bitlathe
