// SPDX-License-Identifier: GPL-3.0-or-later
// Background work as the window shows it.
#include <vector>

#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Work that took this long is worth a word when it ends and nobody looks.
constexpr double kLong_s = 10;

}  // namespace

void MainWindow::connect_jobs() {
    const auto add = [this](BackgroundJob& job) { jobs_->add(job, JobsPanel::Keep::kIfLong); };
    jobs_->follow(session_.exports());
    connect(&session_.exports(), &JobQueue::added, this, add);
    connect(&session_, &Session::load_started, this, add);
    connect(&session_, &Session::profile_started, this, &MainWindow::show_profile);
    connect(&session_, &Session::profile_ended, this, [this](bool complete) {
        header_->set_profile_progress({});
        jobs_->log([complete] {
            return complete ? tr("Errors and statistics are complete")
                            : tr("Errors and statistics are incomplete");
        });
    });
    connect(&session_, &Session::export_started, this, &MainWindow::show_export);
    connect(jobs_, &JobsPanel::progress_changed, this, &MainWindow::show_title);
    connect(jobs_, &JobsPanel::job_ended, this, &MainWindow::tell_end);
    connect(jobs_, &JobsPanel::job_ended, this, &MainWindow::quit_when_done, Qt::QueuedConnection);
}

void MainWindow::follow_slow_work() {
    PlanSolver& solver = session_.solver();
    LayerwiseSolver& layerwise = budget_->layerwise().solver();
    MatrixFeed& pictures = matrix_->feed();
    const std::vector<SlowWork::Source> sources{
        {[] { return tr("Solve the plan"); },
         [&solver] { return solver.busy(); },
         {},
         [&solver] { solver.abandon(); }},
        {[] { return tr("Solve by layers"); },
         [&layerwise] { return layerwise.busy(); },
         {},
         [&layerwise] { layerwise.abandon(); }},
        {[] { return tr("Picture of the matrix"); }, [&pictures] { return pictures.busy(); },
         [&pictures] { return pictures.progress(); }, [&pictures] { pictures.cancel(); }},
    };
    for (const SlowWork::Source& source : sources)
        jobs_->follow(*new SlowWork(source, whole_));
}

void MainWindow::tell_end(const QString& name, const QString& outcome, double seconds) {
    if (seconds > kLong_s && !isActiveWindow()) notifier_->notify(*this, name, outcome);
}

void MainWindow::show_profile(BackgroundJob& job) {
    header_->set_profile_progress(0.0);
    jobs_->add(job, JobsPanel::Keep::kIfLong);
    connect(&job, &BackgroundJob::progressed, this, [this](const JobProgress& now) {
        if (now.total == 0) return;
        header_->set_profile_progress(static_cast<double>(now.done) /
                                      static_cast<double>(now.total));
    });
}

void MainWindow::show_page_job(BackgroundJob& job) {
    job.setParent(this);  // it goes on when the page is built again
    jobs_->add(job, JobsPanel::Keep::kAlways);
}

}  // namespace bitlathe
