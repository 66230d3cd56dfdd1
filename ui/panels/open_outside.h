// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bitlathe {

/// Shows the folder of a file in the file manager of the desktop.
void show_in_folder(const QString& file);
/// Opens a file with the program that the desktop has for it.
void open_outside(const QString& file);

}  // namespace bitlathe
