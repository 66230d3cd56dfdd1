// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QVBoxLayout>
#include <optional>
#include <vector>

#include "ui/jobs/background_job.h"
#include "ui/jobs/job_queue.h"
#include "ui/jobs/slow_work.h"
#include "ui/panels/job_row.h"

namespace bitlathe {

/// All background work: a row per job, and a log of everything. A row stays when its job has ended,
/// with what was done or what went wrong, until it is dismissed. The panel outlives the language:
/// it stays, with its rows, and says everything again in another one.
class JobsPanel : public QFrame {
    Q_OBJECT
public:
    explicit JobsPanel(QWidget* parent = nullptr);

    enum class Keep {
        kAlways,  ///< the row stays
        /// That of work that was done within a second goes by itself, unless somebody has said what
        /// came of it.
        kIfLong,
    };
    /// A row that follows the job. Whoever adds it may say how it ended, in a slot that was
    /// connected before; otherwise the row says the outcome of the job, or how much was done.
    JobRow* add(BackgroundJob& job, Keep keep = Keep::kAlways);
    /// The row of a job that was added; nullptr: it has none.
    [[nodiscard]] JobRow* row_of(const BackgroundJob& job) const;
    /// A row of work that is no job, as long as `work` is busy; see SlowWork.
    void follow(SlowWork& work);
    /// Rows of its jobs say for how many others they wait, and can go first.
    void follow(JobQueue& queue);
    /// A line in the log, with the time of day.
    void log(Phrase line);
    /// Rows of work that went well go.
    void dismiss_done();
    [[nodiscard]] QString log_text() const { return log_->toPlainText(); }

    /// Jobs that run or wait, oldest first.
    [[nodiscard]] std::vector<BackgroundJob*> active() const;
    /// Done share of the job that has been running longest; empty where none knows.
    [[nodiscard]] std::optional<double> share() const;

signals:
    void progress_changed();
    /// A job has ended; `seconds` of work.
    void job_ended(const QString& name, const QString& outcome, double seconds);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Entry {
        QPointer<BackgroundJob> job;
        QPointer<JobRow> row;
    };
    /// Every text of the panel itself, in the language in use.
    void show_words();
    void follow_start(SlowWork& work);
    void log_end(const JobRow& row);
    void connect_row(JobRow& row, BackgroundJob& job);
    void finish(JobRow& row, const BackgroundJob& job, const Status& status, Keep keep);
    void show_states();
    void remove(JobRow* row);
    void limit_rows();
    void show_count();
    std::vector<Entry> entries_;
    QPointer<JobQueue> queue_;
    QVBoxLayout* rows_;
    QLabel *title_, *remark_, *idle_;
    QPushButton *log_button_, *dismiss_;
    QScrollArea* scroll_;
    LogView* log_;
};

}  // namespace bitlathe
