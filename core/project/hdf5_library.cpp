// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/hdf5_library.h"

#include <cstdint>

namespace bitlathe {
namespace {

std::recursive_mutex& library_mutex() {
    static std::recursive_mutex mutex;
    return mutex;
}

}  // namespace

Hdf5Lock::Hdf5Lock() : lock_(library_mutex()) {
    // Per thread, so it is said again; that it fails would only be noisy.
    static_cast<void>(H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr));
}

template <>
hid_t hdf5_type<std::uint8_t>() {
    return H5T_STD_U8LE;
}
template <>
hid_t hdf5_type<std::uint32_t>() {
    return H5T_STD_U32LE;
}
template <>
hid_t hdf5_type<std::uint64_t>() {
    return H5T_STD_U64LE;
}
template <>
hid_t hdf5_type<float>() {
    return H5T_IEEE_F32LE;
}
template <>
hid_t hdf5_type<double>() {
    return H5T_IEEE_F64LE;
}

}  // namespace bitlathe
