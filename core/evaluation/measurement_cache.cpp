// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/measurement_cache.h"

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/evaluation/measurement_file.h"
#include "core/profile/cache_key.h"
#include "core/text/tokenizer.h"

namespace bitlathe {

namespace fs = std::filesystem;

MeasurementCache::MeasurementCache(fs::path folder, std::uint64_t most_bytes)
    : folder_(std::move(folder), ".measurement", most_bytes) {}

fs::path MeasurementCache::user_folder() {
    return CacheFolder::of_user("measurements");
}

Result<std::vector<Measurement>> MeasurementCache::load(const RunnableModel& runnable,
                                                        const WorkContext& context) const {
    const Checkpoint& checkpoint = *runnable.model->checkpoint;
    const std::string fingerprint = checkpoint.fingerprint();
    const std::string key = cache_key(checkpoint, fingerprint);
    std::vector<Measurement> known;
    for (const fs::path& path : folder_.files(fingerprint + '-')) {
        BITLATHE_TRY(context.check());
        if (known.size() == kMostOfAModel) {
            break;
        }
        const auto file = folder_.open(path);
        if (file == nullptr) {
            continue;
        }
        auto measurement =
            decode_measurement(file->bytes(), key, runnable.tokenizer->vocabulary_size());
        if (measurement && file->check()) {
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
    const std::string fingerprint = model.checkpoint->fingerprint();
    const std::string what = settings_key(measurement.settings);
    const fs::path path = folder_.place(
        fmt::format("{}-{}-{:016x}", fingerprint, measurement.content, fast_hash(what)));
    return folder_.write(
        path, encode_measurement(cache_key(*model.checkpoint, fingerprint), measurement));
}

}  // namespace bitlathe
