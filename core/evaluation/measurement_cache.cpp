// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/measurement_cache.h"

#include <algorithm>
#include <system_error>

#include <fmt/format.h>

#include "core/base/atomic_file.h"
#include "core/base/hash.h"
#include "core/evaluation/measurement_file.h"
#include "core/profile/profile_cache.h"
#include "core/text/tokenizer.h"

namespace bitlathe {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".measurement";

/// Everything the figures depend on beside what a file says itself: the weights, and the program.
std::string key_of(const Checkpoint& checkpoint) {
    std::string key = fmt::format("{} {}", BITLATHE_VERSION, checkpoint.fingerprint());
    for (const auto& file : checkpoint.files()) {
        key += fmt::format(" {}:{}", file->size(), file->modified_ns());
    }
    return key;
}

struct Entry {
    fs::path path;
    std::uint64_t bytes = 0;
    fs::file_time_type used;
};

/// Files of the cache whose names begin so, newest first.
std::vector<Entry> entries_of(const fs::path& folder, const std::string& beginning) {
    std::vector<Entry> entries;
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        std::error_code ignored;
        const fs::path& path = at->path();
        if (path.extension() != kEnding || !at->is_regular_file(ignored) ||
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

}  // namespace

MeasurementCache::MeasurementCache(fs::path folder, std::uint64_t most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes) {}

fs::path MeasurementCache::user_folder() {
    const fs::path profiles = ProfileCache::user_folder();
    return profiles.empty() ? profiles : profiles.parent_path() / "measurements";
}

Result<std::vector<Measurement>> MeasurementCache::load(const RunnableModel& runnable,
                                                        const WorkContext& context) const {
    const Checkpoint& checkpoint = *runnable.model->checkpoint;
    std::vector<Measurement> known;
    const std::string key = key_of(checkpoint);
    for (const Entry& entry : entries_of(folder_, checkpoint.fingerprint() + '-')) {
        BITLATHE_TRY(context.check());
        if (known.size() == kMostOfAModel) {
            break;
        }
        const auto file = MappedFile::open(entry.path);
        if (!file || (*file)->size() > most_bytes_) {
            continue;
        }
        auto measurement =
            decode_measurement((*file)->bytes(), key, runnable.tokenizer->vocabulary_size());
        if (measurement && (*file)->check()) {
            known.push_back(*std::move(measurement));
        }
    }
    if (!checkpoint.check()) {
        known.clear();
    }
    return known;
}

Status MeasurementCache::store(const Model& model, const Measurement& measurement) const {
    BITLATHE_TRY(model.checkpoint->check());
    const std::string bytes = encode_measurement(key_of(*model.checkpoint), measurement);
    if (bytes.size() > most_bytes_) {
        return {};
    }
    std::error_code problem;
    fs::create_directories(folder_, problem);
    if (problem) {
        return fail(ErrorCode::kNotWritten, "cannot make the folder: " + problem.message(),
                    folder_.string());
    }
    const std::string what = settings_key(measurement.settings);
    const fs::path path = folder_ / fmt::format("{}-{}-{:016x}{}", model.checkpoint->fingerprint(),
                                                measurement.content,
                                                fast_hash(std::as_bytes(std::span(what))), kEnding);
    BITLATHE_TRY(write_file(path, bytes));
    make_room(path);
    return {};
}

void MeasurementCache::make_room(const fs::path& newest) const {
    std::uint64_t bytes = 0;
    std::error_code ignored;
    for (const Entry& entry : entries_of(folder_, {})) {
        bytes += entry.bytes;
        if (bytes > most_bytes_ && entry.path != newest) {
            fs::remove(entry.path, ignored);
        }
    }
}

}  // namespace bitlathe
