// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "ui/jobs/background_job.h"
#include "ui/panels/job_row.h"

namespace bitlathe {

/// All background work: a row per job, and a log of what has ended.
class JobsPanel : public QFrame {
    Q_OBJECT
public:
    explicit JobsPanel(QWidget* parent = nullptr);

    /// A row that follows the job and can cancel it. It stays when the job is gone; whoever adds it
    /// says how it ended.
    JobRow* add(BackgroundJob& job);
    void remove(JobRow* row);
    /// A line in the log, with the time of day.
    void log(const QString& line);
    [[nodiscard]] QString log_text() const { return log_->toPlainText(); }

private:
    void show_count();
    QVBoxLayout* rows_;
    QLabel* remark_;
    QLabel* idle_;
    QPlainTextEdit* log_;
};

}  // namespace bitlathe
