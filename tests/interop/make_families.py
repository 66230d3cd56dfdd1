#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Small random models of every supported family, in the corners of their configurations, with transformers' own numbers.

  make_families.py OUT_FOLDER FOLDER_WITH_TOKENIZER

Every model becomes a folder like those of ../shared/data/families: config.json, model.safetensors, the tokenizer, ids.i32 (256 token
ids), nll.f32 (255 negative log-likelihoods, float32 arithmetic) and logits_first64.f32. family_test.py compares them with ours,
conversion_test.py takes them to llama.cpp. Needs the packages torch and transformers.
"""
import json
import pathlib
import shutil
import sys

import torch
import transformers

SMALL = dict(vocab_size=1024, hidden_size=64, intermediate_size=160, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2,
             max_position_embeddings=2048)
LLAMA3 = dict(rope_type="llama3", factor=4.0, low_freq_factor=1.0, high_freq_factor=4.0, original_max_position_embeddings=128)
YARN = dict(rope_type="yarn", factor=4.0, original_max_position_embeddings=64)
LONG = dict(rope_type="longrope", short_factor=[1.0 + 0.01 * i for i in range(8)], long_factor=[1.0 + 0.5 * i for i in range(8)])


def rope(theta, **more):
    return {"rope_parameters": {"rope_theta": theta, **({"rope_type": "default"} | more)}}


# Name, architecture, what differs from SMALL.
MODELS = [
    ("llama-bias", "Llama", dict(attention_bias=True, mlp_bias=True, tie_word_embeddings=True)),
    ("llama-multi-query", "Llama", dict(num_key_value_heads=1, head_dim=32, **rope(10000.0))),
    ("llama-linear", "Llama", dict(**rope(10000.0, rope_type="linear", factor=4.0))),
    ("llama-yarn", "Llama", dict(**rope(10000.0, **YARN))),
    ("llama-yarn-betas", "Llama", dict(**rope(10000.0, **YARN, beta_fast=16.0, beta_slow=2.0, attention_factor=1.3))),
    ("llama-dynamic", "Llama", dict(max_position_embeddings=128, **rope(10000.0, rope_type="dynamic", factor=2.0))),
    ("llama-3.2", "Llama", dict(head_dim=32, tie_word_embeddings=True, **rope(500000.0, **LLAMA3))),
    ("llama-gelu", "Llama", dict(hidden_act="gelu", num_key_value_heads=4)),
    ("mistral-plain", "Mistral", dict(sliding_window=None, head_dim=24)),
    ("mistral-short-window", "Mistral", dict(sliding_window=7)),
    ("mixtral-window", "Mixtral", dict(sliding_window=64, num_local_experts=8, num_experts_per_tok=3)),
    ("qwen2-window", "Qwen2", dict(use_sliding_window=True, sliding_window=32, max_window_layers=1, tie_word_embeddings=False)),
    ("qwen2-yarn", "Qwen2", dict(**rope(1000000.0, **YARN))),
    ("qwen2-moe", "Qwen2Moe", dict(num_experts=6, num_experts_per_tok=2, moe_intermediate_size=48, shared_expert_intermediate_size=96)),
    ("qwen2-moe-dense", "Qwen2Moe", dict(num_experts=6, num_experts_per_tok=3, moe_intermediate_size=48, shared_expert_intermediate_size=96,
                                         norm_topk_prob=True, mlp_only_layers=[0])),
    ("qwen2-moe-step", "Qwen2Moe", dict(num_experts=6, num_experts_per_tok=2, moe_intermediate_size=48, shared_expert_intermediate_size=96,
                                        decoder_sparse_step=2, num_hidden_layers=4)),
    ("qwen3-bias", "Qwen3", dict(attention_bias=True, head_dim=24, tie_word_embeddings=True)),
    ("qwen3-window", "Qwen3", dict(use_sliding_window=True, sliding_window=24, max_window_layers=2)),
    ("qwen3-moe-plain", "Qwen3Moe", dict(num_experts=8, num_experts_per_tok=3, moe_intermediate_size=48, norm_topk_prob=False, head_dim=16)),
    ("qwen3-moe-dense", "Qwen3Moe", dict(num_experts=8, num_experts_per_tok=2, moe_intermediate_size=48, mlp_only_layers=[1], head_dim=24,
                                         tie_word_embeddings=True)),
    ("olmoe-norm", "Olmoe", dict(num_experts=8, num_experts_per_tok=3, intermediate_size=48, norm_topk_prob=True, num_key_value_heads=4)),
    ("olmoe-clip", "Olmoe", dict(num_experts=8, num_experts_per_tok=2, intermediate_size=48, clip_qkv=0.7, num_key_value_heads=4)),
    ("gemma1", "Gemma", dict(head_dim=32, num_key_value_heads=1)),
    ("gemma2-free", "Gemma2", dict(head_dim=32, query_pre_attn_scalar=16, attn_logit_softcapping=None, final_logit_softcapping=None,
                                   sliding_window=16)),
    ("gemma2-deep", "Gemma2", dict(head_dim=24, query_pre_attn_scalar=20, num_hidden_layers=5, sliding_window=300)),
    ("gemma3-scaled", "Gemma3Text", dict(head_dim=32, query_pre_attn_scalar=28, num_hidden_layers=6, sliding_window=20, rope_parameters={
        "full_attention": {"rope_type": "linear", "factor": 8.0, "rope_theta": 1000000.0},
        "sliding_attention": {"rope_type": "default", "rope_theta": 10000.0}})),
    ("gemma3-layers", "Gemma3Text", dict(head_dim=16, query_pre_attn_scalar=16, sliding_window=20, final_logit_softcapping=9.0,
                                         layer_types=["full_attention", "sliding_attention", "full_attention"])),
    ("gpt2-inner", "GPT2", dict(n_inner=100, activation_function="gelu")),
    ("gpt2-scaled", "GPT2", dict(scale_attn_by_inverse_layer_idx=True, activation_function="relu", tie_word_embeddings=False)),
    ("phi2-norm", "Phi", dict(qk_layernorm=True, num_key_value_heads=4, intermediate_size=256,
                              **rope(10000.0, partial_rotary_factor=0.5))),
    ("phi2-grouped", "Phi", dict(num_key_value_heads=2, intermediate_size=200, hidden_act="gelu_new",
                                 **rope(10000.0, partial_rotary_factor=0.25))),
    ("phi3-partial", "Phi3", dict(num_key_value_heads=4, sliding_window=33, **rope(10000.0, partial_rotary_factor=0.75), pad_token_id=0)),
    ("phi3-long", "Phi3", dict(max_position_embeddings=512, original_max_position_embeddings=128, pad_token_id=0, **rope(10000.0, **LONG))),
    ("phi3-short", "Phi3", dict(max_position_embeddings=8192, original_max_position_embeddings=1024, pad_token_id=0, **rope(10000.0, **LONG))),
    ("olmo2-heads", "Olmo2", dict(num_key_value_heads=4, attention_bias=True)),
    ("granite-bias", "Granite", dict(attention_bias=True, mlp_bias=True, attention_multiplier=0.2, embedding_multiplier=3.0, logits_scaling=4.0,
                                     residual_multiplier=0.3)),
    ("granite-moe", "GraniteMoe", dict(num_local_experts=6, num_experts_per_tok=2, intermediate_size=48, attention_multiplier=0.2,
                                       embedding_multiplier=3.0, logits_scaling=4.0, residual_multiplier=0.3)),
    ("granite-moe-shared", "GraniteMoeShared", dict(num_local_experts=6, num_experts_per_tok=3, intermediate_size=48, shared_intermediate_size=96,
                                                    attention_multiplier=0.3, embedding_multiplier=2.0, logits_scaling=2.0,
                                                    residual_multiplier=0.5, tie_word_embeddings=True)),
    ("olmo3-window", "Olmo3", dict(sliding_window=24, num_hidden_layers=5, **rope(500000.0))),
    ("olmo3-layers", "Olmo3", dict(sliding_window=24, num_hidden_layers=4, layer_types=["sliding_attention", "full_attention"] * 2)),
    ("smollm3-rope", "SmolLM3", dict(no_rope_layers=[0, 1, 1], pad_token_id=0)),
    ("smollm3-window", "SmolLM3", dict(use_sliding_window=True, sliding_window=20, pad_token_id=0,
                                       layer_types=["sliding_attention", "full_attention", "sliding_attention"])),
    ("glm4-plain", "Glm4", dict(attention_bias=False, head_dim=32, pad_token_id=0, **rope(10000.0, partial_rotary_factor=0.25))),
    ("ernie4_5-bias", "Ernie4_5", dict(use_bias=True, head_dim=24)),
    ("seed-oss-out", "SeedOss", dict(attention_out_bias=True, mlp_bias=True, head_dim=24)),
    ("exaone4-global", "Exaone4", dict(sliding_window=None, layer_types=["full_attention"] * 3)),
    ("exaone4-pattern", "Exaone4", dict(sliding_window=24, sliding_window_pattern=4, num_hidden_layers=5)),
]
GPT2 = dict(vocab_size=1024, n_embd=64, n_head=4, n_layer=3, n_positions=512)


def older_spelling(config):
    """config.json as transformers wrote it before version 5: theta by itself, its scaling in rope_scaling."""
    parameters = config.pop("rope_parameters", None)
    if not parameters or "rope_theta" not in parameters:
        return {**config, "rope_parameters": parameters} if parameters else config
    config["rope_theta"] = parameters.pop("rope_theta")
    if "partial_rotary_factor" in parameters:
        config["partial_rotary_factor"] = parameters.pop("partial_rotary_factor")
    config["rope_scaling"] = None if parameters.get("rope_type") == "default" else parameters
    config["torch_dtype"] = config.pop("dtype", "float32")
    return config


def randomise(model, generator):
    """Weights as large as in trained models, norms near one, biases that matter."""
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            noise = torch.randn(parameter.shape, generator=generator)
            if parameter.dim() == 1:
                scale, base = (0.2, 0.0 if name.endswith("bias") or "gemma" in type(model).__name__.lower() else 1.0)
                parameter.copy_(base + scale * noise)
            else:
                parameter.copy_(1.4 * noise / parameter.shape[-1] ** 0.5)


def make(out, tokenizer, index, name, architecture, differences):
    generator = torch.Generator().manual_seed(index)
    small = GPT2 if architecture == "GPT2" else SMALL
    config_class = getattr(transformers, {"Gemma3Text": "Gemma3TextConfig"}.get(architecture, architecture + "Config"))
    model_class = getattr(transformers, {"Gemma3Text": "Gemma3ForCausalLM", "GPT2": "GPT2LMHeadModel"}.get(architecture, architecture + "ForCausalLM"))
    config = config_class(**{**small, **differences})
    config._attn_implementation = "eager"
    model = model_class(config).eval()
    randomise(model, generator)
    folder = out / name
    dtype = torch.bfloat16 if index % 2 else torch.float32
    model.to(dtype).save_pretrained(folder)
    model = model_class.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    ids = torch.randint(3, 1024, (1, 256), generator=generator)
    with torch.no_grad():
        logits = model(ids).logits[0].float()
        # The rotation of "dynamic" depends on how long the text is.
        first = model(ids[:, :64]).logits[0].float() if name == "llama-dynamic" else logits[:64]
    nll = torch.nn.functional.cross_entropy(logits[:-1], ids[0, 1:], reduction="none")
    ids.numpy().astype("<i4").tofile(folder / "ids.i32")
    nll.numpy().astype("<f4").tofile(folder / "nll.f32")
    first.numpy().astype("<f4").tofile(folder / "logits_first64.f32")
    for file in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(tokenizer / file, folder / file)
    if index % 3 == 0:
        written = folder / "config.json"
        written.write_text(json.dumps(older_spelling(json.loads(written.read_text())), indent=1))
    print(f"{name}: mean nll {nll.mean():.4f}, logits' sigma {logits.std():.3f}")


def main():
    out, tokenizer = map(pathlib.Path, sys.argv[1:3])
    for index, (name, architecture, differences) in enumerate(MODELS):
        make(out, tokenizer, index, name, architecture, differences)


if __name__ == "__main__":
    main()
