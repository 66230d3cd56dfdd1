// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/theme/theme.h"

namespace bitlathe {

/// The application's style sheet for a set of tokens. Widgets choose their dress by class and by
/// the dynamic property "look": "panel", "header", "primary", "tab", "muted", "title", "headline",
/// "warning".
[[nodiscard]] QString style_sheet(const ThemeTokens& tokens);

}  // namespace bitlathe
