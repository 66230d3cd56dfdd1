// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace bitlathe {

/// Names of texts in the view of a project that a Session writes and reads itself; all others are
/// the window's.
inline constexpr const char* kCurrentPlanText = "plan";        ///< name of the current plan
inline constexpr const char* kShownSettingsText = "measured";  ///< settings_key() of what was shown

}  // namespace bitlathe
