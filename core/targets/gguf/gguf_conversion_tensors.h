// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/checkpoint/derived.h"
#include "core/forward/binding.h"
#include "core/forward/spec_writing.h"
#include "core/model/model.h"

namespace bitlathe {

/// How the tensors of a model become those of a GGUF.
struct TensorConversion {
    const Model& model;
    const ForwardSpec& spec;
    const ModelRef& refs;
    bool pairs_together = false;  ///< the reader rotates neighbours, the source halves
    bool repeat_head = false;     ///< the reader wants a head of its own where the embedding is it
    float query_scale = 1;        ///< queries are multiplied by this
};

/// What happens to a tensor, by its index in the model (gguf_tensor_changes.h).
struct TensorChange {
    bool transposed = false;
    bool turned = false;  ///< rows of heads: pairs together
    float scale = 1;
    float offset = 0;
};
using TensorChanges = std::map<std::size_t, TensorChange>;

/// All tensors that have an entry in `changes`, blocks in order. `warnings`: what was left out.
/// Errors: kRefused (types that are not plain floats, tensors of blocks without an entry, experts
/// that do not fit together).
[[nodiscard]] Result<std::vector<DerivedTensor>> converted_tensors(
    const TensorConversion& conversion, const TensorChanges& changes,
    std::vector<std::string>& warnings);

/// One of the lists of numbers that GGUF keeps in tensors.
[[nodiscard]] DerivedTensor list_tensor(SpecTensor list);

}  // namespace bitlathe
