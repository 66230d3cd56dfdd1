// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace bitlathe {

/// A file name that says which part of a set it is: PREFIX-00002-of-00005.gguf.
struct ShardName {
    std::string prefix;
    std::string extension;     ///< with its dot
    std::uint32_t number = 1;  ///< 1 ... count
    std::uint32_t count = 1;

    /// Name of another part of the same set.
    [[nodiscard]] std::string of(std::uint32_t other) const;
    /// Whether both are parts of one set.
    [[nodiscard]] bool same_set(const ShardName& other) const;
};

/// Nothing when the name does not have that form, or its number is not among its count.
[[nodiscard]] std::optional<ShardName> parse_shard_name(std::string_view file_name);

/// Path of the file `name` in `folder`, for names that come from another file. Only plain names are
/// allowed, and links must end inside the folder or, in a Hugging Face cache
/// (models--x/snapshots/revision/file), in its models--x/blobs. The file may be missing. Errors:
/// kRefused.
[[nodiscard]] Result<std::filesystem::path> resolve_shard(const std::filesystem::path& folder,
                                                          const std::string& name);

/// The folder a file is in, as the person named it.
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& file);

}  // namespace bitlathe
