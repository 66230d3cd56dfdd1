// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "core/jobs/job.h"

namespace bitlathe {

namespace {

/// A rate is believed after this long, or as soon as this share of the phase is done.
constexpr double kEnoughSeconds = 1.0;
constexpr double kEnoughShare = 0.05;

double seconds(ProgressMeter::Clock::duration time) {
    return std::chrono::duration<double>(time).count();
}

}  // namespace

ProgressMeter::ProgressMeter(std::string job, std::function<void(const JobProgress&)> sink,
                             std::chrono::milliseconds interval,
                             std::function<Clock::time_point()> now)
    : job_(std::move(job)),
      sink_(std::move(sink)),
      interval_(interval),
      now_(std::move(now)),
      job_start_(now_()) {}

void ProgressMeter::update(const Progress& progress) {
    if (!sink_) {
        return;
    }
    const std::lock_guard lock(mutex_);
    const auto now = time();
    const bool new_phase = phase_ != progress.phase;
    if (new_phase) {
        phase_ = std::string(progress.phase);
        phase_start_ = now;
        phase_start_done_ = progress.done;
        phase_complete_ = false;
    }
    const bool completes = progress.total != 0 && progress.done >= progress.total;
    if (!new_phase && now - last_ < interval_ && !(completes && !phase_complete_)) {
        return;
    }
    phase_complete_ = completes;
    last_ = now;
    sink_({job_, *phase_, progress.done, progress.total, seconds(now - job_start_),
           time_left(progress, now)});
}

void ProgressMeter::pause() {
    const std::lock_guard lock(mutex_);
    if (!paused_at_) {
        paused_at_ = now_();
    }
}

void ProgressMeter::resume() {
    const std::lock_guard lock(mutex_);
    if (paused_at_) {
        paused_ += now_() - *paused_at_;
        paused_at_.reset();
    }
}

double ProgressMeter::elapsed_s() const {
    const std::lock_guard lock(mutex_);
    return seconds(time() - job_start_);
}

ProgressMeter::Clock::time_point ProgressMeter::time() const {
    return paused_at_.value_or(now_()) - paused_;
}

std::optional<double> ProgressMeter::time_left(const Progress& progress,
                                               Clock::time_point now) const {
    if (progress.total == 0) {
        return std::nullopt;
    }
    if (progress.done >= progress.total) {
        return 0.0;
    }
    // A phase may start in the middle (work that was done before): only what moved since then
    // says how fast it is.
    if (progress.done <= phase_start_done_) {
        return std::nullopt;
    }
    const double elapsed = seconds(now - phase_start_);
    const double moved = static_cast<double>(progress.done - phase_start_done_);
    const double left = static_cast<double>(progress.total - progress.done);
    if (elapsed <= 0 || (elapsed < kEnoughSeconds && moved < kEnoughShare * (moved + left))) {
        return std::nullopt;
    }
    return left * elapsed / moved;
}

}  // namespace bitlathe
