// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/destination.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/atomic_file.h"
#include "core/base/text.h"
#include "core/checkpoint/shards.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

constexpr const char* kChooseAnother = "choose another destination";

tl::unexpected<Error> impossible(std::string message, const fs::path& path,
                                 std::string hint = kChooseAnother) {
    return fail(ErrorCode::kImpossible, std::move(message), path.string(), {}, std::move(hint));
}

bool is_source(const Checkpoint& source, const fs::path& path) {
    const auto identity = file_identity(path);
    return identity && std::any_of(source.files().begin(), source.files().end(),
                                   [&](const auto& file) { return file->identity() == *identity; });
}

/// Also true for a symbolic link that leads nowhere.
bool is_taken(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(fs::symlink_status(path, ignored));
}

Status check_parent(const fs::path& path) {
    std::error_code ignored;
    const fs::path folder = folder_of(path);
    if (!path.has_filename()) {
        return impossible("the destination has no file name", path);
    }
    if (!fs::is_directory(folder, ignored)) {
        return fail(ErrorCode::kNotWritten, "the folder of the destination does not exist",
                    path.string(), {}, "make the folder " + folder.string() + " first");
    }
    return {};
}

Status check_not_source(const Checkpoint& source, const fs::path& path) {
    if (is_source(source, path)) {
        return impossible("the destination is a file of the source, which is never overwritten",
                          path);
    }
    // The working file replaces whatever bears its name.
    if (is_source(source, part_of(path))) {
        return impossible("the working file of this destination is a file of the source", path);
    }
    return {};
}

/// Whether any file of `source` lies below `folder`.
bool holds_source(const Checkpoint& source, const fs::path& folder) {
    const auto identity = file_identity(folder);
    const auto below = [&](const auto& file) {
        std::error_code error;
        for (fs::path up = fs::canonical(file->path(), error); !error && up.has_relative_path();
             up = up.parent_path()) {
            const auto parent = file_identity(up.parent_path());
            if (parent && identity && *parent == *identity) {
                return true;
            }
        }
        return false;
    };
    return std::any_of(source.files().begin(), source.files().end(), below);
}

}  // namespace

fs::path part_of(const fs::path& path) {
    fs::path part = path;
    part += ".part";
    return part;
}

Status check_file_destination(const Checkpoint& source, const fs::path& path, bool replace) {
    BITLATHE_TRY(check_parent(path));
    BITLATHE_TRY(check_not_source(source, path));
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        return impossible("the destination is a folder; this output is a file", path,
                          "give a file name");
    }
    if (!replace && is_taken(path)) {
        return impossible("the destination exists", path,
                          "choose another name or allow replacing it (--force)");
    }
    return {};
}

Status check_folder_destination(const Checkpoint& source, const fs::path& path, bool replace,
                                const char* mark) {
    BITLATHE_TRY(check_parent(path));
    BITLATHE_TRY(check_not_source(source, path));
    if (!is_taken(path)) {
        return {};
    }
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        return impossible("the destination is a file; this output is a folder", path);
    }
    if (holds_source(source, path)) {
        return impossible("the destination holds the source, which is never overwritten", path);
    }
    if (fs::is_empty(path, error) && !error) {
        return {};
    }
    if (!replace) {
        return impossible("the destination exists", path,
                          "choose another name or allow replacing it (--force)");
    }
    if (!is_taken(path / mark)) {
        return impossible(
            fmt::format("the destination is a folder without {}: it is no earlier export", mark),
            path, "remove it yourself or choose another name");
    }
    return {};
}

Status check_space(const fs::path& path, std::uint64_t bytes) {
    BITLATHE_ASSIGN(const std::uint64_t free, free_space(path));
    if (bytes > free) {
        return fail(ErrorCode::kNotWritten,
                    fmt::format("the output needs {}, the disk has {} free", human_bytes(bytes),
                                human_bytes(free)),
                    path.string(), {}, "free some space or choose another disk");
    }
    return {};
}

}  // namespace bitlathe
