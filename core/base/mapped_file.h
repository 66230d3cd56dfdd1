// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>

#include "core/base/lost_pages.h"
#include "core/base/result.h"

namespace bitlathe {

/// Which file on which device: equal for two paths exactly when they name the same file, through
/// any symbolic or hard link.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// Identity of an existing file (links followed).
[[nodiscard]] Result<FileIdentity> file_identity(const std::filesystem::path& path);

/// What the name of a mapped file leads to now.
enum class FileState : std::uint8_t {
    kSame,      ///< the same file, as it was
    kChanged,   ///< the same file, written to or cut short since
    kReplaced,  ///< another file; the mapped one is as it was
    kMissing,   ///< nothing; the mapped one is as it was
};

/// A whole file mapped read-only. Immutable and thread-safe; the size is fixed at opening. Nothing
/// is read until it is touched, and the pages belong to the file cache, not to us.
///
/// Somebody else may write to the file, or cut it short, while it is mapped. Reading is safe all
/// the same: bytes that are gone read as zeros. Whoever has read asks check() before using the
/// result.
class MappedFile {
public:
    /// Maps a regular file. Errors: kRefused (missing, not a regular file, no permission).
    static Result<std::shared_ptr<const MappedFile>> open(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    [[nodiscard]] std::uint64_t size() const { return bytes_.size(); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] FileIdentity identity() const { return identity_; }
    [[nodiscard]] std::int64_t modified_ns() const {
        return modified_ns_;
    }  ///< mtime, since the epoch

    /// Fails (kRefused, with the file and what to do) when bytes may have been read that are not
    /// those of the file that was opened: it was changed, or a page could not be read. A file that
    /// was replaced or removed is still there for who has it mapped, and is no failure.
    [[nodiscard]] Status check() const;
    /// Looks at the name again: one system call.
    [[nodiscard]] FileState state() const;

    /// Tells the kernel that a range will be read soon, front to back.
    void will_need(std::uint64_t offset, std::uint64_t length) const;
    /// Maps the pages of a range that is about to be read whole: in one go, where touching them one
    /// after another would stop for each (Linux 5.14 and later; a hint, it may do nothing).
    void fetch(std::uint64_t offset, std::uint64_t length) const;
    /// Lets the kernel drop the pages of a range from this process; they are read again when
    /// touched.
    void release(std::uint64_t offset, std::uint64_t length) const;

    /// Copies `length` bytes at `offset` (inside the file) without reading ahead: for looking at a
    /// few bytes here and there of a large file.
    void copy_sample(std::uint64_t offset, std::uint64_t length, std::byte* out) const;

private:
    MappedFile() = default;
    std::span<const std::byte> bytes_;
    std::filesystem::path path_;
    FileIdentity identity_;
    std::int64_t modified_ns_ = 0;
    std::optional<PageWatch> watch_;
};

}  // namespace bitlathe
