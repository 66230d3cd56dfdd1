// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cache_folder.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include "core/base/atomic_file.h"

namespace bitlathe {

namespace fs = std::filesystem;

struct CacheFolder::Entry {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

fs::path CacheFolder::of_user(std::string_view name) {
    const auto variable = [](const char* key) {
        const char* value = std::getenv(key);
        return fs::path(value == nullptr ? "" : value);
    };
    // The specification of base directories: a relative path in the variable does not count.
    const fs::path caches = variable("XDG_CACHE_HOME");
    if (caches.is_absolute()) {
        return caches / "bitlathe" / name;
    }
    const fs::path home = variable("HOME");
    return home.is_absolute() ? home / ".cache" / "bitlathe" / name : fs::path();
}

std::vector<CacheFolder::Entry> CacheFolder::entries(const std::string& beginning) const {
    std::vector<Entry> entries;
    std::error_code problem;
    for (fs::directory_iterator at(folder_, problem), end; !problem && at != end;
         at.increment(problem)) {
        std::error_code ignored;
        const fs::path& path = at->path();
        if (path.extension() != ending_ || !at->is_regular_file(ignored) ||
            !path.filename().string().starts_with(beginning)) {
            continue;
        }
        const std::uint64_t bytes = at->file_size(ignored);
        const auto used = at->last_write_time(ignored);
        if (!ignored) {
            entries.push_back({path, bytes, used});
        }
    }
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.used > b.used; });
    return entries;
}

std::vector<fs::path> CacheFolder::files(const std::string& beginning) const {
    std::vector<fs::path> paths;
    for (Entry& entry : entries(beginning)) {
        paths.push_back(std::move(entry.path));
    }
    return paths;
}

std::shared_ptr<const MappedFile> CacheFolder::open(const fs::path& path) const {
    auto file = MappedFile::open(path);
    return file && (*file)->size() <= most_bytes_ ? *std::move(file) : nullptr;
}

void CacheFolder::touch(const fs::path& path) {
    std::error_code ignored;
    fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
}

Status CacheFolder::write(const fs::path& path, std::string_view bytes) const {
    if (bytes.size() > most_bytes_) {
        return {};
    }
    return write_by(path, [&] { return write_file(path, bytes); });
}

Status CacheFolder::write_by(const fs::path& path, const std::function<Status()>& write) const {
    std::error_code problem;
    fs::create_directories(folder_, problem);
    if (problem) {
        return fail(ErrorCode::kNotWritten, "cannot make the folder: " + problem.message(),
                    folder_.string());
    }
    BITLATHE_TRY(write());
    make_room(path);
    return {};
}

void CacheFolder::make_room(const fs::path& newest) const {
    auto all = entries({});
    std::stable_partition(all.begin(), all.end(),
                          [&](const Entry& entry) { return entry.path == newest; });
    std::uint64_t bytes = 0;
    for (const Entry& entry : all) {
        bytes += entry.bytes;
        std::error_code ignored;
        if (bytes > most_bytes_) {
            fs::remove(entry.path, ignored);
        }
    }
}

}  // namespace bitlathe
