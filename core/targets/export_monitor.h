// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "core/base/progress.h"
#include "core/targets/anonymous_memory.h"

namespace bitlathe {

/// What all threads of one export share: progress that never goes back, the peak of anonymous
/// memory, the clock. Thread-safe.
class ExportMonitor {
public:
    explicit ExportMonitor(const WorkContext& context);

    /// Starts a phase of `total` bytes.
    void begin(std::string_view phase, std::uint64_t total);
    /// `bytes` more are done.
    void advance(std::uint64_t bytes);
    [[nodiscard]] Status check() const { return context_.check(); }
    [[nodiscard]] unsigned threads() const { return context_.threads; }
    [[nodiscard]] std::stop_token stop() const { return context_.stop; }
    /// The same stop token and threads without progress, for work whose own reports would mix.
    [[nodiscard]] WorkContext quiet() const;
    [[nodiscard]] std::uint64_t peak_anonymous_bytes() const { return memory_.bytes(); }
    [[nodiscard]] double seconds() const;

private:
    const WorkContext& context_;
    std::chrono::steady_clock::time_point start_;
    AnonymousMemoryPeak memory_;
    std::mutex mutex_;
    std::string_view phase_;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace bitlathe
