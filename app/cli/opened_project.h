// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/project/project.h"

namespace bitlathe::cli {

/// A project with the profile that a command is about. Errors: those of load_project(), kImpossible
/// (it holds no profile).
[[nodiscard]] Result<Project> open_profile(const std::string& path);

}  // namespace bitlathe::cli
