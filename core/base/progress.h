// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>

#include "core/base/pause_gate.h"
#include "core/base/result.h"

namespace bitlathe {

/// How far a piece of work is. `done` and `total` share one unit (bytes unless the phase says
/// otherwise); total 0 means unknown.
struct Progress {
    std::string_view phase;
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};

/// Everything long work gets from its caller: how to be stopped and held up, where to report, how
/// many threads it may use. Reports come from one thread at a time, but not always the same one.
struct WorkContext {
    std::stop_token stop = {};
    std::function<void(const Progress&)> progress = {};
    unsigned threads = 0;              ///< 0: one per core of the machine
    const PauseGate* pause = nullptr;  ///< outlives the work; nullptr: it is never held up

    void report(std::string_view phase, std::uint64_t done, std::uint64_t total) const {
        if (progress) {
            progress({phase, done, total});
        }
    }
    /// The same for a part of the work that does not report itself.
    [[nodiscard]] WorkContext quiet() const { return {stop, {}, threads, pause}; }
    /// Fails with kCancelled once a stop was asked for; while the work is paused it waits, for the
    /// end of the pause or for a stop. Long loops call it at least every 100 ms, and never with a
    /// lock that others need.
    [[nodiscard]] Status check() const {
        if (pause != nullptr && pause->paused()) {
            pause->wait(stop);
        }
        if (stop.stop_requested()) {
            return fail(ErrorCode::kCancelled, "cancelled");
        }
        return {};
    }
};

}  // namespace bitlathe
