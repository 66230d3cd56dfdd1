// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "core/forward/spec.h"
#include "core/forward/weight_source.h"
#include "core/model/model.h"

namespace bitlathe {

/// The tensors of one norm; none where the model has no such norm.
struct NormRef {
    std::optional<std::size_t> weight = {};
    std::optional<std::size_t> bias = {};
    std::uint64_t length = 0;  ///< values of the weight
};

/// A feed-forward network: gate and up, or up alone, and down.
struct MlpRef {
    std::optional<LinearRef> gate = {};
    LinearRef up;
    LinearRef down;
};

struct ExpertsRef {
    LinearRef router;
    std::vector<MlpRef> experts;
    std::optional<MlpRef> shared = {};
    std::optional<LinearRef> shared_gate = {};  ///< one output: how much of the shared one
};

/// Where the parts of one block are.
struct BlockRef {
    NormRef attn_norm, post_attn_norm, ffn_norm, post_ffn_norm, q_norm, k_norm;
    LinearRef q, k, v, o;
    std::optional<MlpRef> mlp = {};
    std::optional<ExpertsRef> experts = {};
};

/// Where everything is that the computation reads.
struct ModelRef {
    LinearRef embedding;
    std::optional<LinearRef> positions = {};
    std::vector<BlockRef> blocks;
    NormRef output_norm;
    LinearRef head;
};

/// Finds the tensors of a model by their canonical names and checks every shape against the spec;
/// fills in what only shapes tell (head length, rotated dimensions). Errors: kRefused, naming the
/// tensor that is missing or has the wrong shape.
[[nodiscard]] Result<ModelRef> bind_tensors(const Model& model, ForwardSpec& spec);

}  // namespace bitlathe
