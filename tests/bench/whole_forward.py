#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Perplexity of a text as a whole process, and continuing it, against llama.cpp in the same run.

  whole_forward.py BITLATHE_CLI [--folder DIR] [--threads 2] [--formats F16,Q8_0,Q4_K]

Makes a llama-shaped GGUF (dim 2048, 8 blocks, vocabulary 32,000) once in each format. `bitlathe-cli eval` is timed from start to end
over 2,048 tokens in windows of 512: reading the file, the output head and the losses of every second half included. llama.cpp,
out of the xllamacpp wheel, is timed by its own clock over four prompts of 512 tokens: its model is loaded already, and it computes the
head for one token of each, which is less than llama-perplexity does. Continuing is measured by both programs' own clocks over 64
tokens after a prompt of 16. Profiling is `bitlathe-cli profile` over the same tokens as a whole process, project written: all that
llama-imatrix collects and more. Memory is the most anonymous memory that `eval` held, looked at every 10 ms, beside what must be:
the residual stream of all tokens twice, and the weights of the largest block in float32. Needs numpy, gguf and xllamacpp.
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
DIM, FF, KV = 2048, 5632, 512
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

    whole_export.make_model(path, dim=DIM, ff=FF, kv=KV, writer_class=WithVocabulary)


def run(command):
    start = time.perf_counter()
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()
    return time.perf_counter() - start, json.loads(out.strip().splitlines()[-1] if command[0] == sys.executable else out)


def peak_memory(command):
    """Most anonymous memory of a process, MiB."""
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            try:
                status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            except OSError:
                break
            peak = max([peak, *(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon"))])
            time.sleep(0.01)
    return peak / 1024


def needed_memory():
    """What H4's formula asks for, MiB: two residual streams and one block, all in float32."""
    block = 2 * DIM * (DIM + KV) + 3 * DIM * FF
    return (2 * WINDOW * WINDOWS * DIM + block) * 4 / 2**20


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
        scoring = [a.cli, "eval", model, "--text", text, "--ctx", str(WINDOW), "--chunks", str(WINDOWS)]
        watching = [a.cli, "profile", model, "--text", text, "--ctx", str(WINDOW), "--tokens", str(WINDOW * WINDOWS), "--force",
                    "-o", folder / "forward.bitlathe"]
        continuing = [a.cli, "generate", model, "--prompt", "the quick brown", "-n", str(CONTINUED)]
        ours, profiled, theirs, continued = [], [], [], []
        options = ["--threads", str(a.threads), "--json", "--quiet"]
        for _ in range(a.rounds):
            ours.append(WINDOW * WINDOWS / run(scoring + options)[0])
            profiled.append(WINDOW * WINDOWS / run(watching + options)[0])
            continued.append(run(continuing + options)[1]["tokens_per_second"])
            theirs.append(run([sys.executable, "-c", PEER, str(model), str(a.threads), str(WINDOWS), str(WINDOW),
                               str(CONTINUED)])[1])
        forward = max(t["forward"] for t in theirs)
        generate = max(t["generate"] for t in theirs)
        print(f"{name:6} forward {max(ours):6.1f} tokens/s, llama.cpp {forward:6.1f}: {max(ours) / forward:.2f} x;   "
              f"profile {max(profiled):6.1f}: {max(profiled) / forward:.2f} x its forward;   "
              f"generate {max(continued):6.1f}, llama.cpp {generate:6.1f}: {max(continued) / generate:.2f} x;   "
              f"memory of eval {peak_memory(scoring + options):.0f} MiB, needed {needed_memory():.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
