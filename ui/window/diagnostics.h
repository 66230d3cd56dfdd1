// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "ui/models/plan_model.h"

namespace bitlathe {

/// What a report of a fault needs to know: versions, machine, memory, the shape of the open model
/// and the last lines of the log. File names stay, the folders they are in do not.
[[nodiscard]] QString diagnostics_text(const PlanModel& plan, const QStringList& log);

/// A line without the folders of any path in it.
[[nodiscard]] QString without_folders(QString line);

}  // namespace bitlathe
