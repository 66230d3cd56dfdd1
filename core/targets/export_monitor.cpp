// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/export_monitor.h"

namespace bitlathe {

ExportMonitor::ExportMonitor(const WorkContext& context)
    : context_(context), start_(std::chrono::steady_clock::now()) {
    memory_.sample();
}

void ExportMonitor::begin(std::string_view phase, std::uint64_t total) {
    const std::lock_guard lock(mutex_);
    phase_ = phase;
    done_ = 0;
    total_ = total;
    context_.report(phase_, done_, total_);
}

void ExportMonitor::advance(std::uint64_t bytes) {
    memory_.sample();
    const std::lock_guard lock(mutex_);
    done_ += bytes;
    context_.report(phase_, done_, total_);
}

WorkContext ExportMonitor::quiet() const {
    return {.stop = context_.stop,
            .progress = {},
            .threads = context_.threads,
            .pause = context_.pause};
}

double ExportMonitor::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace bitlathe
