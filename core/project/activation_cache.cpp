// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/activation_cache.h"

#include <utility>

#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/checkpoint/derived.h"
#include "core/profile/cache_key.h"
#include "core/project/project.h"

namespace bitlathe {

namespace fs = std::filesystem;

namespace {

/// What the names of all files of a model begin with, whatever it was converted to.
std::string beginning(const Model& model) {
    const std::string fingerprint = source_fingerprint(*model.checkpoint);
    return fmt::format("{}-{:016x}-", fingerprint,
                       fast_hash(cache_key(*model.checkpoint, fingerprint)));
}

std::string name_of(const Model& model, std::string_view settings) {
    return fmt::format("{}{:016x}", beginning(model), fast_hash(settings));
}

}  // namespace

ActivationCache::ActivationCache(fs::path folder, std::uint64_t most_bytes)
    : folder_(std::move(folder), ".bitlathe", most_bytes) {}

fs::path ActivationCache::user_folder() {
    return CacheFolder::of_user("activations");
}

ActivationCache::Entry ActivationCache::read(const Model& model, const fs::path& path) const {
    // Before it is mapped, as this would count as a change of what is.
    CacheFolder::touch(path);
    auto project = load_project(path);
    const bool usable =
        project && project->profile && is_about(project->model, model) && model.checkpoint->check();
    if (!usable) {
        return nullptr;
    }
    return std::make_shared<const ActivationProfile>(*std::move(project->profile));
}

Result<ActivationCache::Entry> ActivationCache::newest(const Model& model,
                                                       const WorkContext& context) const {
    for (const fs::path& path : folder_.files(beginning(model))) {
        BITLATHE_TRY(context.check());
        if (Entry entry = read(model, path)) {
            return entry;
        }
    }
    return Entry();
}

ActivationCache::Entry ActivationCache::find(const Model& model, std::string_view settings) const {
    return read(model, folder_.place(name_of(model, settings)));
}

Status ActivationCache::store(const Model& model, std::string_view settings,
                              const ActivationProfile& profile) const {
    BITLATHE_TRY(model.checkpoint->check());
    Project project;
    project.model = stamp_of(model);
    project.profile = profile;
    const fs::path path = folder_.place(name_of(model, settings));
    return folder_.write_by(path, [&] { return save_project(project, path); });
}

}  // namespace bitlathe
