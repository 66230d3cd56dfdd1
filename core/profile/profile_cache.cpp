// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/profile_cache.h"

#include "core/profile/cache_key.h"

namespace bitlathe {

namespace fs = std::filesystem;

ProfileCache::ProfileCache(fs::path folder, std::uint64_t most_bytes)
    : folder_(std::move(folder), ".profile", most_bytes) {}

fs::path ProfileCache::user_folder() {
    return CacheFolder::of_user("profiles");
}

KnownProfiles ProfileCache::load(const Checkpoint& checkpoint) const {
    const std::string fingerprint = checkpoint.fingerprint();
    const fs::path path = folder_.place(fingerprint);
    const auto file = folder_.open(path);
    if (file == nullptr) return {};
    auto known = decode_profiles(file->bytes(), cache_key(checkpoint, fingerprint),
                                 checkpoint.tensors().size());
    if (!known || !file->check() || !checkpoint.check()) return {};
    CacheFolder::touch(path);
    return *std::move(known);
}

Status ProfileCache::store(const Checkpoint& checkpoint, const KnownProfiles& profiles) const {
    BITLATHE_TRY(checkpoint.check());
    const std::string fingerprint = checkpoint.fingerprint();
    return folder_.write(folder_.place(fingerprint),
                         encode_profiles(cache_key(checkpoint, fingerprint), profiles));
}

}  // namespace bitlathe
