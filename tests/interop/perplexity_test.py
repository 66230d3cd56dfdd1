#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our perplexity of a model and a text beside the one llama.cpp's own predictions give.

  perplexity_test.py BITLATHE_CLI MODEL.gguf TEXT [WINDOWS [CONTEXT]]

The protocol is that of llama-perplexity: windows of 512 tokens unless told, the first one replaced where the model begins texts with one of its
own, the second half scored. llama.cpp is asked for its 4,096 likeliest next tokens at each scored place; places where the token that
follows is not among them, or where it tells no probabilities (the likeliest token ends the text or is half a letter), are left out
of both sides. llama.cpp rounds activations to 8 bits where weights are quantized, so the two are not equal.
"""
import csv
import json
import math
import pathlib
import subprocess
import sys
import tempfile

LIKELIEST, BOUND = 4096, 0.005
ASK = """
import json, sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.cpuparams.n_threads = sys.argv[1], int(sys.argv[4]), 1, 2
params.swa_full = True
server = xllamacpp.Server(params)
for window in json.load(open(sys.argv[2])):
    answers = []
    for length in range(len(window) // 2 + 1, len(window)):
        reply = server.handle_completions({"prompt": window[:length], "n_predict": 1, "n_probs": int(sys.argv[3]), "temperature": 0,
                                           "cache_prompt": True, "post_sampling_probs": False})["choices"][0]["logprobs"]
        told = reply and {t["id"]: t["logprob"] for t in reply["content"][0]["top_logprobs"]}
        answers.append(told.get(window[length]) if told else None)
    print("\\nANSWERS " + json.dumps(answers), flush=True)
"""


def run(cli, *arguments):
    done = subprocess.run([cli, *map(str, arguments), "--json", "--quiet"], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)
    return json.loads(done.stdout)


def main():
    cli, model, text = sys.argv[1:4]
    windows = int(sys.argv[4]) if len(sys.argv) > 4 else 4
    context = int(sys.argv[5]) if len(sys.argv) > 5 else 512
    with tempfile.TemporaryDirectory() as out:
        out = pathlib.Path(out)
        run(cli, "eval", model, "--text", text, "--ctx", context, "--chunks", windows, "--protocol", "llama.cpp", "--per-token", out / "scores.csv")
        with open(out / "scores.csv") as file:
            rows = list(csv.DictReader(file))
        ids = run(cli, "tokenize", model, "--text", text)["ids"]
        begins = run(cli, "tokenize", model, "--prompt", "")["ids"][:1]
        cut = [begins + ids[w * context + len(begins):(w + 1) * context] for w in range(windows)]
        for row in rows:
            assert cut[int(row["window"])][int(row["position"])] == int(row["id"]), row
        (out / "windows.json").write_text(json.dumps(cut))
        peer = subprocess.run([sys.executable, "-c", ASK, model, out / "windows.json", str(LIKELIEST), str(context)],
                              capture_output=True, text=True)
        if peer.returncode != 0:
            sys.exit(peer.stderr[-2000:])
    theirs = [x for line in peer.stdout.splitlines() if line.startswith("ANSWERS ") for x in json.loads(line[8:])]
    assert len(theirs) == len(rows), (len(theirs), len(rows))
    pairs = [(float(row["nll"]), -p) for row, p in zip(rows, theirs) if p is not None]
    ours, peers = (math.exp(sum(side) / len(pairs)) for side in zip(*pairs))
    print(f"{pathlib.Path(model).name}: perplexity {ours:.4f}, llama.cpp {peers:.4f} ({ours / peers - 1:+.3%}), {len(pairs)} of {len(rows)} tokens")
    if len(pairs) < 0.9 * len(rows) or abs(ours / peers - 1) > BOUND:
        sys.exit(1)


if __name__ == "__main__":
    main()
