// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_cache.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <vector>

#include <fmt/format.h>

#include "core/base/atomic_file.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".profile";

/// Everything the figures depend on: the weights, and the program that measured them. The
/// fingerprint looks at samples only; sizes and times tell of changes between them.
std::string key_of(const Checkpoint& checkpoint, const std::string& fingerprint) {
    std::string key = fmt::format("{} {}", BITLATHE_VERSION, fingerprint);
    for (const auto& file : checkpoint.files())
        key += fmt::format(" {}:{}", file->size(), file->modified_ns());
    return key;
}

/// A file of the cache, as far as making room is concerned.
struct Entry {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

std::vector<Entry> entries_of(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        std::error_code ignored;
        if (at->path().extension() != kEnding || !at->is_regular_file(ignored)) continue;
        const std::uint64_t bytes = at->file_size(ignored);
        const auto used = at->last_write_time(ignored);
        if (!ignored) entries.push_back({at->path(), bytes, used});
    }
    return entries;
}

}  // namespace

ProfileCache::ProfileCache(fs::path folder, std::uint64_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {}

fs::path ProfileCache::user_folder() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return fs::path(value == nullptr ? "" : value);
    };
    // The specification of base directories: a relative path in the variable does not count.
    const fs::path caches = variable("XDG_CACHE_HOME");
    if (caches.is_absolute()) return caches / "bitlathe" / "profiles";
    const fs::path home = variable("HOME");
    return home.is_absolute() ? home / ".cache" / "bitlathe" / "profiles" : fs::path();
}

fs::path ProfileCache::place(const std::string& fingerprint) const {
    return folder_ / (fingerprint + kEnding);
}

KnownProfiles ProfileCache::load(const Checkpoint& checkpoint) const {
    const std::string fingerprint = checkpoint.fingerprint();
    const fs::path path = place(fingerprint);
    const auto file = MappedFile::open(path);
    if (!file || (*file)->size() > most_bytes_) return {};
    auto known = decode_profiles((*file)->bytes(), key_of(checkpoint, fingerprint),
                                 checkpoint.tensors().size());
    if (!known || !(*file)->check() || !checkpoint.check()) return {};
    std::error_code ignored;
    fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);  // used just now
    return *std::move(known);
}

Status ProfileCache::store(const Checkpoint& checkpoint, const KnownProfiles& profiles) const {
    BITLATHE_TRY(checkpoint.check());
    const std::string fingerprint = checkpoint.fingerprint();
    const std::string bytes = encode_profiles(key_of(checkpoint, fingerprint), profiles);
    if (bytes.size() > most_bytes_) return {};
    std::error_code problem;
    fs::create_directories(folder_, problem);
    if (problem) {
        return fail(ErrorCode::kNotWritten, "cannot make the folder: " + problem.message(),
                    folder_.string());
    }
    BITLATHE_TRY(write_file(place(fingerprint), bytes));
    make_room(place(fingerprint));
    return {};
}

void ProfileCache::make_room(const fs::path& newest) const {
    auto entries = entries_of(folder_);
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.used > b.used; });
    std::stable_partition(entries.begin(), entries.end(),
                          [&](const Entry& entry) { return entry.path == newest; });
    std::uint64_t bytes = 0;
    for (const Entry& entry : entries) {
        bytes += entry.bytes;
        std::error_code ignored;
        if (bytes > most_bytes_) fs::remove(entry.path, ignored);
    }
}

}  // namespace bitlathe
