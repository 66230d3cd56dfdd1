// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/cache_key.h"

#include <fmt/format.h>

namespace bitlathe {

std::string cache_key(const Checkpoint& checkpoint, const std::string& fingerprint) {
    std::string key = fmt::format("{} {}", BITLATHE_VERSION, fingerprint);
    for (const auto& file : checkpoint.files()) {
        key += fmt::format(" {}:{}", file->size(), file->modified_ns());
    }
    return key;
}

}  // namespace bitlathe
