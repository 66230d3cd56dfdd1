// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVBoxLayout>

#include "ui/jobs/background_job.h"
#include "ui/panels/job_row.h"

namespace bitlathe {

/// The strip of jobs at the bottom of the window; hidden while there are none.
class JobStrip : public QFrame {
    Q_OBJECT
public:
    explicit JobStrip(QWidget* parent = nullptr);

    /// Shows a job until its row is removed or dismissed. The caller says how it ended.
    JobRow* add(BackgroundJob& job);
    void remove(JobRow* row);

private:
    QVBoxLayout* rows_;
};

}  // namespace bitlathe
