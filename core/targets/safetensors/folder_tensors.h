// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/derived.h"
#include "core/forward/family_rows.h"
#include "core/model/family.h"
#include "core/targets/gguf/gguf_tensor_changes.h"

namespace bitlathe {

/// How the tensors of a GGUF become those of a folder.
struct FolderTensors {
    const Model& model;  ///< the GGUF
    const ForwardSpec& spec;
    const ModelRef& refs;
    const Family& family;         ///< of the folder
    const ForwardFamily& writer;  ///< how that family computes
    bool pairs_apart = false;     ///< the GGUF's rotary pairs are neighbours, the folder's are not
    FormatId format;              ///< of every tensor there
};

/// All tensors in the order of the GGUF. `warnings`: what was left out. Errors: kRefused (types
/// that cannot be decoded, tensors of blocks that nobody reads), kImpossible (a tensor that folders
/// of the family do not have).
[[nodiscard]] Result<std::vector<DerivedTensor>> folder_tensors(const FolderTensors& conversion,
                                                                std::vector<std::string>& warnings);

}  // namespace bitlathe
