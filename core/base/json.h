// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/json_fwd.h"
#include "core/base/result.h"

namespace bitlathe {

/// Bounds for documents from outside.
struct JsonLimits {
    std::size_t max_bytes = 100'000'000;
    std::size_t max_depth = 64;
};

/// Parses one whole document. Stricter than the grammar: duplicate keys, excess depth, excess size
/// and invalid UTF-8 are errors. `file` and `base_offset` (bytes before the text in that file) say
/// where in the message.
[[nodiscard]] Result<Json> parse_json(std::string_view text, const std::string& file,
                                      std::uint64_t base_offset = 0, const JsonLimits& limits = {});

}  // namespace bitlathe
