// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace bitlathe {

/// Memory on a cache line's border, as wide loads like it; large pieces ask for large pages. Throws
/// std::bad_alloc.
[[nodiscard]] void* allocate_aligned(std::size_t bytes);
void free_aligned(void* memory);

/// Allocator of such memory.
template <class T>
struct CacheAligned {
    using value_type = T;
    CacheAligned() = default;
    template <class U>
    explicit CacheAligned(const CacheAligned<U>&) {}
    T* allocate(std::size_t count) {
        if (count > static_cast<std::size_t>(-1) / sizeof(T)) {
            throw std::bad_array_new_length();
        }
        return static_cast<T*>(allocate_aligned(count * sizeof(T)));
    }
    void deallocate(T* memory, std::size_t) { free_aligned(memory); }
    /// Leaves new values as they are: what is written before it is read needs no zeros.
    template <class U>
    void construct(U* at) {
        ::new (static_cast<void*>(at)) U;
    }
    template <class U, class... Args>
    void construct(U* at, Args&&... args) {
        ::new (static_cast<void*>(at)) U(std::forward<Args>(args)...);
    }
    bool operator==(const CacheAligned&) const { return true; }
};

/// Values whose first content is undefined, unless an initial value is given.
using FloatBuffer = std::vector<float, CacheAligned<float>>;

}  // namespace bitlathe
