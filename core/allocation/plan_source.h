// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include "core/allocation/plan.h"

namespace bitlathe {

/// Whether a file begins as a plan file does: an object whose first key is "bitlathe_plan". Reads a
/// few bytes; false for what cannot be read. The plan can still turn out to be refused.
[[nodiscard]] bool looks_like_plan(const std::filesystem::path& path);

/// Path of the checkpoint a plan was made for: where the plan says, or beside the plan when both
/// were moved together. A relative path is looked for in the working folder, then in the plan's.
/// When it is nowhere: what the plan says.
[[nodiscard]] std::filesystem::path source_of(const Plan& plan,
                                              const std::filesystem::path& plan_path);

}  // namespace bitlathe
