// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/latest_worker.h"

#include <utility>

namespace bitlathe {

LatestWorker::LatestWorker(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& stop) { run(stop); }) {}

LatestWorker::~LatestWorker() {
    {
        const std::scoped_lock lock(mutex_);
        task_stop_.request_stop();
    }
    thread_ = {};  // asks to stop and joins
}

void LatestWorker::post(Task task) {
    {
        const std::scoped_lock lock(mutex_);
        if (!waiting_) ++outstanding_;
        waiting_ = std::move(task);
    }
    wake_.notify_one();
}

void LatestWorker::drop() {
    const std::scoped_lock lock(mutex_);
    task_stop_.request_stop();
    waiting_ = nullptr;
    ++epoch_;
    outstanding_ = 0;
}

void LatestWorker::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        Task task;
        WorkContext context;
        std::uint64_t epoch = 0;
        {
            std::unique_lock lock(mutex_);
            if (!wake_.wait(lock, stop, [this] { return static_cast<bool>(waiting_); })) return;
            task = std::exchange(waiting_, nullptr);
            task_stop_ = {};
            context.stop = task_stop_.get_token();
            epoch = epoch_;
        }
        const Delivery delivery = task(context);
        QMetaObject::invokeMethod(
            this, [this, epoch, delivery] { settle(epoch, delivery); }, Qt::QueuedConnection);
    }
}

void LatestWorker::settle(std::uint64_t epoch, const Delivery& delivery) {
    {
        const std::scoped_lock lock(mutex_);
        if (epoch != epoch_) return;
    }
    --outstanding_;
    if (delivery) delivery();
}

}  // namespace bitlathe
