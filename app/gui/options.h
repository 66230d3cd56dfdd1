// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

#include "core/base/result.h"
#include "ui/theme/theme.h"
#include "ui/window/render.h"

namespace bitlathe {

/// The command line of the window.
struct Options {
    bool help = false;
    bool version = false;
    bool render = false;
    std::optional<ThemeChoice> theme;
    QString language;       ///< "": as in the settings
    RenderRequest request;  ///< also the checkpoint and the plan to open
};

/// Errors: kUsage. Needs no application object.
[[nodiscard]] Result<Options> parse_options(const QStringList& arguments);
[[nodiscard]] QString help_text();

/// Takes a plan file that stands where a checkpoint is expected for what it is: opens the
/// checkpoint it was made for and loads the plan. Leaves every other request as it is.
/// Errors: kRefused (not a plan of this version, or it does not say what it was made for).
[[nodiscard]] Status follow_plan(RenderRequest& request);

}  // namespace bitlathe
