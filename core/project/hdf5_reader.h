// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "core/base/mapped_file.h"
#include "core/project/group_reader.h"

namespace bitlathe {

/// Opens an HDF5 file by the path of the mapped one and hands its root to `read`. What GroupReader
/// says of places in the file holds for the mapped one while its name leads to it, which the caller
/// asks afterwards. Errors: kRefused, and those of `read`.
[[nodiscard]] Status read_hdf5(std::shared_ptr<const MappedFile> file,
                               const std::function<Status(const GroupReader&)>& read);

}  // namespace bitlathe
