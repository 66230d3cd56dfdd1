// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/background_job.h"

#include "core/base/parallel.h"

namespace bitlathe {

BackgroundJob::BackgroundJob(Phrase name, Work work, QObject* parent, Start start)
    : QObject(parent), name_(std::move(name)), work_(std::move(work)) {
    if (start == Start::kNow) this->start();
}

BackgroundJob::~BackgroundJob() {
    job_.reset();  // joins; calls queued by the thread are dropped with this object
}

void BackgroundJob::start() {
    if (!waiting() || !work_) return;  // without work it was cancelled and is about to end
    auto work = [work = std::exchange(work_, nullptr)](const WorkContext& context) {
        lower_thread_priority();
        return work(context);
    };
    auto progress = [this](const JobProgress& now) {
        QMetaObject::invokeMethod(
            this, [this, now] { take(now); }, Qt::QueuedConnection);
    };
    auto done = [this](Status status) {
        QMetaObject::invokeMethod(
            this, [this, status = std::move(status)]() mutable { end(std::move(status)); },
            Qt::QueuedConnection);
    };
    job_ = std::make_unique<Job>(name_.text().toStdString(), std::move(work), std::move(progress),
                                 std::move(done));
    emit state_changed();
}

double BackgroundJob::elapsed_s() const {
    return running_ && job_ ? job_->elapsed_s() : took_s_;
}

void BackgroundJob::pause() {
    if (!running_ || !job_ || job_->paused()) return;
    job_->pause();
    emit state_changed();
}

void BackgroundJob::resume() {
    if (!paused()) return;
    job_->resume();
    emit state_changed();
}

void BackgroundJob::cancel() {
    if (!running_) return;
    if (job_) {
        job_->cancel();
        return;
    }
    work_ = nullptr;
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (waiting()) end(fail(ErrorCode::kCancelled, "cancelled"));
        },
        Qt::QueuedConnection);
}

void BackgroundJob::retire() {
    retired_ = true;
    if (running_ && job_) {
        job_->cancel();
    } else {
        deleteLater();
    }
}

void BackgroundJob::take(const JobProgress& progress) {
    if (!running_ || retired_) return;
    share_ = progress.total == 0
                 ? -1
                 : static_cast<double>(progress.done) / static_cast<double>(progress.total);
    emit progressed(progress);
}

void BackgroundJob::end(Status status) {
    took_s_ = elapsed_s();
    running_ = false;
    if (retired_) {
        deleteLater();
    } else {
        emit finished(status);
    }
}

}  // namespace bitlathe
