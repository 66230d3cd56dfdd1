// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/aligned.h"

#include <cstdint>
#include <map>
#include <mutex>

#include <sys/mman.h>

namespace bitlathe {
namespace {

constexpr std::align_val_t kLine{64};
constexpr std::uintptr_t kPage = 4096;
/// From here on pages of the usual size cost more than the work on them.
constexpr std::size_t kLarge = std::size_t{4} << 20;

void release(void* memory) {
    ::operator delete(memory, kLine);
}

/// Large pieces that wait for the next request of their size.
class Kept {
public:
    void join() {
        const std::scoped_lock lock(mutex_);
        ++users_;
    }
    void leave() {
        const std::scoped_lock lock(mutex_);
        if (--users_ == 0) {
            drop();
        }
    }
    /// A piece of exactly this size; nullptr: there is none, and the others have gone, as what is
    /// asked for has changed.
    void* take(std::size_t bytes) {
        const std::scoped_lock lock(mutex_);
        const auto found = pieces_.find(bytes);
        if (found == pieces_.end()) {
            drop();
            return nullptr;
        }
        void* memory = found->second;
        pieces_.erase(found);
        return memory;
    }
    /// False: nobody waits for pieces. Never throws.
    bool put(void* memory, std::size_t bytes) {
        const std::scoped_lock lock(mutex_);
        if (users_ == 0) {
            return false;
        }
        try {
            pieces_.emplace(bytes, memory);
        } catch (const std::bad_alloc&) {
            return false;
        }
        return true;
    }

private:
    void drop() {
        for (const auto& [bytes, memory] : pieces_) {
            release(memory);
        }
        pieces_.clear();
    }
    std::mutex mutex_;
    std::size_t users_ = 0;
    std::multimap<std::size_t, void*> pieces_;
};

Kept& kept() {
    static Kept instance;
    return instance;
}

}  // namespace

void* allocate_aligned(std::size_t bytes) {
    if (bytes < kLarge) {
        return ::operator new(bytes, kLine);
    }
    if (void* memory = kept().take(bytes)) {
        return memory;
    }
    void* memory = ::operator new(bytes, kLine);
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t first = (address + kPage - 1) / kPage * kPage;
    // A hint: without large pages everything works the same.
    static_cast<void>(
        madvise(reinterpret_cast<void*>(first), bytes - (first - address), MADV_HUGEPAGE));
    return memory;
}

void free_aligned(void* memory, std::size_t bytes) {
    if (bytes < kLarge || !kept().put(memory, bytes)) {
        release(memory);
    }
}

KeepLargePieces::KeepLargePieces() {
    kept().join();
}

KeepLargePieces::KeepLargePieces(const KeepLargePieces& /*other*/) {
    kept().join();
}

KeepLargePieces::~KeepLargePieces() {
    kept().leave();
}

}  // namespace bitlathe
