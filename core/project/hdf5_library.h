// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>

#include <hdf5.h>

namespace bitlathe {

/// Whoever uses the library holds one: its calls come from one thread at a time, and what it has to
/// say goes into our own errors, not to stderr.
class Hdf5Lock {
public:
    Hdf5Lock();

private:
    std::unique_lock<std::recursive_mutex> lock_;
};

/// An id of the library and what closes it.
class Hdf5Handle {
public:
    using Close = herr_t (*)(hid_t);
    Hdf5Handle() = default;
    Hdf5Handle(hid_t id, Close how) : id_(id), close_(how) {}
    Hdf5Handle(Hdf5Handle&& other) noexcept
        : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
    Hdf5Handle& operator=(Hdf5Handle&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(close_, other.close_);
        return *this;
    }
    ~Hdf5Handle() { static_cast<void>(close()); }

    [[nodiscard]] hid_t id() const { return id_; }
    [[nodiscard]] bool valid() const { return id_ >= 0; }
    /// Whether it was closed without an error; of files, whether everything was written.
    [[nodiscard]] bool close() {
        return id_ < 0 || close_(std::exchange(id_, H5I_INVALID_HID)) >= 0;
    }

private:
    hid_t id_ = H5I_INVALID_HID;
    Close close_ = nullptr;
};

/// The type of numbers in memory, which on the machines we run on is that of the file.
template <class T>
[[nodiscard]] hid_t hdf5_type();

}  // namespace bitlathe
