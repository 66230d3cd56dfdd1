// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/checkpoint/metadata.h"
#include "core/targets/gguf/gguf_bytes.h"
#include "core/targets/importance.h"

namespace bitlathe {

/// Which part of a split set a file is.
struct SplitPart {
    std::uint16_t number = 0;  ///< from 0
    std::uint16_t count = 1;
    std::int32_t tensors = 0;  ///< in all parts together
};

/// What an export changes in the metadata of its source.
struct MetadataChanges {
    std::uint32_t file_type = 0;             ///< llama.cpp's number for `general.file_type`
    bool quantized = false;                  ///< a tensor is in a block format
    const Importance* importance = nullptr;  ///< recorded when it is not null
    std::optional<SplitPart> split;
};

/// Key/values in the form of the file.
struct EncodedMetadata {
    std::uint64_t count = 0;
    GgufBytes bytes;
};

/// The source's key/values byte for byte and in order, except that `general.file_type` and
/// `general.quantization_version` are set in place (or appended), `split.*` is that of the output,
/// and `quantize.imatrix.*` is written anew when importance was used, with the keys and types of
/// llama-quantize. Its size does not depend on the numbers in `changes`.
[[nodiscard]] EncodedMetadata encode_metadata(const Metadata& source,
                                              const MetadataChanges& changes);

/// What parts after the first carry: their place in the set, and the alignment when it is not the
/// default.
[[nodiscard]] EncodedMetadata encode_part_metadata(const Metadata& source, const SplitPart& part);

/// `general.alignment`, or the default of 32.
[[nodiscard]] std::uint64_t gguf_alignment(const Metadata& source);

}  // namespace bitlathe
