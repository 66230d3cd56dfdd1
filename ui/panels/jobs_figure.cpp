// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/jobs_figure.h"

#include <QCoreApplication>

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

Figure jobs_figure(JobsPanel& panel) {
    return widget_figure(panel, u"jobs"_s, [&panel] {
        FigureData data{{QCoreApplication::translate("jobs_figure", "job"),
                         QCoreApplication::translate("jobs_figure", "state")},
                        {}};
        for (const JobRow* row : panel.findChildren<JobRow*>())
            data.rows.push_back({row->accessibleName(), row->status()});
        return data;
    });
}

}  // namespace bitlathe
