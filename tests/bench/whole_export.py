#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole exports as whole processes, against ggml's quantizers in the same run.

  whole_export.py BITLATHE_CLI [--folder DIR] [--threads 2] [--presets Q4_K_M,Q8_0,Q4_0]

Makes a llama-shaped F16 GGUF of about 1 GB (dim 2048, 8 blocks, vocabulary 32,000; t(6)-distributed weights) once, then times
`bitlathe-cli export` (read back and compared, hashed, made durable) and a process that reads the same file, quantizes every
tensor to the same types with the ggml library of the xllamacpp wheel on as many threads, and writes it, without reading back:
what llama-quantize does. Needs numpy, gguf and xllamacpp.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "interop"))


def make_model(path, dim=2048, ff=5632, blocks=8, vocabulary=32000, kv=512, writer_class=None):
    import gguf
    import numpy as np
    rng = np.random.default_rng(1)
    writer = (writer_class or gguf.GGUFWriter)(path, "llama")
    writer.add_context_length(2048)
    writer.add_embedding_length(dim)
    writer.add_block_count(blocks)
    writer.add_feed_forward_length(ff)
    writer.add_head_count(32)
    writer.add_head_count_kv(8)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_file_type(1)

    def add(name, *shape):
        weights = rng.standard_t(6, shape).astype(np.float32) * 0.02
        writer.add_tensor(name, weights if len(shape) == 1 else weights.astype(np.float16))

    add("token_embd.weight", vocabulary, dim)
    add("output.weight", vocabulary, dim)
    add("output_norm.weight", dim)
    for block in range(blocks):
        for name, *shape in (("attn_norm", dim), ("attn_q", dim, dim), ("attn_k", kv, dim), ("attn_v", kv, dim),
                             ("attn_output", dim, dim), ("ffn_norm", dim), ("ffn_gate", ff, dim), ("ffn_up", ff, dim),
                             ("ffn_down", dim, ff)):
            add(f"blk.{block}.{name}.weight", *shape)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def peer(source, destination, plan, threads):
    """The peer process: quantize every tensor as the plan says, and write."""
    import ggml_reference
    import gguf
    import numpy as np
    formats = {name: recipe["format"] for name, recipe in json.loads(pathlib.Path(plan).read_text())["tensors"].items()}
    with open(destination, "wb") as out:
        for tensor in gguf.GGUFReader(source).tensors:
            if formats[tensor.name] in ggml_reference.TYPES:
                weights = np.ascontiguousarray(tensor.data, np.float32)
                out.write(ggml_reference.quantize(formats[tensor.name], weights, threads=threads))
            else:
                out.write(tensor.data)


def timed(command):
    os.sync()
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.PIPE)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--folder", default="/tmp/bitlathe-bench")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--presets", default="Q4_K_M,Q8_0,Q4_0")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--peer", nargs=3, help=argparse.SUPPRESS)
    a = parser.parse_args()
    if a.peer:
        return peer(*a.peer, a.threads)
    folder = pathlib.Path(a.folder)
    folder.mkdir(exist_ok=True)
    source = folder / "llama-f16.gguf"
    if not source.exists():
        make_model(str(source) + ".tmp")
        os.rename(str(source) + ".tmp", source)
    print(f"source {source.stat().st_size / 1e9:.2f} GB, {a.threads} threads, best of {a.rounds}")
    for preset in a.presets.split(","):
        plan, out = folder / f"{preset}.plan", folder / "out.gguf"
        subprocess.run([a.cli, "plan", source, "-o", plan, "--preset", preset, "--no-estimate", "--quiet"], check=True,
                       stdout=subprocess.DEVNULL)
        ours, theirs = [], []
        for _ in range(a.rounds):
            ours.append(timed([a.cli, "export", source, "--plan", plan, "--target", "gguf", "-o", out, "--force",
                               "--threads", str(a.threads), "--quiet"]))
            out.unlink()
            if not a.no_peer:
                theirs.append(timed([sys.executable, __file__, a.cli, "--threads", str(a.threads), "--peer",
                                     source, out, plan]))
                out.unlink()
        line = f"{preset:8} bitlathe {min(ours):6.2f} s"
        print(line + (f"   ggml {min(theirs):6.2f} s   {min(theirs) / min(ours):.2f} x" if theirs else ""), flush=True)


if __name__ == "__main__":
    main()
