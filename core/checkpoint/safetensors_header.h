// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/metadata.h"

namespace bitlathe {

/// One tensor as the header has it, before anything is known to fit.
struct SafetensorsEntry {
    std::string name;
    std::string dtype;
    std::vector<std::uint64_t> shape;
    std::array<std::uint64_t, 2> data = {};  ///< begin, end; from the start of the data
    std::uint64_t at = 0;                    ///< of the name in the file
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;  ///< in file order; names differ
    Metadata metadata;                      ///< of `__metadata__`
};

/// Reads the JSON of a header that begins at byte `base_offset` of `file`. Errors: kRefused.
Result<SafetensorsHeader> parse_safetensors_header(std::string_view json, const std::string& file,
                                                   std::uint64_t base_offset,
                                                   const ParseLimits& limits);

}  // namespace bitlathe
