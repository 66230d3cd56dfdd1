// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace bitlathe {

/// Threads a job may use when it was not told: one per core.
[[nodiscard]] unsigned default_threads();

/// Lets everything else on the machine go before the calling thread and those it starts: for work
/// that must not slow down a window. There is no way back for the thread.
void lower_thread_priority();

/// Calls `body(index)` once for every index in [0, count), on up to `threads` threads (0:
/// default_threads(), the caller is one of them), and returns when all have ended. Indices are
/// handed out in rising order. The result must not depend on which thread runs what; a body that
/// writes only to the place of its index is deterministic for any thread count. `body` must not
/// throw. Loops of our own instead of a scheduler library: the work here is a few large, equal
/// pieces, and this is fully visible to thread sanitizers.
void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& body);

}  // namespace bitlathe
