// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/metadata.h"
#include "core/forward/binding.h"
#include "core/forward/spec_writing.h"
#include "core/model/model.h"

namespace bitlathe {

/// Metadata of a GGUF, and the lists of numbers that it keeps in tensors.
struct ConvertedMetadata {
    Metadata metadata;
    std::vector<SpecTensor> lists;
    std::vector<std::string> warnings;
};

/// `general.*`, the counts of the architecture as they are in `hyper` and `tokenizer.*` for an
/// embedding of `rows`. Errors: as below.
[[nodiscard]] Result<ConvertedMetadata> plain_metadata(const Model& model,
                                                       const Hyperparameters& hyper,
                                                       std::uint64_t rows);

/// `general.*`, the hyperparameters of the architecture and `tokenizer.*` for a model whose spec is
/// `spec` when the family `reader` reads them. Keys and types are llama.cpp's. Errors: kRefused (a
/// hyperparameter that is missing or too large, rope settings or a vocabulary that GGUF cannot
/// state).
[[nodiscard]] Result<ConvertedMetadata> converted_metadata(const Model& model,
                                                           const ForwardSpec& spec,
                                                           const ModelRef& refs,
                                                           const ForwardFamily& reader);

}  // namespace bitlathe
