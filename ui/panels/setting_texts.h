// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/models/settings.h"

namespace bitlathe {

/// A setting in words.
struct SettingText {
    QString title;
    QString note;    ///< what it does, and when it counts
    QString suffix;  ///< after a number
};
[[nodiscard]] SettingText setting_text(Setting id);
/// A choice in words.
[[nodiscard]] QString choice_text(Setting id, QLatin1String choice);

}  // namespace bitlathe
