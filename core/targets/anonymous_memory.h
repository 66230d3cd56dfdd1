// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>

namespace bitlathe {

/// Bytes of anonymous memory of this process right now (RssAnon of /proc/self/status: heap and
/// stacks, not mapped files); 0 where the kernel does not tell.
[[nodiscard]] std::uint64_t anonymous_memory();

/// The largest anonymous_memory() seen. The kernel keeps a high-water mark only of everything
/// resident, mapped weights included, so it is sampled instead. Thread-safe.
class AnonymousMemoryPeak {
public:
    /// Looks, but not more often than every few milliseconds: may be called for every piece of
    /// work.
    void sample();
    [[nodiscard]] std::uint64_t bytes() const { return peak_.load(); }

private:
    std::atomic<std::int64_t> next_ns_ = 0;
    std::atomic<std::uint64_t> peak_ = 0;
};

}  // namespace bitlathe
