// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "core/project/group_writer.h"

namespace bitlathe {

/// Bytes in front of the HDF5 data of a project file, where its seal is; h5py and h5dump pass over
/// them.
inline constexpr std::uint64_t kUserBlock = 512;

/// Writes an HDF5 file over the bytes of an existing one (which keeps its inode). Errors:
/// kNotWritten, and those of `write`.
[[nodiscard]] Status write_hdf5(const std::filesystem::path& path,
                                const std::function<Status(GroupWriter&)>& write);

}  // namespace bitlathe
