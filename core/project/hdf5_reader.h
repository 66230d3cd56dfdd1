// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "core/project/group_reader.h"

namespace bitlathe {

/// Opens an HDF5 file for reading and hands its root to `read`. Errors: kRefused, and those of
/// `read`.
[[nodiscard]] Status read_hdf5(const std::filesystem::path& path,
                               const std::function<Status(const GroupReader&)>& read);

}  // namespace bitlathe
