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
/// `bytes`: as they were asked for. Never throws.
void free_aligned(void* memory, std::size_t bytes);

/// While one of these is alive, large pieces that are freed wait for the next request of the same
/// size: one block of a model after another asks for the same ones, and the system would clear all
/// their pages each time. A request of another size lets them go, so that memory stays about what
/// is in use together. Thread-safe.
class KeepLargePieces {
public:
    KeepLargePieces();
    KeepLargePieces(const KeepLargePieces& other);
    KeepLargePieces& operator=(const KeepLargePieces& other) = default;
    ~KeepLargePieces();
};

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
    void deallocate(T* memory, std::size_t count) { free_aligned(memory, count * sizeof(T)); }
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
