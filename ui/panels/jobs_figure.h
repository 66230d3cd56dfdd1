// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/jobs_panel.h"
#include "ui/plots/figure.h"

namespace bitlathe {

/// The panel of jobs as it is on screen; one row of data per job: its name and how it stands.
[[nodiscard]] Figure jobs_figure(JobsPanel& panel);

}  // namespace bitlathe
