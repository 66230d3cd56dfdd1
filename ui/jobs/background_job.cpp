// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/background_job.h"

namespace bitlathe {

BackgroundJob::BackgroundJob(QString name, Work work, QObject* parent)
    : QObject(parent), name_(std::move(name)) {
    auto progress = [this](const JobProgress& now) {
        QMetaObject::invokeMethod(
            this,
            [this, now] {
                if (running_ && !retired_) emit progressed(now);
            },
            Qt::QueuedConnection);
    };
    auto done = [this](Status status) {
        QMetaObject::invokeMethod(
            this, [this, status = std::move(status)]() mutable { end(std::move(status)); },
            Qt::QueuedConnection);
    };
    job_ = std::make_unique<Job>(name_.toStdString(), std::move(work), std::move(progress),
                                 std::move(done));
}

BackgroundJob::~BackgroundJob() {
    job_.reset();  // joins; calls queued by the thread are dropped with this object
}

void BackgroundJob::cancel() {
    if (running_) job_->cancel();
}

void BackgroundJob::retire() {
    retired_ = true;
    if (running_) {
        job_->cancel();
    } else {
        deleteLater();
    }
}

void BackgroundJob::end(Status status) {
    running_ = false;
    if (retired_) {
        deleteLater();
    } else {
        emit finished(status);
    }
}

}  // namespace bitlathe
