// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include "core/base/result.h"
#include "core/project/group_reader.h"
#include "core/project/group_writer.h"

namespace bitlathe {

/// Writes an HDF5 file with a seal (a hash over all of it) in the 512 bytes before the HDF5 data:
/// beside its name, made durable, then renamed, so that whatever happens there is the earlier file
/// or the new one. `bytes`: about how large it will be, so that a full disk shows first. Errors:
/// kNotWritten, those of `write`.
[[nodiscard]] Status write_sealed(const std::filesystem::path& path, std::uint64_t bytes,
                                  const std::function<Status(GroupWriter&)>& write);

/// Reads one. A file that is not exactly what was written is refused before the HDF5 library sees
/// it: that library was made for files of friends. The seal does not guard against forgery, so what
/// is read is checked all the same. Numbers that `read` leaves in the file (kept_floats()) are
/// those that the seal was checked of. Errors: kRefused, those of `read`.
[[nodiscard]] Status read_sealed(const std::filesystem::path& path,
                                 const std::function<Status(const GroupReader&)>& read);

/// Whether the file says it is a project: its first bytes only.
[[nodiscard]] bool is_sealed_project(const std::filesystem::path& path);

}  // namespace bitlathe
