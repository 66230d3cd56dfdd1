// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

#include <exception>
#include <system_error>
#include <utility>

namespace bitlathe {

namespace {

Status run_guarded(const std::string& name, const Job::Work& work, const WorkContext& context) {
    // Work may call libraries that throw; nothing may escape from a thread.
    try {
        return work(context);
    } catch (const std::exception& problem) {
        return fail(ErrorCode::kRefused, name + " stopped unexpectedly: " + problem.what());
    } catch (...) {
        return fail(ErrorCode::kRefused, name + " stopped unexpectedly");
    }
}

}  // namespace

Job::Job(std::string name, Work work, std::function<void(const JobProgress&)> progress,
         std::function<void(Status)> finished, unsigned threads)
    : name_(std::move(name)), meter_(name_, std::move(progress)) {
    WorkContext context;
    context.stop = stop_.get_token();
    context.progress = [this](const Progress& now) { meter_.update(now); };
    context.threads = threads;
    context.pause = &gate_;
    auto body = [this, work = std::move(work), finished, context = std::move(context)] {
        Status status = run_guarded(name_, work, context);
        if (finished) {
            finished(std::move(status));
        }
    };
    try {
        thread_ = std::jthread(std::move(body));
    } catch (const std::system_error& problem) {
        if (finished) {
            finished(fail(ErrorCode::kRefused,
                          name_ + " could not be started: " + std::string(problem.what())));
        }
    }
}

Job::~Job() {
    cancel();
    wait();
}

void Job::cancel() {
    stop_.request_stop();
}

void Job::pause() {
    meter_.pause();
    gate_.shut();
}

void Job::resume() {
    gate_.open();
    meter_.resume();
}

void Job::wait() {
    const std::lock_guard lock(join_);
    if (thread_.joinable()) {
        thread_.join();
    }
}

}  // namespace bitlathe
