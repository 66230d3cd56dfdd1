// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/base/result.h"
#include "core/forward/binding.h"
#include "core/forward/spec.h"
#include "core/model/model.h"

namespace bitlathe {

/// What llama.cpp can run of an architecture, where that is less (or more) than the files of a
/// model can say. Facts of its src/models as of October 2026.
struct GgufRuntime {
    std::string_view architecture;  ///< general.architecture
    bool whole_rotary = true;       ///< all of a head is rotated
    bool square = false;            ///< heads x head length = embedding
    bool equal_heads = false;       ///< as many key heads as heads
    bool scaled_embedding = false;  ///< multiplies embeddings by the root of their length
    bool rope_freqs = false;        ///< reads rope_freqs.weight
    bool longrope = false;          ///< reads rope_factors_*.weight
    bool attention_scale = false;   ///< reads attention.scale
    bool scales = false;            ///< reads the factors of embeddings, residuals and logits
    bool query_norms = false;       ///< reads norms of queries and keys
    bool caps = false;              ///< caps attention and logits, always
    bool biases = false;            ///< of attention's output and of MLPs
    bool own_head = false;          ///< does not take the embedding for a missing head
    bool no_head = false;           ///< always takes the embedding as head
    bool no_windows = false;        ///< computes without the windows that the metadata states
};

/// nullptr for an architecture that models are not converted to.
[[nodiscard]] const GgufRuntime* gguf_runtime(std::string_view architecture);

/// Whether the runtime can hold the parts of this model. Errors: kImpossible, with the reason.
[[nodiscard]] Status check_runtime(const GgufRuntime& runtime, const Model& model,
                                   const ForwardSpec& spec, const ModelRef& refs);

}  // namespace bitlathe
