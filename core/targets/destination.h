// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// Whether an export may make the file `path`: it and its `.part` are no file of `source` (through
/// any symbolic or hard link), it does not exist or may be replaced, its folder exists. Errors:
/// kImpossible, kNotWritten (no such folder).
[[nodiscard]] Status check_file_destination(const Checkpoint& source,
                                            const std::filesystem::path& path, bool replace);

/// The same for a folder: free, empty, or (with `replace`) an earlier export, which is recognised
/// by the file `mark` in it. A folder with a file of `source` anywhere below is never replaced.
[[nodiscard]] Status check_folder_destination(const Checkpoint& source,
                                              const std::filesystem::path& path, bool replace,
                                              const char* mark);

/// Whether `bytes` more fit on the disk of `path`. Errors: kNotWritten with both numbers.
[[nodiscard]] Status check_space(const std::filesystem::path& path, std::uint64_t bytes);

/// `path` with ".part" at its end: where an output is until it is complete.
[[nodiscard]] std::filesystem::path part_of(const std::filesystem::path& path);

}  // namespace bitlathe
