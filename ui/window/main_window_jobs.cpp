// SPDX-License-Identifier: GPL-3.0-or-later
// Background work as the window shows it.
#include "ui/window/main_window.h"

namespace bitlathe {

using namespace Qt::Literals::StringLiterals;

void MainWindow::show_profile(BackgroundJob& job) {
    header_->set_profile_progress(0.0);
    JobRow* row = jobs_->add(job);
    connect(&job, &BackgroundJob::progressed, this, [this](const JobProgress& now) {
        if (now.total == 0) return;
        header_->set_profile_progress(static_cast<double>(now.done) /
                                      static_cast<double>(now.total));
    });
    // The row goes with the job, however that ends; its result is on the canvas.
    connect(&job, &QObject::destroyed, row, [this, row] { jobs_->remove(row); });
}

void MainWindow::show_matrix_job(BackgroundJob& job) {
    JobRow* row = jobs_->add(job);
    // The row goes with the job; what failed is in a message.
    connect(&job, &QObject::destroyed, row, [this, row] { jobs_->remove(row); });
}

void MainWindow::show_export(BackgroundJob& job) {
    JobRow* row = jobs_->add(job);
    actions_.export_model->setEnabled(false);
    connect(&session_, &Session::export_ended, row,
            [this, row](const Result<ExportReport>& report) {
                actions_.export_model->setEnabled(session_.plan().is_open());
                if (!row->ended()) show_export_result(*row, report);
            });
}

}  // namespace bitlathe
