// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/cache_folder.h"
#include "core/evaluation/measurement.h"

namespace bitlathe {

/// A CacheFolder of measurements of models that were open before, one file each. Files of other
/// versions, for other weights, damaged or forged ones are as good as none. Blocking; thread-safe.
class MeasurementCache {
public:
    static constexpr std::uint64_t kMostBytes = 256 << 20;
    /// Measurements of one model that are read at most, the newest ones.
    static constexpr std::size_t kMostOfAModel = 64;
    /// All files together stay within `most_bytes`: those that were used longest ago go.
    explicit MeasurementCache(std::filesystem::path folder, std::uint64_t most_bytes = kMostBytes);

    /// CacheFolder::of_user().
    [[nodiscard]] static std::filesystem::path user_folder();

    /// What is known of a model, newest first; nothing when its files were changed since. Errors:
    /// kCancelled.
    [[nodiscard]] Result<std::vector<Measurement>> load(const RunnableModel& runnable,
                                                        const WorkContext& context) const;
    /// Errors: kNotWritten.
    [[nodiscard]] Status store(const Model& model, const Measurement& measurement) const;

private:
    CacheFolder folder_;
};

}  // namespace bitlathe
