// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "core/base/progress.h"

namespace bitlathe {

/// How far a job is, for people.
struct JobProgress {
    std::string job;
    std::string phase;
    std::uint64_t done = 0;
    std::uint64_t total = 0;      ///< 0: unknown
    double elapsed_s = 0;         ///< without pauses
    std::optional<double> eta_s;  ///< unknown until enough is done
};

/// Turns raw progress into JobProgress at most every `interval`, with the time left. The first
/// report, the first of every phase and the one that completes a phase always pass. The time left
/// is that of the phase, from its own rate: phases differ too much to predict one from another.
/// Thread-safe; `sink` is called by one thread at a time and must not call back.
class ProgressMeter {
public:
    using Clock = std::chrono::steady_clock;
    /// `now` is the clock, exchanged in tests.
    ProgressMeter(std::string job, std::function<void(const JobProgress&)> sink,
                  std::chrono::milliseconds interval = std::chrono::milliseconds(100),
                  std::function<Clock::time_point()> now = &Clock::now);
    void update(const Progress& progress);
    /// Stops the clock, and lets it run on: a pause counts neither as time that passed nor against
    /// the rate. Both may be called again without effect.
    void pause();
    void resume();
    [[nodiscard]] double elapsed_s() const;  ///< since it was made, without pauses

private:
    [[nodiscard]] Clock::time_point time() const;
    [[nodiscard]] std::optional<double> time_left(const Progress& progress,
                                                  Clock::time_point now) const;

    std::string job_;
    std::function<void(const JobProgress&)> sink_;
    std::chrono::milliseconds interval_;
    std::function<Clock::time_point()> now_;
    mutable std::mutex mutex_;
    std::optional<std::string> phase_;
    std::uint64_t phase_start_done_ = 0;
    bool phase_complete_ = false;
    Clock::time_point job_start_, phase_start_, last_;  ///< on the clock without pauses
    std::optional<Clock::time_point> paused_at_;
    Clock::duration paused_{};
};

/// Background work on a thread of its own. Destroying a job asks it to stop and waits. `progress`
/// and `finished` are called on the worker thread; a window hands them to its own. `finished` is
/// called exactly once, whatever happens: an exception that escapes from the work becomes
/// kRefused with its message. A job must not be destroyed or waited for from its own callbacks.
class Job {
public:
    using Work = std::function<Status(const WorkContext&)>;
    Job(std::string name, Work work, std::function<void(const JobProgress&)> progress,
        std::function<void(Status)> finished, unsigned threads = 0);
    ~Job();
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Asks; the job ends within a second with kCancelled, paused or not. Thread-safe.
    void cancel();
    void wait();  ///< until finished() has returned. Thread-safe.
    /// Holds the work up at the next place where it can stop, and lets it go on. Thread-safe.
    void pause();
    void resume();
    [[nodiscard]] bool paused() const { return gate_.paused(); }
    /// Seconds since the start, without pauses; it goes on after the end. Thread-safe.
    [[nodiscard]] double elapsed_s() const { return meter_.elapsed_s(); }

private:
    std::string name_;
    ProgressMeter meter_;
    PauseGate gate_;
    std::stop_source stop_;
    std::mutex join_;
    std::jthread thread_;
};

}  // namespace bitlathe
