// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>
#include <functional>
#include <vector>

#include "ui/jobs/plan_landscape.h"
#include "ui/models/plan_model.h"
#include "ui/models/plan_shelf.h"

namespace bitlathe {

/// A picture of a report as SVG, in both themes: the reader's system chooses.
struct ReportPicture {
    QString title, caption;
    QByteArray light, dark;
    QSize size;  ///< pixels
};

/// What the pictures show. All of it outlives them.
struct ReportSources {
    PlanModel& plan;
    PlanShelf& shelf;
    PlanLandscape& landscape;
};

/// Draws one picture of the plan as shown; without content where there is nothing to draw yet.
/// Takes tens of milliseconds on the GUI thread, so call one per turn of the event loop.
using DrawReportPicture = std::function<ReportPicture()>;
/// All pictures of a report, in their order: bits, depth, size and error, composition by role, by
/// format and by block. They are views of the whole model, whatever is zoomed in the window.
[[nodiscard]] std::vector<DrawReportPicture> report_pictures(const ReportSources& sources);

}  // namespace bitlathe
