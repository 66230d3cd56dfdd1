// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/cache_folder.h"
#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/profile/activation/activation_profile.h"

namespace bitlathe {

/// A CacheFolder of what texts showed in models that were open before: project files, one for every
/// model and text. Files of other versions, for other weights, damaged or forged ones are as good
/// as none. Blocking; thread-safe.
class ActivationCache {
public:
    using Entry = std::shared_ptr<const ActivationProfile>;
    static constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;
    /// All files together stay within `most_bytes`: those that were used longest ago go.
    explicit ActivationCache(std::filesystem::path folder, std::uint64_t most_bytes = kMostBytes);

    /// CacheFolder::of_user().
    [[nodiscard]] static std::filesystem::path user_folder();

    /// What was profiled last with a model; null: nothing, or its files were changed since. Errors:
    /// kCancelled.
    [[nodiscard]] Result<Entry> newest(const Model& model, const WorkContext& context) const;
    /// What was profiled with `settings` (a key); null: nothing.
    [[nodiscard]] Entry find(const Model& model, std::string_view settings) const;
    /// Errors: kNotWritten, kRefused (the model's files were changed).
    [[nodiscard]] Status store(const Model& model, std::string_view settings,
                               const ActivationProfile& profile) const;

private:
    [[nodiscard]] Entry read(const Model& model, const std::filesystem::path& path) const;
    CacheFolder folder_;
};

}  // namespace bitlathe
