// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

#include "core/base/cache_folder.h"
#include "core/profile/profile_file.h"

namespace bitlathe {

/// A CacheFolder of profiles of checkpoints that were open before, one file each. Files of other
/// versions, for other weights, damaged or forged ones are as good as none. Blocking; thread-safe.
class ProfileCache {
public:
    static constexpr std::uint64_t kMostBytes = 256 << 20;
    /// All files together stay within `most_bytes`: those that were used longest ago go.
    explicit ProfileCache(std::filesystem::path folder, std::uint64_t most_bytes = kMostBytes);

    /// CacheFolder::of_user().
    [[nodiscard]] static std::filesystem::path user_folder();

    /// What is known of the weights of `checkpoint`; nothing when it was changed since.
    [[nodiscard]] KnownProfiles load(const Checkpoint& checkpoint) const;
    /// Errors: kNotWritten.
    [[nodiscard]] Status store(const Checkpoint& checkpoint, const KnownProfiles& profiles) const;

private:
    CacheFolder folder_;
};

/// profile_weights() with a memory. What the cache knows is handed on at once; only the rest is
/// measured. What was measured goes to the cache every now and then and at the end, so that work
/// that is cancelled or killed is not lost. The results are the same bits either way.
class CachedProfiler {
public:
    /// Reads the cache; nullptr: there is none. `checkpoint` and `cache` outlive the profiler.
    CachedProfiler(const Checkpoint& checkpoint, const ProfileCache* cache);
    /// Stores what is new.
    ~CachedProfiler();
    CachedProfiler(const CachedProfiler&) = delete;
    CachedProfiler& operator=(const CachedProfiler&) = delete;

    /// Like profile_weights(), several times if need be.
    Status run(const ProfileRequest& request, const std::function<void(TensorProfile)>& sink,
               const WorkContext& context);
    /// Tensors that run() did not have to measure.
    [[nodiscard]] std::size_t remembered() const { return remembered_; }

private:
    [[nodiscard]] std::optional<TensorProfile> recall(std::size_t tensor,
                                                      const std::vector<FormatId>& formats) const;
    void learn(const TensorProfile& profile, const std::vector<FormatId>& formats);
    void store();
    const Checkpoint& checkpoint_;
    const ProfileCache* cache_;
    KnownProfiles known_;
    bool stored_ = true;
    std::size_t remembered_ = 0;
    std::chrono::steady_clock::time_point last_store_;
    std::chrono::steady_clock::duration interval_;
};

}  // namespace bitlathe
