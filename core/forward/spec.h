// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "core/compute/device.h"
#include "core/forward/rotary.h"
#include "core/model/model.h"

namespace bitlathe {

/// Where a block normalises.
enum class BlockNorms : std::uint8_t {
    kBefore,    ///< the inputs of attention and MLP
    kAround,    ///< inputs and outputs of both
    kAfter,     ///< the outputs of both
    kParallel,  ///< one norm; attention and MLP read it side by side
};

/// Whether a family has some tensors.
enum class Presence : std::uint8_t { kNever, kMaybe, kAlways };

/// Attention of one block.
struct LayerSpec {
    bool rotary = true;
    bool local = false;        ///< takes the second rotary of the model
    std::uint64_t window = 0;  ///< 0: sees everything before
    float score_factor = 1;    ///< on top of the scale of all blocks
};

/// Everything the computation of a model needs to know beside its weights: numbers, no names.
struct ForwardSpec {
    std::uint64_t embedding = 0;
    std::uint64_t vocabulary = 0;
    std::uint64_t heads = 0;
    std::uint64_t kv_heads = 0;
    std::uint64_t head_dim = 0;  ///< 0: from the shape of the query's weights
    std::uint64_t context = 0;   ///< longest sequence it is meant for; 0: not stated

    BlockNorms norms = BlockNorms::kBefore;
    NormKind norm = NormKind::kRms;
    float epsilon = 1e-5F;
    float norm_offset = 0;  ///< added to the weights of norms
    Presence query_norm = Presence::kMaybe;
    Presence query_bias = Presence::kMaybe;
    Activation activation = Activation::kSilu;
    bool gated = true;           ///< MLPs multiply an activated gate with another projection
    bool shared_expert = false;  ///< mixtures have an expert that all tokens use
    bool transposed = false;     ///< linears are stored [in, out]
    bool interleaved = false;    ///< rotary pairs are neighbours
    bool learned_positions = false;

    float embedding_scale = 1;
    float residual_scale = 1;
    double attention_scale = 0;  ///< 0: 1 / sqrt(head_dim)
    float logit_scale = 1;
    float attention_cap = 0;  ///< 0: none
    float logit_cap = 0;      ///< 0: none
    float clip_qkv = 0;       ///< 0: none

    Rotary rotary;        ///< of most blocks
    Rotary local_rotary;  ///< of blocks that say so
    double rotated_part = 1;

    std::uint64_t experts = 0;
    std::uint64_t experts_used = 0;
    bool normalise_experts = false;  ///< weights of the chosen experts add up to 1
    float expert_scale = 1;

    std::vector<LayerSpec> layers;
};

/// Reads it from config.json or GGUF metadata. Errors: kRefused: a family that cannot be run yet,
/// or numbers that are missing or impossible.
[[nodiscard]] Result<ForwardSpec> forward_spec(const Model& model);

/// Whether models of this family can be run.
[[nodiscard]] bool can_run(const Model& model);

}  // namespace bitlathe
