// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace bitlathe {
namespace {

tl::unexpected<Error> not_written(const std::string& what, const std::filesystem::path& path) {
    const char* hint = errno == ENOSPC || errno == EDQUOT ? "free some space or choose another disk"
                       : errno == EACCES || errno == EROFS || errno == EPERM
                           ? "choose a folder that you may write to"
                           : "check the destination";
    return fail(ErrorCode::kNotWritten, fmt::format("cannot {}: {}", what, std::strerror(errno)),
                path.string(), {}, hint);
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path) {
    std::filesystem::path part = path;
    part += ".part";
    return open_new(path, part);
}

Result<AtomicFile> AtomicFile::create_in_place(const std::filesystem::path& path) {
    return open_new(path, path);
}

Result<AtomicFile> AtomicFile::open_new(const std::filesystem::path& path,
                                        const std::filesystem::path& part) {
    AtomicFile file;
    file.path_ = path;
    file.part_ = part;
    // An abandoned .part may be a link somebody planted: remove it instead of writing through it.
    if (::unlink(file.part_.c_str()) != 0 && errno != ENOENT) {
        return not_written("replace an earlier partial file", file.part_);
    }
    file.fd_ = ::open(file.part_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file.fd_ < 0) {
        return not_written("create the output", file.part_);
    }
    return file;
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)),
      path_(std::move(other.path_)),
      part_(std::move(other.part_)) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    if (this != &other) {
        discard();
        fd_ = std::exchange(other.fd_, -1);
        path_ = std::move(other.path_);
        part_ = std::move(other.part_);
    }
    return *this;
}

AtomicFile::~AtomicFile() {
    discard();
}

void AtomicFile::discard() noexcept {
    if (fd_ >= 0) {
        ::close(fd_);
        ::unlink(part_.c_str());
        fd_ = -1;
    }
}

Status AtomicFile::reserve(std::uint64_t bytes) {
    if (bytes == 0) {
        return {};
    }
    const auto length = static_cast<off_t>(bytes);
    if (::fallocate(fd_, 0, 0, length) == 0) {
        return {};
    }
    const bool unsupported = errno == EOPNOTSUPP || errno == ENOSYS;
    if (!unsupported || ::ftruncate(fd_, length) != 0) {
        return not_written(fmt::format("reserve {} bytes", bytes), path_);
    }
    return {};
}

Status AtomicFile::write_at(std::uint64_t offset, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written =
            ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return not_written("write the output", path_);
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        offset += static_cast<std::uint64_t>(written);
    }
    return {};
}

void AtomicFile::start_flush(std::uint64_t offset, std::uint64_t length) {
    // A hint: commit() waits for everything in any case.
    (void)::sync_file_range(fd_, static_cast<off_t>(offset), static_cast<off_t>(length),
                            SYNC_FILE_RANGE_WRITE);
}

void AtomicFile::flush(std::uint64_t offset, std::uint64_t length) {
    (void)::sync_file_range(
        fd_, static_cast<off_t>(offset), static_cast<off_t>(length),
        SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER);
}

Status AtomicFile::sync() {
    if (::fsync(fd_) != 0) {
        return not_written("make the output durable", path_);
    }
    return {};
}

Status AtomicFile::commit() {
    if (auto synced = sync(); !synced) {
        discard();
        return synced;
    }
    if (::rename(part_.c_str(), path_.c_str()) != 0) {
        auto error = not_written("rename the finished output", path_);
        discard();
        return error;
    }
    ::close(std::exchange(fd_, -1));
    const int folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        (void)::fsync(folder);
        ::close(folder);
    }
    return {};
}

Status write_file(const std::filesystem::path& path, std::string_view content) {
    BITLATHE_ASSIGN(AtomicFile file, AtomicFile::create(path));
    BITLATHE_TRY(file.write_at(0, std::as_bytes(std::span(content))));
    return file.commit();
}

Result<std::uint64_t> free_space(const std::filesystem::path& path) {
    std::error_code ignored;
    std::filesystem::path folder = std::filesystem::absolute(path, ignored);
    while (!std::filesystem::is_directory(folder, ignored) && folder.has_relative_path()) {
        folder = folder.parent_path();
    }
    struct statvfs info {};
    if (::statvfs(folder.c_str(), &info) != 0) {
        return not_written("ask for the free space", folder);
    }
    return static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
}

}  // namespace bitlathe
