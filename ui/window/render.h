// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include "core/base/result.h"
#include "ui/theme/theme.h"

namespace bitlathe {

/// What `--render` asks for.
struct RenderRequest {
    QString folder;
    QString checkpoint;  ///< "": the empty window
    QString plan;        ///< a plan file to load, or ""
    QStringList pages;   ///< of render_pages(); empty: all
    QSize size = QSize(1600, 1000);
    double device_pixel_ratio = 1;
};

/// Pages `--page` knows.
[[nodiscard]] QStringList render_pages();

/// Keeps remarks of the offscreen platform off stderr. Call it before the application object.
void quiet_platform_remarks();

/// Draws the window into files of the folder, as it looks when all background work has ended, and
/// returns their paths. Errors: the checkpoint or plan is refused, or a file cannot be written.
Result<QStringList> render_window(const RenderRequest& request, Theme& theme);

}  // namespace bitlathe
