// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

#include "core/base/result.h"

namespace bitlathe {

/// A file that appears under its name only when it is complete: bytes go to `NAME.part` beside it,
/// commit() makes them durable and renames. Destroying an uncommitted one removes the `.part`; a
/// killed process leaves it, and nobody takes it for a finished file. write_at() may be called from
/// several threads for ranges that do not overlap.
class AtomicFile {
public:
    /// Creates `path`.part (replacing an abandoned one). Errors: kNotWritten.
    static Result<AtomicFile> create(const std::filesystem::path& path);
    /// The same without the `.part`: for a file inside a folder that is itself not finished.
    static Result<AtomicFile> create_in_place(const std::filesystem::path& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) noexcept;
    ~AtomicFile();

    /// Reserves disk space, so that a full disk shows before the work and not after it, and makes
    /// the file `bytes` long (zeros until they are written). Errors: kNotWritten.
    [[nodiscard]] Status reserve(std::uint64_t bytes);
    /// Writes all of `bytes` at `offset`. Errors: kNotWritten (disk full, quota, I/O error).
    [[nodiscard]] Status write_at(std::uint64_t offset, std::span<const std::byte> bytes);
    /// Where the bytes are until commit(): for reading them back.
    [[nodiscard]] const std::filesystem::path& part_path() const { return part_; }
    /// Starts writing a range to the disk without waiting for it.
    void start_flush(std::uint64_t offset, std::uint64_t length);
    /// Writes a range to the disk and waits for it. A hint like start_flush(): a caller that goes
    /// through a file in slices can be stopped between them, which one long commit() cannot.
    void flush(std::uint64_t offset, std::uint64_t length);
    /// Makes everything written so far durable. May run beside readers of part_path(). Errors:
    /// kNotWritten.
    [[nodiscard]] Status sync();
    /// fsync, rename to the final name, fsync of the folder. Errors: kNotWritten; then nothing is
    /// left.
    [[nodiscard]] Status commit();

private:
    AtomicFile() = default;
    static Result<AtomicFile> open_new(const std::filesystem::path& path,
                                       const std::filesystem::path& part);
    void discard() noexcept;
    int fd_ = -1;
    std::filesystem::path path_;
    std::filesystem::path part_;
};

/// Writes a small file in one go, atomically.
[[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view content);

/// Bytes a person without special rights can still write to the file system of `path` (the nearest
/// existing folder of it).
[[nodiscard]] Result<std::uint64_t> free_space(const std::filesystem::path& path);

}  // namespace bitlathe
