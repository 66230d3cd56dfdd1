// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/stage_folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/checkpoint/shards.h"
#include "core/targets/destination.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMarker = ".bitlathe-part";

tl::unexpected<Error> not_written(const char* what, const fs::path& path, int error) {
    return fail(ErrorCode::kNotWritten, fmt::format("cannot {}: {}", what, std::strerror(error)),
                path.string(), {}, "check the destination, or choose another one");
}

/// Makes renames in a folder durable; best effort, as not every file system has it.
void sync_folder(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        (void)::fsync(fd);
        ::close(fd);
    }
}

/// Removes what an earlier, killed export left under the name of the stage.
Status remove_abandoned(const fs::path& stage) {
    std::error_code error;
    const fs::file_status status = fs::symlink_status(stage, error);
    if (!fs::exists(status)) {
        return {};
    }
    const bool ours = !fs::is_directory(status) || fs::exists(stage / kMarker, error) ||
                      fs::is_empty(stage, error);
    if (!ours) {
        return fail(ErrorCode::kNotWritten, "a folder of this name is in the way", stage.string(),
                    {}, "remove it or choose another destination");
    }
    fs::remove_all(stage, error);
    return error ? Status(not_written("remove an earlier partial output", stage, error.value()))
                 : Status();
}

Status touch(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0) {
        return not_written("write to the folder", path, errno);
    }
    ::close(fd);
    return {};
}

}  // namespace

Result<StageFolder> StageFolder::create(const fs::path& destination) {
    const fs::path path = part_of(destination);
    BITLATHE_TRY(remove_abandoned(path));
    if (::mkdir(path.c_str(), 0777) != 0) {
        return not_written("make the folder", path, errno);
    }
    StageFolder stage;
    stage.destination_ = destination;
    stage.path_ = path;
    BITLATHE_TRY(touch(path / kMarker));
    return stage;
}

StageFolder::StageFolder(StageFolder&& other) noexcept
    : destination_(std::move(other.destination_)), path_(std::exchange(other.path_, fs::path())) {}

StageFolder::~StageFolder() {
    if (!path_.empty()) {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
}

Status StageFolder::commit() {
    std::error_code error;
    const bool replacing =
        fs::exists(fs::symlink_status(destination_, error)) && !fs::is_empty(destination_, error);
    if (replacing) {
        // Once exchanged it is what a killed process leaves, and must be known as such.
        BITLATHE_TRY(touch(destination_ / kMarker));
    }
    sync_folder(path_);
    const unsigned flags = replacing ? RENAME_EXCHANGE : 0;
    if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, destination_.c_str(), flags) != 0) {
        const int why = errno;
        if (replacing) {
            fs::remove(destination_ / kMarker, error);
        }
        return not_written("rename the finished folder", destination_, why);
    }
    // Only now: a folder that still has the old name must stay recognisable until the end.
    fs::remove(destination_ / kMarker, error);
    sync_folder(folder_of(destination_));
    if (!replacing) {
        path_.clear();  // else it is now the earlier folder, and goes
    }
    return {};
}

Status StageFolder::commit_files(std::span<const fs::path> names) {
    std::vector<fs::path> moved;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const fs::path& name = names[(i + 1) % names.size()];
        const fs::path target = folder_of(destination_) / name;
        if (::rename((path_ / name).c_str(), target.c_str()) != 0) {
            const int why = errno;
            for (const fs::path& done : moved) {
                ::unlink(done.c_str());
            }
            return not_written("rename the finished output", target, why);
        }
        moved.push_back(target);
    }
    sync_folder(folder_of(destination_));
    return {};
}

}  // namespace bitlathe
