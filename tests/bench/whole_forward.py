#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Perplexity of a text as a whole process, and continuing it, against llama.cpp in the same run.

  whole_forward.py BITLATHE_CLI [--folder DIR] [--threads 2] [--formats F16,Q8_0,Q4_K]

Makes a llama-shaped GGUF (dim 2048, 8 blocks, vocabulary 32,000) once in each format. `bitlathe-cli eval` is timed from start to end
over 2,048 tokens in windows of 512: reading the file, the output head and the losses of every second half included. llama.cpp,
out of the xllamacpp wheel, is timed by its own clock over four prompts of 512 tokens: its model is loaded already, and it computes the
head for one token of each, which is less than llama-perplexity does. Continuing is measured by both programs' own clocks over 64
tokens after a prompt of 16. Needs numpy, gguf and xllamacpp.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import time

import whole_export

WINDOW, WINDOWS, CONTINUED = 512, 4, 64
PEER = """
import json, sys, xllamacpp
model, threads, windows, window, continued = sys.argv[1], *map(int, sys.argv[2:])
p = xllamacpp.CommonParams()
p.model.path, p.n_ctx, p.n_parallel, p.n_batch, p.n_ubatch = model, window + continued, 1, window, window
p.cpuparams.n_threads = p.cpuparams_batch.n_threads = threads
p.warmup = True
server = xllamacpp.Server(p)
def ask(ids, predict):
    return server.handle_completions({"prompt": ids, "n_predict": predict, "temperature": 0, "cache_prompt": False,
                                      "ignore_eos": True})["timings"]
ids = lambda begin, count: [300 + (begin + i) * 37 % 31000 for i in range(count)]
prompts = [ask(ids(w * 1000, window), 1) for w in range(windows + 1)][1:]
print("\\n" + json.dumps({"forward": sum(t["prompt_n"] for t in prompts) / sum(t["prompt_ms"] for t in prompts) * 1e3,
                         "generate": ask(ids(7, 16), continued)["predicted_per_second"]}))
"""


def make_model(path, vocabulary=32000):
    """The model of whole_export.py with a vocabulary: bytes, then pairs of letters that no text has."""
    import gguf
    tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{b:02X}>" for b in range(256)]
    types = [2, 3, 3] + [6] * 256
    while len(tokens) < vocabulary:
        tokens.append(chr(0x4E00 + len(tokens) % 20000) + chr(0x4E00 + len(tokens) // 20000))
        types.append(1)

    class WithVocabulary(gguf.GGUFWriter):
        def write_header_to_file(self, *args, **kwargs):
            self.add_tokenizer_model("llama")
            self.add_token_list(tokens)
            self.add_token_scores([-float(i) for i in range(vocabulary)])
            self.add_token_types(types)
            super().write_header_to_file(*args, **kwargs)

    whole_export.make_model(path, writer_class=WithVocabulary)


def run(command):
    start = time.perf_counter()
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    return time.perf_counter() - start, json.loads(out.strip().splitlines()[-1] if command[0] == sys.executable else out)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--folder", default="/tmp/bitlathe-bench")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--formats", default="F16,Q8_0,Q4_K")
    parser.add_argument("--rounds", type=int, default=3)
    a = parser.parse_args()
    folder = pathlib.Path(a.folder)
    folder.mkdir(exist_ok=True)
    source, text = folder / "forward-F16.gguf", folder / "forward.txt"
    if not source.exists():
        make_model(str(source) + ".tmp")
        os.rename(str(source) + ".tmp", source)
    text.write_text("the quick brown fox jumps over the lazy dog. " * 100)
    for name in a.formats.split(","):
        model = folder / f"forward-{name}.gguf"
        if not model.exists():
            plan = folder / f"forward-{name}.plan"
            subprocess.run([a.cli, "plan", source, "-o", plan, "--format", name, "--no-estimate", "--quiet"], check=True, stdout=subprocess.DEVNULL)
            subprocess.run([a.cli, "export", source, "--plan", plan, "--target", "gguf", "-o", model, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        ours, theirs, continued = [], [], []
        for _ in range(a.rounds):
            ours.append(WINDOW * WINDOWS / run([a.cli, "eval", model, "--text", text, "--ctx", str(WINDOW), "--chunks",
                                                str(WINDOWS), "--threads", str(a.threads), "--json", "--quiet"])[0])
            continued.append(run([a.cli, "generate", model, "--prompt", "the quick brown", "-n", str(CONTINUED),
                                  "--threads", str(a.threads), "--json", "--quiet"])[1]["tokens_per_second"])
            theirs.append(run([sys.executable, "-c", PEER, str(model), str(a.threads), str(WINDOWS), str(WINDOW),
                               str(CONTINUED)])[1])
        forward = max(t["forward"] for t in theirs)
        generate = max(t["generate"] for t in theirs)
        print(f"{name:6} forward {max(ours):6.1f} tokens/s, llama.cpp {forward:6.1f}: {max(ours) / forward:.2f} x;   "
              f"generate {max(continued):6.1f}, llama.cpp {generate:6.1f}: {max(continued) / generate:.2f} x", flush=True)


if __name__ == "__main__":
    main()
