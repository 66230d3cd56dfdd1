// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include "core/forward/transformer.h"

namespace bitlathe {

/// Keeps a run that may be stopped: what it needs to go on from the last finished block. Errors:
/// kNotWritten.
[[nodiscard]] Status save_state(const ForwardState& state, const std::string& fingerprint,
                                const std::filesystem::path& path);

/// Reads it back. Errors: kRefused: damaged, or of another model, plan, text or device.
[[nodiscard]] Result<ForwardState> load_state(const std::string& fingerprint,
                                              const std::filesystem::path& path);

}  // namespace bitlathe
