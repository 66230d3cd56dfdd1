// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace bitlathe {

/// How an encoder makes one vector of a text, with llama.cpp's numbers.
enum class Pooling : std::uint32_t { kMean = 1, kFirst = 2, kLast = 3 };

/// What modules.json of a folder of sentence-transformers says; nothing where there is none, or it
/// says something that llama.cpp does not have (with a warning). Errors: kRefused (files that are
/// malformed or that lie elsewhere).
[[nodiscard]] Result<std::optional<Pooling>> pooling_of_folder(const std::filesystem::path& folder,
                                                               std::vector<std::string>& warnings);

}  // namespace bitlathe
