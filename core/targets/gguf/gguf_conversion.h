// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/targets/target.h"

namespace bitlathe {

/// Converts a folder in the layout of Hugging Face: tensors renamed, rows of queries and keys
/// reordered where the runtime rotates neighbours, norms that are stored minus 1 completed,
/// matrices that are stored transposed turned, experts stacked; hyperparameters, rope scaling and
/// vocabulary as metadata. The metadata is read back with our own reader: what it would compute
/// otherwise than the source is refused, as nobody would notice. Nothing of the weights is read
/// here.
///
/// The result's checkpoint is derived: weights in the types of the source (norms and everything of
/// one dimension F32), made from its mapped files when they are read. Everything that works with a
/// GGUF works with it. Warnings: what llama.cpp will do otherwise, and what was left out.
///
/// Errors: kImpossible (not safetensors, or llama.cpp cannot run this model, with the reason),
/// kRefused (an unknown family, tensors missing or of types that are not plain floats, a vocabulary
/// that cannot be converted).
[[nodiscard]] Result<TargetModel> convert_to_gguf(const std::shared_ptr<const Model>& source);

/// What can be told of that at once: whether models of this family are converted at all. The other
/// errors come from convert_to_gguf(). Errors: kImpossible.
[[nodiscard]] Status can_become_gguf(const Model& source);

}  // namespace bitlathe
