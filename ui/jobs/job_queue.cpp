// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/job_queue.h"

#include <algorithm>
#include <utility>

namespace bitlathe {

void JobQueue::add(BackgroundJob& job) {
    jobs_.push_back(&job);
    connect(&job, &BackgroundJob::finished, this, [this, &job] { leave(&job); });
    connect(&job, &QObject::destroyed, this, &JobQueue::leave);
    start_next();
    emit changed();
    emit added(job);
}

BackgroundJob& JobQueue::add(QObject& owner, JobOrder order) {
    auto* job = new BackgroundJob(std::move(order.name), std::move(order.work), &owner,
                                  BackgroundJob::Start::kLater);
    job->set_loss(order.loss);
    job->set_again(std::move(order.again));
    connect(job, &BackgroundJob::finished, &owner,
            [job, end = std::move(order.end)](const Status& status) { end(*job, status); });
    connect(job, &BackgroundJob::finished, job, &QObject::deleteLater);
    add(*job);
    return *job;
}

std::size_t JobQueue::place(const QObject* job) const {
    return static_cast<std::size_t>(
        std::find_if(jobs_.begin(), jobs_.end(),
                     [job](const BackgroundJob* entry) { return entry == job; }) -
        jobs_.begin());
}

bool JobQueue::can_move_up(const BackgroundJob& job) const {
    const std::size_t at = place(&job);
    return at < jobs_.size() && at > 1;  // in front of the second one is the one that runs
}

void JobQueue::move_up(const BackgroundJob& job) {
    if (!can_move_up(job)) return;
    const std::size_t at = place(&job);
    std::swap(jobs_[at - 1], jobs_[at]);
    emit changed();
}

void JobQueue::leave(const QObject* job) {
    const std::size_t at = place(job);
    if (at == jobs_.size()) return;
    jobs_.erase(jobs_.begin() + static_cast<std::ptrdiff_t>(at));
    start_next();
    emit changed();
}

void JobQueue::start_next() {
    if (!jobs_.empty()) jobs_.front()->start();
}

}  // namespace bitlathe
