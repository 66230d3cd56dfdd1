// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/targets/gguf/gguf_runtime.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/text.h"

namespace bitlathe {
namespace {

constexpr GgufRuntime kRuntimes[] = {
    {.architecture = "llama", .rope_freqs = true, .longrope = true, .biases = true},
    {.architecture = "granite",
     .rope_freqs = true,
     .longrope = true,
     .attention_scale = true,
     .scales = true,
     .biases = true},
    {.architecture = "granitemoe",
     .rope_freqs = true,
     .longrope = true,
     .attention_scale = true,
     .scales = true,
     .biases = true},
    {.architecture = "qwen2", .square = true},
    {.architecture = "qwen2moe", .square = true, .own_head = true},
    {.architecture = "qwen3", .query_norms = true},
    {.architecture = "qwen3moe", .query_norms = true},
    {.architecture = "gemma", .scaled_embedding = true, .no_head = true},
    {.architecture = "gemma2", .scaled_embedding = true, .caps = true, .no_head = true},
    {.architecture = "gemma3", .scaled_embedding = true, .query_norms = true},
    {.architecture = "olmo2", .square = true, .query_norms = true, .own_head = true},
    {.architecture = "olmoe",
     .square = true,
     .equal_heads = true,
     .query_norms = true,
     .own_head = true},
    {.architecture = "smollm3"},
    {.architecture = "glm4", .whole_rotary = false},
    {.architecture = "ernie4_5"},
    {.architecture = "seed_oss"},
    {.architecture = "exaone4", .rope_freqs = true, .query_norms = true},
    {.architecture = "gpt2", .whole_rotary = false, .square = true, .biases = true},
    {.architecture = "phi2",
     .whole_rotary = false,
     .square = true,
     .biases = true,
     .own_head = true},
    {.architecture = "phi3",
     .whole_rotary = false,
     .square = true,
     .longrope = true,
     .no_windows = true},
    {.architecture = "starcoder2", .square = true, .biases = true},
};

bool has_output_bias(const ModelRef& refs) {
    return std::any_of(refs.blocks.begin(), refs.blocks.end(), [](const BlockRef& block) {
        const bool mlp = block.mlp && (block.mlp->up.bias || block.mlp->down.bias ||
                                       (block.mlp->gate && block.mlp->gate->bias));
        return block.o.bias || mlp;
    });
}

bool has_query_norms(const ModelRef& refs) {
    return std::any_of(refs.blocks.begin(), refs.blocks.end(),
                       [](const BlockRef& block) { return block.q_norm.weight.has_value(); });
}

bool mixes_experts(const ForwardSpec& spec, const ModelRef& refs) {
    return spec.experts != 0 &&
           std::any_of(refs.blocks.begin(), refs.blocks.end(),
                       [](const BlockRef& block) { return !block.experts.has_value(); });
}

bool nearly(double a, double b) {
    return std::fabs(a - b) <= 1e-6 * std::fabs(b);
}

bool has_default_bounds(const Rotary& rotary) {
    const Rotary silent;
    return rotary.beta_fast == silent.beta_fast && rotary.beta_slow == silent.beta_slow;
}

/// The same for factors and caps, which readers without a key for them ignore in silence.
std::string obstacle_of_numbers(const GgufRuntime& runtime, const ForwardSpec& spec) {
    const double embedding =
        runtime.scaled_embedding ? std::sqrt(static_cast<double>(spec.embedding)) : 1;
    const bool scaled = !nearly(spec.embedding_scale, embedding) ||
                        !nearly(spec.residual_scale, 1) || !nearly(spec.logit_scale, 1);
    if (scaled && !runtime.scales) {
        return "it has factors of embeddings, residuals or logits, which are not read there";
    }
    const bool capped = spec.attention_cap != 0 && spec.logit_cap != 0;
    const bool free = spec.attention_cap == 0 && spec.logit_cap == 0;
    if (runtime.caps ? !capped : !free) {
        return runtime.caps ? "it has no caps of attention and logits, and there both are needed"
                            : "it has caps of attention or logits, which are not read there";
    }
    if (spec.clip_qkv != 0) {
        return "it limits queries, keys and values, which is not read there";
    }
    if (spec.experts != 0 && !nearly(spec.expert_scale, 1)) {
        return "it has a factor of experts, which is not read there";
    }
    return {};
}

/// Why not; "" when nothing speaks against it.
std::string obstacle(const GgufRuntime& runtime, const ForwardSpec& spec, const ModelRef& refs) {
    const bool tied = refs.head.tensor == refs.embedding.tensor;
    if (runtime.square && spec.heads * spec.head_dim != spec.embedding) {
        return fmt::format(
            "it has {} heads of {} for an embedding of {}, and there the product "
            "must be the embedding",
            spec.heads, spec.head_dim, spec.embedding);
    }
    if (runtime.equal_heads && spec.heads != spec.kv_heads) {
        return fmt::format("it has {} heads and {} key heads, and there both must be equal",
                           spec.heads, spec.kv_heads);
    }
    if (runtime.whole_rotary && spec.rotary.dims != spec.head_dim) {
        return fmt::format("{} of {} values of a head are rotated, and there all must be",
                           spec.rotary.dims, spec.head_dim);
    }
    if (spec.rotary.type == "llama3" && !runtime.rope_freqs) {
        return "it has rope scaling of the type llama3, which is not read there";
    }
    if (spec.rotary.type == "longrope" && !runtime.longrope) {
        return "it has rope scaling of the type longrope, which is not read there";
    }
    if (spec.rotary.type == "yarn" && !spec.rotary.truncate) {
        return "its yarn scaling does not round, which cannot be stated there";
    }
    if (spec.rotary.type == "yarn" && !has_default_bounds(spec.rotary)) {
        return "its yarn scaling has bounds of its own (beta_fast, beta_slow), which are not read "
               "there";
    }
    if (runtime.no_head && !tied) {
        return "its output head is not its embedding, and there it must be";
    }
    if (!runtime.biases && has_output_bias(refs)) {
        return "it has biases in attention's output or in its MLPs, which are not read there";
    }
    if (!runtime.query_norms && has_query_norms(refs)) {
        return "it has norms of queries and keys, which are not read there";
    }
    if (mixes_experts(spec, refs)) {
        return "some of its blocks have experts and some have none";
    }
    return obstacle_of_numbers(runtime, spec);
}

}  // namespace

const GgufRuntime* gguf_runtime(std::string_view architecture) {
    const auto found =
        std::find_if(std::begin(kRuntimes), std::end(kRuntimes),
                     [&](const GgufRuntime& row) { return row.architecture == architecture; });
    return found == std::end(kRuntimes) ? nullptr : found;
}

Status check_runtime(const GgufRuntime& runtime, const Model& model, const ForwardSpec& spec,
                     const ModelRef& refs) {
    const std::string why = obstacle(runtime, spec, refs);
    if (why.empty()) {
        return {};
    }
    return fail(ErrorCode::kImpossible,
                fmt::format("llama.cpp cannot run this model as {}: {}", runtime.architecture, why),
                model.checkpoint->path().string(), {},
                "take the target safetensors, or a runtime that reads the folder itself");
}

}  // namespace bitlathe
