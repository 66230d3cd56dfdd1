// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/forward/spec.h"

namespace bitlathe::spec_keys {

// Keys of GGUF metadata that say how a model computes, without the architecture in front. Read by
// spec_metadata.cpp, written by spec_writing.cpp.

inline constexpr const char* kKeyLength = "attention.key_length";
inline constexpr const char* kValueLength = "attention.value_length";
inline constexpr const char* kRmsEpsilon = "attention.layer_norm_rms_epsilon";
inline constexpr const char* kLayerNormEpsilon = "attention.layer_norm_epsilon";
inline constexpr const char* kWindow = "attention.sliding_window";
inline constexpr const char* kWindowPattern = "attention.sliding_window_pattern";
inline constexpr const char* kAttentionScale = "attention.scale";
inline constexpr const char* kRopeDimensions = "rope.dimension_count";
inline constexpr const char* kRopeBase = "rope.freq_base";
inline constexpr const char* kRopeBaseLocal = "rope.freq_base_swa";
inline constexpr const char* kRopeType = "rope.scaling.type";
inline constexpr const char* kRopeFactor = "rope.scaling.factor";
inline constexpr const char* kRopeAttention = "rope.scaling.attn_factor";
inline constexpr const char* kRopeContext = "rope.scaling.original_context_length";
inline constexpr const char* kRopeFast = "rope.scaling.yarn_beta_fast";
inline constexpr const char* kRopeSlow = "rope.scaling.yarn_beta_slow";
inline constexpr const char* kExpertNorm = "expert_weights_norm";
inline constexpr const char* kLogitScale = "logit_scale";

/// A factor or cap with its key.
struct NumberKey {
    const char* key;
    float ForwardSpec::*member;
    bool scale = false;  ///< one of those that some architectures state even where it is 1
};
inline constexpr NumberKey kNumbers[] = {
    {"embedding_scale", &ForwardSpec::embedding_scale, true},
    {"residual_scale", &ForwardSpec::residual_scale, true},
    {"attn_logit_softcapping", &ForwardSpec::attention_cap},
    {"final_logit_softcapping", &ForwardSpec::logit_cap},
    {"attention.clamp_kqv", &ForwardSpec::clip_qkv},
    {"expert_weights_scale", &ForwardSpec::expert_scale},
};

// Small tensors beside the keys.
inline constexpr const char* kDivisors = "rope_freqs.weight";
inline constexpr const char* kLongFactors = "rope_factors_long.weight";
inline constexpr const char* kShortFactors = "rope_factors_short.weight";

}  // namespace bitlathe::spec_keys
