// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/mapped_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bitlathe {
namespace {

constexpr std::uint64_t kPage = 4096;

std::int64_t modified_at(const struct stat& info) {
    return static_cast<std::int64_t>(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
}

tl::unexpected<Error> cannot(const char* what, const std::filesystem::path& path) {
    return fail(ErrorCode::kRefused, fmt::format("cannot {}: {}", what, std::strerror(errno)),
                path.string(), {}, "check that the file exists and may be read");
}

void advise(std::span<const std::byte> bytes, std::uint64_t offset, std::uint64_t length, int how) {
    if (bytes.empty() || offset >= bytes.size()) {
        return;
    }
    const std::uint64_t begin = offset & ~(kPage - 1);
    const std::uint64_t end = std::min<std::uint64_t>(bytes.size(), offset + length);
    if (end > begin) {
        // A hint: failing changes nothing but speed.
        (void)madvise(const_cast<std::byte*>(bytes.data()) + begin, end - begin, how);
    }
}

}  // namespace

Result<FileIdentity> file_identity(const std::filesystem::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0) {
        return cannot("look at the file", path);
    }
    return FileIdentity{static_cast<std::uint64_t>(info.st_dev), info.st_ino};
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path) {
    // O_NONBLOCK: a named pipe in the place of a model must not hang the program.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        return cannot("open", path);
    }
    struct stat info {};
    if (::fstat(fd, &info) != 0) {
        auto error = cannot("look at", path);
        ::close(fd);
        return error;
    }
    if (!S_ISREG(info.st_mode)) {
        ::close(fd);
        return fail(ErrorCode::kRefused, "not a regular file", path.string(), {},
                    "give a .gguf or .safetensors file, an index.json, or a model folder");
    }
    std::shared_ptr<MappedFile> file(new MappedFile);
    file->path_ = path;
    file->identity_ = {static_cast<std::uint64_t>(info.st_dev), info.st_ino};
    file->modified_ns_ = modified_at(info);
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size > 0) {
        void* map = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (map == MAP_FAILED) {
            auto error = cannot("map", path);
            ::close(fd);
            return error;
        }
        file->bytes_ = {static_cast<const std::byte*>(map), size};
        file->watch_.emplace(map, size);
    }
    ::close(fd);
    return std::shared_ptr<const MappedFile>(std::move(file));
}

MappedFile::~MappedFile() {
    if (!bytes_.empty()) {
        watch_.reset();
        ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
    }
}

FileState MappedFile::state() const {
    struct stat info {};
    if (::stat(path_.c_str(), &info) != 0) {
        return FileState::kMissing;
    }
    if (FileIdentity{static_cast<std::uint64_t>(info.st_dev), info.st_ino} != identity_) {
        return FileState::kReplaced;
    }
    const bool same =
        static_cast<std::uint64_t>(info.st_size) == size() && modified_at(info) == modified_ns_;
    return same ? FileState::kSame : FileState::kChanged;
}

Status MappedFile::check() const {
    constexpr const char* kHint = "wait until nothing writes to the file, then open it again";
    const FileState now = state();
    if (now == FileState::kChanged) {
        return fail(ErrorCode::kRefused, "the file was changed while it was being read",
                    path_.string(), {}, kHint);
    }
    if (watch_ && watch_->lost()) {
        return fail(ErrorCode::kRefused,
                    "parts of the file could not be read: it was cut short, or the disk fails",
                    path_.string(), {}, kHint);
    }
    return {};
}

void MappedFile::will_need(std::uint64_t offset, std::uint64_t length) const {
    advise(bytes_, offset, length, MADV_WILLNEED);
}

void MappedFile::fetch(std::uint64_t offset, std::uint64_t length) const {
#ifdef MADV_POPULATE_READ
    advise(bytes_, offset, length, MADV_POPULATE_READ);
#else
    advise(bytes_, offset, length, MADV_WILLNEED);
#endif
}

void MappedFile::release(std::uint64_t offset, std::uint64_t length) const {
    advise(bytes_, offset, length, MADV_DONTNEED);
}

void MappedFile::copy_sample(std::uint64_t offset, std::uint64_t length, std::byte* out) const {
    if (length == 0) {
        return;
    }
    advise(bytes_, offset, length, MADV_RANDOM);
    std::memcpy(out, bytes_.data() + offset, length);
    advise(bytes_, offset, length, MADV_NORMAL);
}

}  // namespace bitlathe
