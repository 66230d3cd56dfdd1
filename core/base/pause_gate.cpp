// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pause_gate.h"

namespace bitlathe {

void PauseGate::shut() {
    const std::lock_guard lock(mutex_);
    shut_.store(true, std::memory_order_relaxed);
}

void PauseGate::open() {
    {
        const std::lock_guard lock(mutex_);
        shut_.store(false, std::memory_order_relaxed);
    }
    opened_.notify_all();
}

void PauseGate::wait(const std::stop_token& stop) const {
    std::unique_lock lock(mutex_);
    opened_.wait(lock, stop, [this] { return !paused(); });
}

}  // namespace bitlathe
