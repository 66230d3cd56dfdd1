// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/lost_pages.h"

#include <cerrno>
#include <csignal>
#include <mutex>

#include <sys/mman.h>
#include <unistd.h>

namespace bitlathe {

/// One watched mapping. Slots are used again but never freed, so that the handler can walk the list
/// without a lock. An empty slot has end 0.
struct PageWatch::Slot {
    std::atomic<std::uintptr_t> begin = 0;
    std::atomic<std::uintptr_t> end = 0;
    std::atomic<bool> lost = false;
    Slot* next = nullptr;  ///< set before the slot can be seen
};

/// What the handler needs, all of it constant or lock-free.
struct PageWatchTable {
    static inline std::atomic<PageWatch::Slot*> first = nullptr;
    static inline std::uintptr_t page = 4096;
    static inline struct sigaction before {};
    static inline std::mutex adding;  ///< never taken by the handler

    static PageWatch::Slot* slot_at(std::uintptr_t address) {
        for (PageWatch::Slot* slot = first.load(std::memory_order_acquire); slot != nullptr;
             slot = slot->next) {
            if (address < slot->end.load(std::memory_order_acquire) &&
                address >= slot->begin.load(std::memory_order_relaxed)) {
                return slot;
            }
        }
        return nullptr;
    }

    /// Zeros from the lost page to the end of the mapping: what follows it is most likely gone too,
    /// and one signal is enough. mmap() is a plain system call.
    static bool replace(PageWatch::Slot& slot, std::uintptr_t address) {
        const std::uintptr_t from = address & ~(page - 1);
        const std::uintptr_t size = slot.end.load(std::memory_order_relaxed) - from;
        void* const place = reinterpret_cast<void*>(from);
        slot.lost.store(true, std::memory_order_release);
        return mmap(place, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED | MAP_NORESERVE,
                    -1, 0) == place;
    }

    static void pass_on(int signal, siginfo_t* info, void* context) {
        if ((before.sa_flags & SA_SIGINFO) != 0 && before.sa_sigaction != nullptr) {
            before.sa_sigaction(signal, info, context);
        } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
            before.sa_handler(signal);
        } else {
            // The same read fails again when this returns, and ends the program as it always did.
            sigaction(signal, &before, nullptr);
            if (info->si_code <= 0) {
                raise(signal);  // sent by somebody: there is no read to repeat
            }
        }
    }

    static void handle(int signal, siginfo_t* info, void* context) {
        const int saved = errno;
        PageWatch::Slot* slot = nullptr;
        const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
        if (info->si_code > 0) {
            slot = slot_at(address);
        }
        if (slot == nullptr || !replace(*slot, address)) {
            pass_on(signal, info, context);
        }
        errno = saved;
    }

    static void install() {
        page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        struct sigaction ours {};
        ours.sa_sigaction = &handle;
        ours.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&ours.sa_mask);
        sigaction(SIGBUS, &ours, &before);
    }
};

static_assert(std::atomic<std::uintptr_t>::is_always_lock_free);
static_assert(std::atomic<bool>::is_always_lock_free);

PageWatch::PageWatch(const void* begin, std::size_t bytes) : slot_(nullptr) {
    const std::lock_guard lock(PageWatchTable::adding);
    Slot* const head = PageWatchTable::first.load(std::memory_order_relaxed);
    if (head == nullptr) {
        PageWatchTable::install();
    }
    for (Slot* slot = head; slot != nullptr && slot_ == nullptr; slot = slot->next) {
        if (slot->end.load(std::memory_order_relaxed) == 0) {
            slot_ = slot;
        }
    }
    const bool fresh = slot_ == nullptr;
    if (fresh) {
        slot_ = new Slot;
        slot_->next = head;
    }
    const auto from = reinterpret_cast<std::uintptr_t>(begin);
    const std::uintptr_t to = from + bytes;
    slot_->lost.store(false, std::memory_order_relaxed);
    slot_->begin.store(from, std::memory_order_relaxed);
    slot_->end.store((to + PageWatchTable::page - 1) & ~(PageWatchTable::page - 1),
                     std::memory_order_release);
    if (fresh) {
        PageWatchTable::first.store(slot_, std::memory_order_release);
    }
}

PageWatch::~PageWatch() {
    const std::lock_guard lock(PageWatchTable::adding);
    slot_->end.store(0, std::memory_order_release);
}

bool PageWatch::lost() const {
    return slot_->lost.load(std::memory_order_acquire);
}

}  // namespace bitlathe
