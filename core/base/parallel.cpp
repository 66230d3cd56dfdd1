// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

#include <sys/resource.h>

namespace bitlathe {

unsigned default_threads() {
    return std::max(1U, std::thread::hardware_concurrency());
}

void lower_thread_priority() {
    constexpr int kNice = 10;
    // On Linux this is a matter of threads. Work is done either way.
    static_cast<void>(setpriority(PRIO_PROCESS, 0, kNice));
}

void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& body) {
    const std::size_t workers =
        std::min<std::size_t>(threads == 0 ? default_threads() : threads, count);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t index = next++; index < count; index = next++) {
            body(index);
        }
    };
    std::vector<std::jthread> others;
    try {
        for (std::size_t i = 1; i < workers; ++i) {
            others.emplace_back(work);
        }
    } catch (const std::system_error&) {
        // The system gives no more threads: those that there are do all the work.
    }
    work();
}

}  // namespace bitlathe
