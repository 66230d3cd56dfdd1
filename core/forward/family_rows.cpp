// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/forward/family_rows.h"

namespace bitlathe {
namespace {

constexpr auto kGelu = Activation::kGeluTanh;

constexpr ForwardFamily kFamilies[] = {
    {.name = "llama", .interleaved_gguf = true, .normalise_experts_gguf = true},
    {.name = "mistral", .windows = Windows::kAll, .window = 4096},
    {.name = "mixtral",
     .epsilon = 1e-5,
     .theta = 1e6,
     .windows = Windows::kAll,
     .normalise_experts = true},
    {.name = "qwen2", .query_bias = Presence::kAlways, .windows = Windows::kUpper, .window = 4096},
    {.name = "qwen2-moe",
     .query_bias = Presence::kAlways,
     .windows = Windows::kLowerOdd,
     .window = 4096,
     .shared_expert = true},
    {.name = "qwen3", .query_norm = Presence::kAlways, .windows = Windows::kUpper, .window = 4096},
    {.name = "qwen3-moe",
     .query_norm = Presence::kAlways,
     .windows = Windows::kAll,
     .window = 4096,
     .normalise_experts_gguf = true},
    {.name = "gemma", .activation = kGelu, .norm_offset = true, .scaled_embedding = true},
    {.name = "gemma2",
     .norms = BlockNorms::kAround,
     .activation = kGelu,
     .windows = Windows::kPattern,
     .pattern = 2,
     .window = 4096,
     .norm_offset = true,
     .scaled_embedding = true,
     .query_scalar = 256,
     .attention_cap = 50,
     .logit_cap = 30,
     .wide_blocks = 46},
    {.name = "gemma3",
     .norms = BlockNorms::kAround,
     .activation = kGelu,
     .query_norm = Presence::kAlways,
     .theta = 1e6,
     .windows = Windows::kPattern,
     .pattern = 6,
     .window = 4096,
     .norm_offset = true,
     .scaled_embedding = true,
     .two_rotaries = true,
     .query_scalar = 256,
     .wide_blocks = 62},
    {.name = "olmo2",
     .norms = BlockNorms::kAfter,
     .epsilon = 1e-5,
     .query_norm = Presence::kAlways},
    {.name = "olmoe", .epsilon = 1e-5, .query_norm = Presence::kAlways},
    {.name = "granite", .interleaved_gguf = true},
    {.name = "smollm3",
     .interleaved_gguf = true,
     .theta = 2e6,
     .windows = Windows::kPattern,
     .no_rotary_every = 4},
    {.name = "glm4",
     .norms = BlockNorms::kAround,
     .epsilon = 1.5625e-7,
     .interleaved = true,
     .interleaved_gguf = true,
     .rotated_part = 0.5},
    {.name = "ernie4_5",
     .epsilon = 1e-5,
     .interleaved = true,
     .interleaved_gguf = true,
     .theta = 5e5},
    {.name = "seed-oss"},
    {.name = "exaone4",
     .norms = BlockNorms::kAfter,
     .epsilon = 1e-5,
     .query_norm = Presence::kAlways,
     .windows = Windows::kPattern,
     .pattern = 4,
     .window = 4096,
     .rotary_only_local = true},
    {.name = "gpt2",
     .norm = NormKind::kLayer,
     .epsilon = 1e-5,
     .activation = kGelu,
     .query_bias = Presence::kAlways,
     .gated = false,
     .transposed = true,
     .learned_positions = true},
    {.name = "phi2",
     .norms = BlockNorms::kParallel,
     .norm = NormKind::kLayer,
     .epsilon = 1e-5,
     .activation = kGelu,
     .query_norm = Presence::kMaybe,
     .query_bias = Presence::kAlways,
     .rotated_part = 0.5,
     .gated = false},
    {.name = "phi3", .epsilon = 1e-5, .windows = Windows::kAll},
    {.name = "starcoder2",
     .norm = NormKind::kLayer,
     .epsilon = 1e-5,
     .activation = kGelu,
     .windows = Windows::kAll,
     .gated = false},
};

}  // namespace

std::span<const ForwardFamily> forward_families() {
    return kFamilies;
}

const ForwardFamily* forward_family(std::string_view name) {
    for (const ForwardFamily& family : kFamilies) {
        if (family.name == name) {
            return &family;
        }
    }
    return nullptr;
}

}  // namespace bitlathe
