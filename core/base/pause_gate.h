// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace bitlathe {

/// Holds work up and lets it go on. Thread-safe. Asking whether it is shut costs one read of a
/// flag, so that the innermost loops can afford it.
class PauseGate {
public:
    void shut();
    void open();
    [[nodiscard]] bool paused() const { return shut_.load(std::memory_order_relaxed); }
    /// Returns when the gate is open or a stop was asked for.
    void wait(const std::stop_token& stop) const;

private:
    std::atomic<bool> shut_ = false;  ///< changed under the mutex
    mutable std::mutex mutex_;
    mutable std::condition_variable_any opened_;
};

}  // namespace bitlathe
