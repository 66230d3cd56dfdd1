// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/project/group_reader.h"
#include "core/project/hdf5_library.h"

namespace bitlathe {

/// A group that is open.
struct GroupReader::State {
    Hdf5Handle group;
    std::shared_ptr<const MappedFile> file;
    std::string path;  ///< of the group inside the file

    /// An error about what has this name in the group.
    [[nodiscard]] tl::unexpected<Error> refuse(const std::string& name,
                                               const std::string& why) const;
};

/// Whether a name leads by a hard link to an object of this kind: nothing in another file, nothing
/// by a path somebody wrote.
[[nodiscard]] bool leads_to(hid_t group, const std::string& name, H5O_type_t kind);

/// A data set whose bytes lie in the file as they are, `count` of `type`: not more than the file is
/// long.
struct PlainSet {
    Hdf5Handle set;
    Hdf5Handle type;
    std::vector<std::uint64_t> shape;
    std::uint64_t count = 0;
};
[[nodiscard]] Result<PlainSet> open_set(const GroupReader::State& state, const std::string& name);

/// One whose numbers must have this type and shape.
[[nodiscard]] Result<PlainSet> open_numbers(const GroupReader::State& state,
                                            const std::string& name, hid_t type,
                                            std::span<const std::uint64_t> shape);

/// Copies all of it to `out`, as values of `type`.
[[nodiscard]] Status read_set(const GroupReader::State& state, const std::string& name,
                              const PlainSet& plain, hid_t type, void* out);

/// Its bytes where the file is mapped.
[[nodiscard]] Result<std::span<const std::byte>> mapped_set(const GroupReader::State& state,
                                                            const std::string& name,
                                                            const PlainSet& plain);

}  // namespace bitlathe
