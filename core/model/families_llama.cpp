// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/family.h"

namespace bitlathe {
namespace {

/// The norm after attention is applied to its output, not to the MLP's input.
constexpr NameRow kPostNorms[] = {
    {"layers.{b}.post_attention_layernorm", "blk.{b}.post_attention_norm"},
    {"layers.{b}.mlp.router", "blk.{b}.ffn_gate_inp"},
};

/// GLM-4: four norms, gate and up in one tensor (called ffn_up in GGUF).
constexpr NameRow kGlm4[] = {
    {"layers.{b}.post_self_attn_layernorm", "blk.{b}.post_attention_norm"},
    {"layers.{b}.post_mlp_layernorm", "blk.{b}.post_ffw_norm"},
    {"blk.{b}.ffn_up", "blk.{b}.ffn_up", Role::kMlpGateUp},
};

constexpr NameRow kGptOss[] = {
    {"layers.{b}.post_attention_layernorm", "blk.{b}.post_attention_norm"},
    {"layers.{b}.mlp.router", "blk.{b}.ffn_gate_inp"},
    {"layers.{b}.mlp.experts.gate_up_proj_bias", "blk.{b}.ffn_gate_up_exps.bias"},
    {"layers.{b}.mlp.experts.gate_up_proj_blocks", "blk.{b}.ffn_gate_up_exps.blocks"},
    {"layers.{b}.mlp.experts.gate_up_proj_scales", "blk.{b}.ffn_gate_up_exps.scales"},
    {"layers.{b}.mlp.experts.down_proj_bias", "blk.{b}.ffn_down_exps.bias"},
    {"layers.{b}.mlp.experts.down_proj_blocks", "blk.{b}.ffn_down_exps.blocks"},
    {"layers.{b}.mlp.experts.down_proj_scales", "blk.{b}.ffn_down_exps.scales"},
};

constexpr NameRow kGemma3n[] = {
    {"layers.{b}.post_attention_layernorm", "blk.{b}.post_attention_norm"},
    {"embed_tokens_per_layer", "per_layer_token_embd"},
    {"per_layer_model_projection", "per_layer_model_proj"},
    {"per_layer_projection_norm", "per_layer_proj_norm"},
    {"layers.{b}.per_layer_input_gate", "blk.{b}.inp_gate"},
    {"layers.{b}.per_layer_projection", "blk.{b}.proj"},
    {"layers.{b}.post_per_layer_input_norm", "blk.{b}.post_norm"},
    {"layers.{b}.laurel.linear_left", "blk.{b}.laurel_l"},
    {"layers.{b}.laurel.linear_right", "blk.{b}.laurel_r"},
    {"layers.{b}.laurel.post_laurel_norm", "blk.{b}.laurel_post_norm"},
    {"layers.{b}.altup.modality_router", "blk.{b}.altup_router"},
    {"layers.{b}.altup.router_norm", "blk.{b}.altup_router_norm"},
};

/// Granite MoE stacks its experts in plain 3-D linears and shares an expert.
constexpr NameRow kGraniteMoe[] = {
    {"layers.{b}.block_sparse_moe.router.layer", "blk.{b}.ffn_gate_inp"},
    {"layers.{b}.block_sparse_moe.input_linear", "blk.{b}.ffn_gate_up_exps"},
    {"layers.{b}.block_sparse_moe.output_linear", "blk.{b}.ffn_down_exps"},
    {"layers.{b}.shared_mlp.input_linear", "blk.{b}.ffn_up_shexp", Role::kMlpGateUp},
    {"layers.{b}.shared_mlp.output_linear", "blk.{b}.ffn_down_shexp"},
};

constexpr NameRow kLlama4[] = {
    {"layers.{b}.feed_forward.gate_proj", "blk.{b}.ffn_gate"},
    {"layers.{b}.feed_forward.up_proj", "blk.{b}.ffn_up"},
    {"layers.{b}.feed_forward.down_proj", "blk.{b}.ffn_down"},
    {"layers.{b}.feed_forward.router", "blk.{b}.ffn_gate_inp"},
    {"layers.{b}.feed_forward.experts.gate_up_proj", "blk.{b}.ffn_gate_up_exps"},
    {"layers.{b}.feed_forward.experts.down_proj", "blk.{b}.ffn_down_exps"},
    {"layers.{b}.feed_forward.shared_expert.gate_proj", "blk.{b}.ffn_gate_shexp"},
    {"layers.{b}.feed_forward.shared_expert.up_proj", "blk.{b}.ffn_up_shexp"},
    {"layers.{b}.feed_forward.shared_expert.down_proj", "blk.{b}.ffn_down_shexp"},
};

constexpr NameRow kLfm2[] = {
    {"embedding_norm", "token_embd_norm"},
    {"layers.{b}.operator_norm", "blk.{b}.attn_norm"},
    {"layers.{b}.ffn_norm", "blk.{b}.ffn_norm"},
    {"layers.{b}.self_attn.out_proj", "blk.{b}.attn_output"},
    {"layers.{b}.conv.in_proj", "blk.{b}.shortconv.in_proj"},
    {"layers.{b}.conv.out_proj", "blk.{b}.shortconv.out_proj"},
    {"layers.{b}.conv.conv", "blk.{b}.shortconv.conv"},
};

constexpr Family kFamilies[] = {
    // name, GGUF, config.json, own names
    {"llama", "llama", "llama LlamaForCausalLM LLaMAForCausalLM", {}},
    {"mistral", "llama", "mistral MistralForCausalLM", {}},
    {"mixtral", "llama", "mixtral MixtralForCausalLM", {}, 0, "block_sparse_moe"},
    {"mistral3", "mistral3", "mistral3 ministral3 Mistral3ForConditionalGeneration", {}},
    {"llama4", "llama4", "llama4 llama4_text Llama4ForCausalLM Llama4ForConditionalGeneration",
     kLlama4},
    {"deci", "deci", "nemotron-nas deci DeciLMForCausalLM", {}},
    {"qwen2", "qwen2", "qwen2 Qwen2ForCausalLM", {}},
    {"qwen2-vl",
     "qwen2vl",
     "qwen2_vl qwen2_5_vl Qwen2VLForConditionalGeneration Qwen2_5_VLForConditionalGeneration",
     {}},
    {"qwen2-moe", "qwen2moe", "qwen2_moe Qwen2MoeForCausalLM", {}},
    {"qwen3", "qwen3", "qwen3 Qwen3ForCausalLM", {}},
    {"qwen3-vl", "qwen3vl", "qwen3_vl Qwen3VLForConditionalGeneration", {}},
    {"qwen3-moe", "qwen3moe", "qwen3_moe Qwen3MoeForCausalLM", {}},
    {"gemma", "gemma", "gemma GemmaForCausalLM", {}},
    {"gemma2", "gemma2", "gemma2 Gemma2ForCausalLM", kPostNorms},
    {"gemma3", "gemma3",
     "gemma3 gemma3_text Gemma3ForCausalLM Gemma3TextModel Gemma3ForConditionalGeneration",
     kPostNorms},
    {"gemma3n", "gemma3n",
     "gemma3n gemma3n_text Gemma3nForCausalLM Gemma3nForConditionalGeneration", kGemma3n},
    {"olmo", "olmo", "olmo OlmoForCausalLM", {}},
    {"olmo2", "olmo2", "olmo2 olmo3 Olmo2ForCausalLM Olmo3ForCausalLM", kPostNorms},
    {"olmoe", "olmoe", "olmoe OlmoeForCausalLM", {}},
    {"granite", "granite", "granite GraniteForCausalLM", {}},
    {"granite-moe", "granitemoe",
     "granitemoe granitemoeshared GraniteMoeForCausalLM GraniteMoeSharedForCausalLM", kGraniteMoe},
    {"smollm3", "smollm3", "smollm3 SmolLM3ForCausalLM", {}},
    {"glm4", "glm4", "glm4 Glm4ForCausalLM", kGlm4},
    {"glm4-moe", "glm4moe", "glm4_moe Glm4MoeForCausalLM", kPostNorms},
    {"ernie4_5", "ernie4_5", "ernie4_5 Ernie4_5ForCausalLM Ernie4_5_ForCausalLM", {}},
    {"ernie4_5-moe", "ernie4_5-moe", "ernie4_5_moe Ernie4_5_MoeForCausalLM", {}},
    {"seed-oss", "seed_oss", "seed_oss SeedOssForCausalLM", kPostNorms},
    {"exaone4", "exaone4", "exaone4 Exaone4ForCausalLM", kPostNorms},
    {"gpt-oss", "gpt-oss", "gpt_oss GptOssForCausalLM", kGptOss},
    {"deepseek", "deepseek", "deepseek DeepseekForCausalLM", {}},
    {"deepseek2",
     "deepseek2",
     "deepseek_v2 deepseek_v3 DeepseekV2ForCausalLM DeepseekV3ForCausalLM",
     {}},
    {"minicpm", "minicpm", "minicpm MiniCPMForCausalLM", {}},
    {"command-r", "command-r", "cohere CohereForCausalLM", {}},
    {"cohere2", "cohere2", "cohere2 Cohere2ForCausalLM", {}},
    {"stablelm", "stablelm", "stablelm StableLmForCausalLM", {}},
    {"nemotron", "nemotron", "nemotron NemotronForCausalLM", {}},
    {"hunyuan", "hunyuan-dense", "hunyuan_v1_dense HunYuanDenseV1ForCausalLM", {}},
    {"lfm2", "lfm2", "lfm2 Lfm2ForCausalLM", kLfm2},
};

}  // namespace

std::span<const Family> llama_families() {
    return kFamilies;
}

}  // namespace bitlathe
