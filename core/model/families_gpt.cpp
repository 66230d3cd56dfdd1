// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/family.h"

namespace bitlathe {
namespace {

/// Gate and up are one tensor, which GGUF calls ffn_up.
constexpr NameRow kFusedGateUp[] = {
    {"blk.{b}.ffn_up", "blk.{b}.ffn_up", Role::kMlpGateUp},
};

constexpr NameRow kChatGlm[] = {
    {"blk.{b}.ffn_up", "blk.{b}.ffn_up", Role::kMlpGateUp},
    {"embedding.word_embeddings", "token_embd"},
    {"output_layer", "output"},
    {"encoder.final_layernorm", "output_norm"},
    {"rotary_pos_emb.inv_freq", "rope_freqs"},
    {"encoder.layers.{b}.input_layernorm", "blk.{b}.attn_norm"},
    {"encoder.layers.{b}.post_attention_layernorm", "blk.{b}.ffn_norm"},
    {"encoder.layers.{b}.self_attention.query_key_value", "blk.{b}.attn_qkv"},
    {"encoder.layers.{b}.self_attention.dense", "blk.{b}.attn_output"},
    {"encoder.layers.{b}.mlp.dense_h_to_4h", "blk.{b}.ffn_up", Role::kMlpGateUp},
    {"encoder.layers.{b}.mlp.dense_4h_to_h", "blk.{b}.ffn_down"},
};

constexpr NameRow kPhiMoe[] = {
    {"layers.{b}.block_sparse_moe.gate", "blk.{b}.ffn_gate_inp"},
};

constexpr NameRow kNeoX[] = {
    {"embed_in", "token_embd"},
    {"embed_out", "output"},
    {"final_layer_norm", "output_norm"},
    {"layers.{b}.attention.query_key_value", "blk.{b}.attn_qkv"},
    {"layers.{b}.attention.dense", "blk.{b}.attn_output"},
    {"layers.{b}.attention.rotary_emb.inv_freq", "blk.{b}.attn_rot_embd"},
    {"layers.{b}.mlp.dense_h_to_4h", "blk.{b}.ffn_up"},
    {"layers.{b}.mlp.dense_4h_to_h", "blk.{b}.ffn_down"},
};

/// Falcon with two norms: the one of the MLP comes first in GGUF.
constexpr NameRow kFalcon[] = {
    {"h.{b}.input_layernorm", "blk.{b}.attn_norm"},
    {"h.{b}.ln_mlp", "blk.{b}.attn_norm"},
    {"h.{b}.ln_attn", "blk.{b}.attn_norm_2"},
    {"h.{b}.post_attention_layernorm", "blk.{b}.ffn_norm"},
    {"h.{b}.self_attention.query_key_value", "blk.{b}.attn_qkv"},
    {"h.{b}.self_attention.dense", "blk.{b}.attn_output"},
    {"h.{b}.mlp.dense_h_to_4h", "blk.{b}.ffn_up"},
    {"h.{b}.mlp.dense_4h_to_h", "blk.{b}.ffn_down"},
    {"word_embeddings_layernorm", "token_embd_norm"},
};

constexpr NameRow kMpt[] = {
    {"norm_f", "output_norm"},
    {"blocks.{b}.norm_1", "blk.{b}.attn_norm"},
    {"blocks.{b}.norm_2", "blk.{b}.ffn_norm"},
    {"blocks.{b}.attn.Wqkv", "blk.{b}.attn_qkv"},
    {"blocks.{b}.attn.out_proj", "blk.{b}.attn_output"},
    {"blocks.{b}.ffn.up_proj", "blk.{b}.ffn_up"},
    {"blocks.{b}.ffn.down_proj", "blk.{b}.ffn_down"},
};

constexpr NameRow kGptJ[] = {
    {"h.{b}.attn.q_proj", "blk.{b}.attn_q"}, {"h.{b}.attn.k_proj", "blk.{b}.attn_k"},
    {"h.{b}.attn.v_proj", "blk.{b}.attn_v"}, {"h.{b}.attn.out_proj", "blk.{b}.attn_output"},
    {"h.{b}.mlp.fc_in", "blk.{b}.ffn_up"},   {"h.{b}.mlp.fc_out", "blk.{b}.ffn_down"},
};

constexpr NameRow kInternLm2[] = {
    {"layers.{b}.attention.wqkv", "blk.{b}.attn_qkv"},
};

constexpr Family kFamilies[] = {
    // name, GGUF, config.json, own names, feed-forward length, spelling, root
    {"gpt2", "gpt2", "gpt2 GPT2LMHeadModel GPT2Model", {}, 4, "h wte ln_f", "transformer."},
    {"phi2",
     "phi2",
     "phi PhiForCausalLM",
     {},
     4,
     "dense fc1 fc2 final_layernorm q_layernorm k_layernorm"},
    {"phi3", "phi3", "phi3 Phi3ForCausalLM", kFusedGateUp, 0, "qkv_proj"},
    {"phimoe", "phimoe", "phimoe PhiMoEForCausalLM", kPhiMoe},
    {"falcon", "falcon", "falcon RefinedWeb RefinedWebModel FalconForCausalLM RWForCausalLM",
     kFalcon, 4},
    {"gpt-neox", "gptneox", "gpt_neox GPTNeoXForCausalLM", kNeoX},
    {"gpt-j", "gptj", "gptj GPTJForCausalLM", kGptJ, 4},
    {"bloom", "bloom", "bloom BloomForCausalLM BloomModel", kFalcon, 4},
    {"mpt", "mpt", "mpt MPTForCausalLM MptForCausalLM", kMpt},
    {"starcoder", "starcoder", "gpt_bigcode GPTBigCodeForCausalLM", {}, 4},
    {"starcoder2", "starcoder2", "starcoder2 Starcoder2ForCausalLM", {}, 0, "c_fc mlp.c_proj"},
    {"internlm2", "internlm2", "internlm2 InternLM2ForCausalLM", kInternLm2},
    {"chatglm", "chatglm", "chatglm ChatGLMModel ChatGLMForConditionalGeneration", kChatGlm},
};

}  // namespace

std::span<const Family> gpt_families() {
    return kFamilies;
}

}  // namespace bitlathe
