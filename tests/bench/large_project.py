#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A project of 1.06 GB for start_time.py: the Gram matrices of all inputs of a made-up model.

  large_project.py BITLATHE_CLI [--folder DIR] [--blocks 12]

Makes a llama-shaped model folder in BF16 (width 2048, 5632 between, about 100 MB a block) and profiles 64 tokens of it with --gram.
Both stay in DIR and are made once. Prints the path of the project.
"""
import argparse
import json
import pathlib
import random
import struct
import subprocess

WIDTH, BETWEEN, HEADS, VOCABULARY, TOKENS = 2048, 5632, 16, 512, 64
PIECE = 1 << 20


def shapes(blocks):
    yield "model.embed_tokens.weight", [VOCABULARY, WIDTH]
    for block in range(blocks):
        stem = f"model.layers.{block}."
        for norm in ("input_layernorm", "post_attention_layernorm"):
            yield stem + norm + ".weight", [WIDTH]
        for name in ("q", "k", "v", "o"):
            yield f"{stem}self_attn.{name}_proj.weight", [WIDTH, WIDTH]
        for name, shape in (("gate", [BETWEEN, WIDTH]), ("up", [BETWEEN, WIDTH]), ("down", [WIDTH, BETWEEN])):
            yield f"{stem}mlp.{name}_proj.weight", shape
    yield "model.norm.weight", [WIDTH]


def make_model(folder, blocks):
    folder.mkdir(parents=True)
    header, end, sizes = {}, 0, []
    for name, shape in shapes(blocks):
        sizes.append(2 * shape[0] * (shape[1] if len(shape) > 1 else 1))
        header[name] = {"dtype": "BF16", "shape": shape, "data_offsets": [end, end + sizes[-1]]}
        end += sizes[-1]
    # Of either sign, 0.008 to 0.03: the second byte says sign and exponent.
    rng = random.Random(1)
    piece = bytearray(rng.randbytes(PIECE))
    piece[1::2] = bytes(0xBC if b & 1 else 0x3C for b in piece[1::2])
    text = json.dumps(header).encode()
    with open(folder / "model.safetensors", "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for size in sizes:
            for begin in range(0, size, PIECE):
                file.write(piece[:min(PIECE, size - begin)])
    config = {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": WIDTH, "intermediate_size": BETWEEN,
              "num_hidden_layers": blocks, "num_attention_heads": HEADS, "num_key_value_heads": HEADS, "vocab_size": VOCABULARY,
              "rms_norm_eps": 1e-5, "rope_theta": 10000.0, "max_position_embeddings": 2048, "tie_word_embeddings": True}
    (folder / "config.json").write_text(json.dumps(config))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("--folder", default="/tmp/bitlathe-bench", type=pathlib.Path)
    parser.add_argument("--blocks", type=int, default=12)
    a = parser.parse_args()
    model, project = a.folder / f"wide-{a.blocks}", a.folder / f"wide-{a.blocks}.bitlathe"
    if not model.exists():
        make_model(model, a.blocks)
    if not project.exists():
        ids = a.folder / "wide-ids.json"
        ids.write_text(json.dumps([3 + i * 37 % (VOCABULARY - 3) for i in range(TOKENS)]))
        subprocess.run([a.cli, "profile", model, "--ids", ids, "--ctx", str(TOKENS), "--gram", "attn_q,attn_o,mlp_up,mlp_down",
                        "--gram-bytes", "4G", "-o", project, "--quiet"], check=True, stdout=subprocess.DEVNULL)
    print(project)


if __name__ == "__main__":
    main()
