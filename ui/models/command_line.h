// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string_view>

#include "ui/models/export_wishes.h"

namespace bitlathe {

/// A word as a POSIX shell takes it literally: as it is where no character is special, else in
/// single quotes.
[[nodiscard]] QString shell_quoted(const QString& word);

/// The words of the command that exports what the window exports. `plan`: the file that holds the
/// plan.
[[nodiscard]] QStringList export_arguments(const QString& checkpoint, const QString& plan,
                                           std::string_view target, const ExportWishes& wishes);

/// The same as one line for a shell.
[[nodiscard]] QString export_command_line(const QString& checkpoint, const QString& plan,
                                          std::string_view target, const ExportWishes& wishes);

}  // namespace bitlathe
