// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/family.h"

namespace bitlathe {
namespace {

// Right-hand sides are the names that GGUF files use (gguf-py's table of tensor names).
constexpr NameRow kCommon[] = {
    // outside the blocks
    {"embed_tokens", "token_embd"},
    {"tok_embeddings", "token_embd"},
    {"word_embeddings", "token_embd"},
    {"wte", "token_embd"},
    {"wpe", "position_embd"},
    {"embed_positions", "position_embd"},
    {"lm_head", "output"},
    {"norm", "output_norm"},
    {"ln_f", "output_norm"},
    {"final_layernorm", "output_norm"},
    {"rope.freqs", "rope_freqs"},
    // norms of a block
    {"layers.{b}.input_layernorm", "blk.{b}.attn_norm"},
    {"layers.{b}.post_attention_layernorm", "blk.{b}.ffn_norm"},
    {"layers.{b}.pre_feedforward_layernorm", "blk.{b}.ffn_norm"},
    {"layers.{b}.post_feedforward_layernorm", "blk.{b}.post_ffw_norm"},
    {"layers.{b}.attention_norm", "blk.{b}.attn_norm"},
    {"layers.{b}.ffn_norm", "blk.{b}.ffn_norm"},
    {"h.{b}.ln_1", "blk.{b}.attn_norm"},
    {"h.{b}.ln_2", "blk.{b}.ffn_norm"},
    // attention
    {"layers.{b}.self_attn.q_proj", "blk.{b}.attn_q"},
    {"layers.{b}.self_attn.k_proj", "blk.{b}.attn_k"},
    {"layers.{b}.self_attn.v_proj", "blk.{b}.attn_v"},
    {"layers.{b}.self_attn.o_proj", "blk.{b}.attn_output"},
    {"layers.{b}.self_attn.out_proj", "blk.{b}.attn_output"},
    {"layers.{b}.self_attn.dense", "blk.{b}.attn_output"},
    {"layers.{b}.self_attn.qkv_proj", "blk.{b}.attn_qkv"},
    {"layers.{b}.self_attn.query_key_value", "blk.{b}.attn_qkv"},
    {"layers.{b}.self_attn.q_norm", "blk.{b}.attn_q_norm"},
    {"layers.{b}.self_attn.k_norm", "blk.{b}.attn_k_norm"},
    {"layers.{b}.self_attn.q_layernorm", "blk.{b}.attn_q_norm"},
    {"layers.{b}.self_attn.k_layernorm", "blk.{b}.attn_k_norm"},
    {"layers.{b}.self_attn.sinks", "blk.{b}.attn_sinks"},
    {"layers.{b}.self_attn.rotary_emb.inv_freq", "blk.{b}.attn_rot_embd"},
    {"layers.{b}.self_attn.q_a_proj", "blk.{b}.attn_q_a"},
    {"layers.{b}.self_attn.q_b_proj", "blk.{b}.attn_q_b"},
    {"layers.{b}.self_attn.q_a_layernorm", "blk.{b}.attn_q_a_norm"},
    {"layers.{b}.self_attn.kv_a_proj_with_mqa", "blk.{b}.attn_kv_a_mqa"},
    {"layers.{b}.self_attn.kv_a_layernorm", "blk.{b}.attn_kv_a_norm"},
    {"layers.{b}.self_attn.kv_b_proj", "blk.{b}.attn_kv_b"},
    {"layers.{b}.attention.wq", "blk.{b}.attn_q"},
    {"layers.{b}.attention.wk", "blk.{b}.attn_k"},
    {"layers.{b}.attention.wv", "blk.{b}.attn_v"},
    {"layers.{b}.attention.wo", "blk.{b}.attn_output"},
    {"h.{b}.attn.c_attn", "blk.{b}.attn_qkv"},
    {"h.{b}.attn.c_proj", "blk.{b}.attn_output"},
    // MLP
    {"layers.{b}.mlp.gate_proj", "blk.{b}.ffn_gate"},
    {"layers.{b}.mlp.up_proj", "blk.{b}.ffn_up"},
    {"layers.{b}.mlp.down_proj", "blk.{b}.ffn_down"},
    {"layers.{b}.mlp.gate_up_proj", "blk.{b}.ffn_up", Role::kMlpGateUp},
    {"layers.{b}.mlp.fc1", "blk.{b}.ffn_up"},
    {"layers.{b}.mlp.fc2", "blk.{b}.ffn_down"},
    {"layers.{b}.mlp.c_fc", "blk.{b}.ffn_up"},
    {"layers.{b}.mlp.c_proj", "blk.{b}.ffn_down"},
    {"layers.{b}.feed_forward.w1", "blk.{b}.ffn_gate"},
    {"layers.{b}.feed_forward.w2", "blk.{b}.ffn_down"},
    {"layers.{b}.feed_forward.w3", "blk.{b}.ffn_up"},
    {"h.{b}.mlp.c_fc", "blk.{b}.ffn_up"},
    {"h.{b}.mlp.c_proj", "blk.{b}.ffn_down"},
    // mixtures of experts: the router, experts of their own, stacked and shared ones
    {"layers.{b}.mlp.gate", "blk.{b}.ffn_gate_inp"},
    {"layers.{b}.block_sparse_moe.gate", "blk.{b}.ffn_gate_inp"},
    {"layers.{b}.mlp.gate.e_score_correction_bias", "blk.{b}.exp_probs_b.bias"},
    {"layers.{b}.mlp.experts.{e}.gate_proj", "blk.{b}.ffn_gate_exps.{e}"},
    {"layers.{b}.mlp.experts.{e}.up_proj", "blk.{b}.ffn_up_exps.{e}"},
    {"layers.{b}.mlp.experts.{e}.down_proj", "blk.{b}.ffn_down_exps.{e}"},
    {"layers.{b}.block_sparse_moe.experts.{e}.w1", "blk.{b}.ffn_gate_exps.{e}"},
    {"layers.{b}.block_sparse_moe.experts.{e}.w2", "blk.{b}.ffn_down_exps.{e}"},
    {"layers.{b}.block_sparse_moe.experts.{e}.w3", "blk.{b}.ffn_up_exps.{e}"},
    {"layers.{b}.mlp.experts.gate_proj", "blk.{b}.ffn_gate_exps"},
    {"layers.{b}.mlp.experts.up_proj", "blk.{b}.ffn_up_exps"},
    {"layers.{b}.mlp.experts.down_proj", "blk.{b}.ffn_down_exps"},
    {"layers.{b}.mlp.experts.gate_up_proj", "blk.{b}.ffn_gate_up_exps"},
    {"layers.{b}.block_sparse_moe.experts.gate_up_proj", "blk.{b}.ffn_gate_up_exps"},
    {"layers.{b}.block_sparse_moe.experts.down_proj", "blk.{b}.ffn_down_exps"},
    {"layers.{b}.mlp.shared_expert.gate_proj", "blk.{b}.ffn_gate_shexp"},
    {"layers.{b}.mlp.shared_expert.up_proj", "blk.{b}.ffn_up_shexp"},
    {"layers.{b}.mlp.shared_expert.down_proj", "blk.{b}.ffn_down_shexp"},
    {"layers.{b}.mlp.shared_experts.gate_proj", "blk.{b}.ffn_gate_shexp"},
    {"layers.{b}.mlp.shared_experts.up_proj", "blk.{b}.ffn_up_shexp"},
    {"layers.{b}.mlp.shared_experts.down_proj", "blk.{b}.ffn_down_shexp"},
    {"layers.{b}.mlp.shared_expert_gate", "blk.{b}.ffn_gate_inp_shexp"},
    // GGUF files of before March 2024 have every expert as a tensor
    {"blk.{b}.ffn_gate.{e}", "blk.{b}.ffn_gate_exps.{e}"},
    {"blk.{b}.ffn_up.{e}", "blk.{b}.ffn_up_exps.{e}"},
    {"blk.{b}.ffn_down.{e}", "blk.{b}.ffn_down_exps.{e}"},
};

}  // namespace

std::span<const NameRow> common_names() {
    return kCommon;
}

}  // namespace bitlathe
