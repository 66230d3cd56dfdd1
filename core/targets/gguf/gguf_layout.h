// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "core/model/model.h"
#include "core/targets/file_layout.h"
#include "core/targets/gguf/gguf_metadata.h"

namespace bitlathe {

/// What a GGUF output shall look like.
struct GgufLayoutRequest {
    std::string file_name;          ///< "model.gguf", without a folder
    std::uint64_t split_bytes = 0;  ///< 0: one file
    MetadataChanges changes;        ///< `split` is set by the layout
};

/// The exact bytes of every header and the place of every tensor, in source order (GGUF version 3;
/// offsets are running sums of padded sizes, as ggml demands). Split sets are named as llama.cpp's:
/// PREFIX-00001-of-00003.gguf, the first part carries the metadata, and a part is larger than
/// split_bytes only when one tensor is. Errors: kImpossible (sizes overflow, too many parts).
[[nodiscard]] Result<std::vector<FileLayout>> gguf_layout(const Model& model,
                                                          std::span<const FormatId> formats,
                                                          const GgufLayoutRequest& request);

}  // namespace bitlathe
