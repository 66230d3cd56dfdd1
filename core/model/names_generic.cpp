// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "core/model/places.h"
#include "core/model/roles.h"

namespace bitlathe {
namespace {

using Pattern = std::pair<std::string_view, std::string_view>;

/// Ends of names inside a block -> GGUF's name. More parts come first.
constexpr Pattern kInBlock[] = {
    {"attention.output.dense", "attn_output"},
    {"self_attention.dense", "attn_output"},
    {"attention.dense", "attn_output"},
    {"attn.dense", "attn_output"},
    {"attn.c_proj", "attn_output"},
    {"attn.proj", "attn_output"},
    {"mlp.c_proj", "ffn_down"},
    {"mlp.dense", "ffn_up"},
    {"intermediate.dense", "ffn_up"},
    {"output.dense", "ffn_down"},
    {"DenseReluDense.wo", "ffn_down"},
    {"SelfAttention.q", "attn_q"},
    {"SelfAttention.k", "attn_k"},
    {"SelfAttention.v", "attn_v"},
    {"SelfAttention.o", "attn_output"},
    {"EncDecAttention.q", "cross_attn_q"},
    {"EncDecAttention.k", "cross_attn_k"},
    {"EncDecAttention.v", "cross_attn_v"},
    {"EncDecAttention.o", "cross_attn_o"},
    {"mlp.gate", "ffn_gate_inp"},
    {"block_sparse_moe.gate", "ffn_gate_inp"},
    {"feed_forward.gate", "ffn_gate_inp"},
    {"moe.gate", "ffn_gate_inp"},
    {"router", "ffn_gate_inp"},
    {"q_proj", "attn_q"},
    {"wq", "attn_q"},
    {"query", "attn_q"},
    {"q_lin", "attn_q"},
    {"k_proj", "attn_k"},
    {"wk", "attn_k"},
    {"key", "attn_k"},
    {"k_lin", "attn_k"},
    {"v_proj", "attn_v"},
    {"wv", "attn_v"},
    {"value", "attn_v"},
    {"v_lin", "attn_v"},
    {"qkv_proj", "attn_qkv"},
    {"query_key_value", "attn_qkv"},
    {"Wqkv", "attn_qkv"},
    {"wqkv", "attn_qkv"},
    {"c_attn", "attn_qkv"},
    {"qkv", "attn_qkv"},
    {"o_proj", "attn_output"},
    {"out_proj", "attn_output"},
    {"out_lin", "attn_output"},
    {"gate_proj", "ffn_gate"},
    {"w1", "ffn_gate"},
    {"wi_0", "ffn_gate"},
    {"up_proj", "ffn_up"},
    {"w3", "ffn_up"},
    {"wi_1", "ffn_up"},
    {"wi", "ffn_up"},
    {"fc1", "ffn_up"},
    {"fc_in", "ffn_up"},
    {"c_fc", "ffn_up"},
    {"lin1", "ffn_up"},
    {"linear1", "ffn_up"},
    {"dense_h_to_4h", "ffn_up"},
    {"gate_up_proj", "ffn_gate_up"},
    {"down_proj", "ffn_down"},
    {"w2", "ffn_down"},
    {"fc2", "ffn_down"},
    {"fc_out", "ffn_down"},
    {"lin2", "ffn_down"},
    {"linear2", "ffn_down"},
    {"dense_4h_to_h", "ffn_down"},
    {"wo", "attn_output"},
};

/// Ends of names outside the blocks.
constexpr Pattern kOutside[] = {
    {"embed_tokens", "token_embd"},   {"wte", "token_embd"},      {"word_embeddings", "token_embd"},
    {"tok_embeddings", "token_embd"}, {"embed_in", "token_embd"}, {"lm_head", "output"},
    {"embed_out", "output"},          {"output_layer", "output"},
};

/// Parts that the language model does not contain; their layers are not its blocks.
constexpr std::string_view kOtherModels[] = {"vision", "visual", "audio", "multi_modal", "mm_"};

bool ends_with_parts(std::string_view stem, std::string_view parts) {
    return stem.ends_with(parts) &&
           (stem.size() == parts.size() || stem[stem.size() - parts.size() - 1] == '.');
}

template <std::size_t N>
std::string_view find_pattern(const Pattern (&patterns)[N], std::string_view stem) {
    for (const auto& [source, canonical] : patterns) {
        if (ends_with_parts(stem, source)) {
            return canonical;
        }
    }
    return {};
}

/// The part of the name before a placeholder: "layers" of "decoder.layers.{b}.fc1".
std::string_view part_before(std::string_view stem, std::string_view placeholder) {
    const std::size_t at = stem.find(placeholder);
    if (at == std::string_view::npos || at == 0) {
        return {};
    }
    const std::string_view before = stem.substr(0, at - 1);
    const std::size_t dot = before.rfind('.');
    return dot == std::string_view::npos ? before : before.substr(dot + 1);
}

bool counts_blocks(std::string_view part) {
    return part == "h" || part == "blk" || part == "layer" || part == "block" ||
           part.ends_with("layers") || part.ends_with("blocks");
}

bool of_another_model(std::string_view name) {
    for (std::string_view word : kOtherModels) {
        if (name.find(word) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace

TensorPlace guess_place(std::string_view name, const TensorName& split) {
    TensorPlace place;
    place.canonical = name;
    if (split.is_weight && names_a_norm(split.stem)) {
        place.role = Role::kNorm;
    }
    if (of_another_model(name)) {
        return place;
    }
    if (split.block && counts_blocks(part_before(split.stem, "{b}"))) {
        place.block = split.block;
    }
    const bool own_expert = place.block && part_before(split.stem, "{e}") == "experts";
    if (own_expert) {
        place.expert = split.expert;
    }
    const std::string_view found =
        place.block ? find_pattern(kInBlock, split.stem) : find_pattern(kOutside, split.stem);
    if (found.empty()) {
        return place;
    }
    std::string pattern = (place.block ? "blk.{b}." : "") + std::string(found);
    const bool stacked = !own_expert && split.stem.find(".experts.") != std::string::npos;
    if (found.starts_with("ffn_") && (own_expert || stacked)) {
        pattern += own_expert ? "_exps.{e}" : "_exps";
    }
    place.canonical = fill_canonical(pattern, split);
    if (split.is_weight) {
        place.role = role_of_canonical(found).value_or(Role::kOther);
        place.stacked_experts = stacked;
    }
    return place;
}

}  // namespace bitlathe
