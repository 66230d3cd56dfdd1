// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"

namespace bitlathe {

/// A folder of files with one ending that save work of another time. It may be emptied at any time,
/// and several programs may use it; other files in it are left alone. All files together stay
/// within a size: those that were used longest ago go. Blocking; thread-safe.
class CacheFolder {
public:
    /// `ending`: with its dot.
    CacheFolder(std::filesystem::path folder, std::string ending, std::uint64_t most_bytes)
        : folder_(std::move(folder)), ending_(std::move(ending)), most_bytes_(most_bytes) {}

    /// `bitlathe/NAME` in the person's folder of caches ($XDG_CACHE_HOME, else ~/.cache); empty
    /// when there is none.
    [[nodiscard]] static std::filesystem::path of_user(std::string_view name);

    [[nodiscard]] std::filesystem::path place(const std::string& name) const {
        return folder_ / (name + ending_);
    }
    /// Files whose names begin so, the one that was used last first.
    [[nodiscard]] std::vector<std::filesystem::path> files(const std::string& beginning) const;
    /// Null for a file that is not there, or larger than all may be together.
    [[nodiscard]] std::shared_ptr<const MappedFile> open(const std::filesystem::path& path) const;
    /// The file was of use just now.
    static void touch(const std::filesystem::path& path);
    /// Writes a file and makes room for it; does nothing when it alone is too large. Errors:
    /// kNotWritten.
    [[nodiscard]] Status write(const std::filesystem::path& path, std::string_view bytes) const;
    /// The same where `write` makes the file, aside and renamed. Errors: kNotWritten, those of
    /// `write`.
    [[nodiscard]] Status write_by(const std::filesystem::path& path,
                                  const std::function<Status()>& write) const;

private:
    struct Entry;
    [[nodiscard]] std::vector<Entry> entries(const std::string& beginning) const;
    void make_room(const std::filesystem::path& newest) const;

    std::filesystem::path folder_;
    std::string ending_;
    std::uint64_t most_bytes_;
};

}  // namespace bitlathe
