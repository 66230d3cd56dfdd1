// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/targets/target.h"

namespace bitlathe {

/// Whether a folder holds a BERT that llama.cpp runs as an encoder of texts (architecture `bert`).
[[nodiscard]] bool is_bert_folder(const Model& source);

/// A BERT folder as a GGUF for embeddings: encoder, vocabulary, types of tokens, and how the folder
/// makes one vector of a text (modules.json and the file of its pooling, of sentence-transformers).
/// It is not one of the models that are run here, so its shapes are checked, its numbers are not
/// compared. Layers of its own tasks (pooler, classifiers) are left out with a warning. Keys, names
/// and types are those of llama.cpp's converter. Nothing of the weights is read.
///
/// Errors: kImpossible (a variant that llama.cpp does not compute, with the reason), kRefused
/// (tensors missing or of a wrong shape or type, numbers that are not stated).
[[nodiscard]] Result<TargetModel> convert_bert_to_gguf(const std::shared_ptr<const Model>& source);

}  // namespace bitlathe
