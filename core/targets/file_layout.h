// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/formats/format.h"

namespace bitlathe {

/// One tensor of an output file.
struct PlacedTensor {
    std::size_t source = 0;  ///< index into the tensors of the source checkpoint
    FormatId codes;          ///< the format its values are rounded to: what the plan says
    FormatId stored;         ///< the format of the bytes in the file; differs from `codes` where a
                             ///< container holds the rounded values as plain floats
    std::uint64_t offset = 0;  ///< from the start of the file
    std::uint64_t bytes = 0;
};

/// One output file, known to the byte before anything is written. Between and after the tensors
/// there are only zeros.
struct FileLayout {
    std::filesystem::path name;     ///< file name without a folder
    std::vector<std::byte> header;  ///< everything before the first tensor
    std::vector<PlacedTensor> tensors;
    std::uint64_t bytes = 0;  ///< of the whole file
};

}  // namespace bitlathe
