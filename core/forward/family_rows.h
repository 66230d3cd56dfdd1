// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/forward/spec.h"
#include "core/model/config_reader.h"

namespace bitlathe {

/// Which blocks look only at a window of tokens.
enum class Windows : std::uint8_t {
    kNone,
    kAll,      ///< every block, where a window is stated
    kPattern,  ///< all but every n-th, unless "layer_types" says otherwise
    kUpper,    ///< from block "max_window_layers" on, unless "layer_types" says otherwise
    kLowerOdd  ///< every second block before it, unless "layer_types" says otherwise
};

/// What a family computes: data only. What files may state themselves is a default here.
struct ForwardFamily {
    std::string_view name;  ///< of the model's descriptor
    BlockNorms norms = BlockNorms::kBefore;
    NormKind norm = NormKind::kRms;
    double epsilon = 1e-6;
    Activation activation = Activation::kSilu;
    Presence query_norm = Presence::kNever;
    Presence query_bias = Presence::kMaybe;
    /// Rotary pairs are neighbours, in the layout of safetensors and of GGUF.
    bool interleaved = false;
    bool interleaved_gguf = false;
    double theta = 10'000;
    double rotated_part = 1;
    Windows windows = Windows::kNone;
    std::uint32_t pattern = 0;          ///< of Windows::kPattern
    std::uint32_t window = 0;           ///< where config.json is silent; 0: none
    bool window_switch = false;         ///< no windows unless "use_sliding_window" is true
    bool rotary_only_local = false;     ///< blocks without a window turn nothing, if any has one
    std::uint32_t no_rotary_every = 0;  ///< every n-th block turns nothing
    bool norm_offset = false;           ///< safetensors hold the weights of norms minus 1
    bool scaled_embedding = false;      ///< by sqrt(embedding)
    bool two_rotaries = false;          ///< blocks with a window turn in their own way
    double local_theta = 0;             ///< base of those; 0: that of the others
    bool normalise_experts = false;
    bool normalise_experts_gguf = false;
    double query_scalar = 0;     ///< default of query_pre_attn_scalar; 0: not known there
    double attention_cap = 0;    ///< where config.json is silent
    double logit_cap = 0;        ///< where config.json is silent
    bool gated = true;           ///< MLPs multiply an activated gate with another projection
    bool shared_expert = false;  ///< every mixture of experts has one that all tokens use
    bool transposed = false;     ///< safetensors hold linears as [in, out]
    bool learned_positions = false;
    bool states_scales = false;  ///< GGUFs state factors of 1, too
    // What runtimes of GGUF conclude from the number of blocks.
    std::uint32_t wide_blocks = 0;      ///< of so many: attention scales by embedding / heads
    std::uint32_t windowed_blocks = 0;  ///< not of so many: no windows; 0: does not matter
};

[[nodiscard]] std::span<const ForwardFamily> forward_families();
[[nodiscard]] const ForwardFamily* forward_family(std::string_view name);

/// The parts of forward_spec(). `spec` holds what the family says; values of the files go over it.
[[nodiscard]] Status read_config_spec(const Model& model, const ForwardFamily& family,
                                      ConfigReader& config, ForwardSpec& spec);
[[nodiscard]] Status read_metadata_spec(const Model& model, const ForwardFamily& family,
                                        ForwardSpec& spec);

}  // namespace bitlathe
