// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compute/aligned.h"

#include <cstdint>

#include <sys/mman.h>

namespace bitlathe {
namespace {

constexpr std::align_val_t kLine{64};
constexpr std::uintptr_t kPage = 4096;
/// From here on pages of the usual size cost more than the work on them.
constexpr std::size_t kLarge = std::size_t{4} << 20;

}  // namespace

void* allocate_aligned(std::size_t bytes) {
    void* memory = ::operator new(bytes, kLine);
    if (bytes >= kLarge) {
        const auto address = reinterpret_cast<std::uintptr_t>(memory);
        const std::uintptr_t first = (address + kPage - 1) / kPage * kPage;
        // A hint: without large pages everything works the same.
        static_cast<void>(
            madvise(reinterpret_cast<void*>(first), bytes - (first - address), MADV_HUGEPAGE));
    }
    return memory;
}

void free_aligned(void* memory) {
    ::operator delete(memory, kLine);
}

}  // namespace bitlathe
