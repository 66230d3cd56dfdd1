// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"

namespace bitlathe {

/// One line of the weight map of a safetensors index: which file a tensor is in.
struct MappedTensor {
    std::string tensor;
    std::string file;
    std::uint64_t at = 0;  ///< of the tensor's name in the index
};

/// Reads {"weight_map": {tensor: file}, ...}; other members are ignored. The lines come sorted by
/// tensor, and no tensor twice. File names are not checked. Errors: kRefused.
Result<std::vector<MappedTensor>> parse_weight_map(std::string_view json, const std::string& file,
                                                   const ParseLimits& limits);

}  // namespace bitlathe
