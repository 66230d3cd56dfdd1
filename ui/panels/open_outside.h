// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bitlathe {

/// Shows the folder of a file in the file manager of the desktop.
void show_in_folder(const QString& file);

}  // namespace bitlathe
