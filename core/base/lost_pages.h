// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace bitlathe {

/// Survives the loss of pages of a mapped file. A file that is cut short, or a disk that fails,
/// makes the kernel answer a read with SIGBUS, which ends the program. While a mapping is watched,
/// the pages that cannot be read become zeros instead and lost() says so: whoever used the bytes
/// asks afterwards and throws the result away. No read is interrupted, so nothing has to be undone
/// in the middle of a loop; any number of threads may read, and lose, at once.
///
/// The first watch installs the handler of SIGBUS for good. Other causes of the signal go to the
/// handler that was there before.
class PageWatch {
public:
    /// A mapping of whole pages from `begin` on, which must outlive the watch.
    PageWatch(const void* begin, std::size_t bytes);
    ~PageWatch();
    PageWatch(const PageWatch&) = delete;
    PageWatch& operator=(const PageWatch&) = delete;

    [[nodiscard]] bool lost() const;

private:
    struct Slot;
    friend struct PageWatchTable;
    Slot* slot_;
};

}  // namespace bitlathe
