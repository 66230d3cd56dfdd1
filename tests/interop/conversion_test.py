#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of Hugging Face, converted by us, in the real runtime.

  conversion_test.py BITLATHE_CLI FOLDER_OF_FAMILIES

Every family is converted to a GGUF with F32 weights and loaded by llama.cpp in a process of its own. Its log-probabilities of the
next token, over the whole vocabulary, are compared with those of transformers (logits_first64.f32) after some of the reference
ids, and with ours after a text, which takes the converted tokenizer along. llama.cpp keeps keys and values in F32 here and takes
the plain way through attention (the fast one rounds to F16), so that what is left is nearly nothing. Families that llama.cpp
cannot run are refused with a reason.
"""
import json
import math
import pathlib
import re
import struct
import subprocess
import sys
import tempfile
import unittest

CLI, FAMILIES = "", pathlib.Path()
VOCABULARY = 1024
REFUSED = {"exaone4": "rotation of positions", "olmoe": "key heads"}
ROPE_OF_CONTEXT = ["phi3-long"]  # llama.cpp chooses factors by the context, transformers by the text
TEXT = "The old man looked at the sea, and it's 42 years ago."
ASK = """
import json, sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.cpuparams.n_threads = sys.argv[1], 512, 1, 2
params.cache_type_k = params.cache_type_v = xllamacpp.ggml_type.GGML_TYPE_F32
params.flash_attn_type = xllamacpp.llama_flash_attn_type.LLAMA_FLASH_ATTN_TYPE_DISABLED
server = xllamacpp.Server(params)
answers = []
for prompt in json.loads(sys.argv[2]):
    reply = server.handle_completions({"prompt": prompt, "n_predict": 1, "n_probs": 1024, "temperature": 0,
                                       "cache_prompt": False, "post_sampling_probs": False})["choices"][0]
    chosen = reply["logprobs"]  # nothing where the likeliest token ends the text or is half a letter
    answers.append(chosen and {str(t["id"]): t["logprob"] for t in chosen["content"][0]["top_logprobs"]})
print("\\n" + json.dumps(answers))
"""


def numbers(path, kind):
    raw = path.read_bytes()
    return struct.unpack(f"<{len(raw) // 4}{kind}", raw)


def log_softmax(logits):
    top = max(logits)
    total = top + math.log(sum(math.exp(x - top) for x in logits))
    return [x - total for x in logits]


def run(*arguments):
    return subprocess.run([CLI, *arguments, "--json", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ask(model, prompts):
    """llama.cpp's log-probabilities by token id, for every prompt."""
    reply = subprocess.run([sys.executable, "-c", ASK, str(model), json.dumps(prompts)], stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE)
    if reply.returncode != 0:
        raise AssertionError(reply.stderr.decode(errors="replace")[-2000:])
    return [answer and {int(i): p for i, p in answer.items()} for answer in json.loads(reply.stdout.decode().strip().splitlines()[-1])]


def same_up_to(warnings):
    """The number of tokens from which on the warnings say that llama.cpp computes something else."""
    return min((int(n) for warning in warnings for n in re.findall(r"(\d+) tokens", warning)), default=65)


def distances(wanted, got):
    """Largest difference of the five likeliest, and of all."""
    difference = {token: abs(p - got[token]) for token, p in wanted.items() if token in got}
    likeliest = sorted(wanted, key=wanted.get)[-5:]
    return max(difference.get(token, math.inf) for token in likeliest), max(difference.values())


class Conversions(unittest.TestCase):
    def test_llama_cpp_computes_the_same(self):
        for folder in sorted(path for path in FAMILIES.iterdir() if path.is_dir()):
            with self.subTest(family=folder.name), tempfile.TemporaryDirectory() as out:
                gguf = pathlib.Path(out) / "model.gguf"
                done = run("convert", str(folder), "--target", "gguf", "-o", str(gguf), "--format", "F32")
                if folder.name in REFUSED:
                    self.assertEqual(done.returncode, 4, done.stderr.decode())
                    self.assertIn(REFUSED[folder.name], json.loads(done.stdout)["error"]["message"])
                    self.assertFalse(gguf.exists())
                    continue
                if done.returncode == 4 and folder.parent.name != "families":
                    print(f"{folder.name}: {json.loads(done.stdout)['error']['message']}")
                    continue
                self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
                self.compare(folder, gguf, same_up_to(json.loads(done.stdout)["warnings"]))

    def compare(self, folder, gguf, longest):
        ids = numbers(folder / "ids.i32", "i")
        logits = numbers(folder / "logits_first64.f32", "f")
        lengths = [n for n in range(4, 65, 6) if n < longest]
        texts = [] if longest < 32 or folder.name in ROPE_OF_CONTEXT else [TEXT]
        answers = ask(gguf, [list(ids[:n]) for n in lengths] + texts)
        wanted = [dict(enumerate(log_softmax(logits[(n - 1) * VOCABULARY:n * VOCABULARY]))) for n in lengths]
        for text in texts:
            ours = json.loads(run("generate", str(folder), "--prompt", text, "-n", "1", "--top", str(VOCABULARY)).stdout)
            wanted.append({row["id"]: row["logprob"] for row in ours["top"][0]})
        worst_top, worst = 0, 0
        told = [(reference, answer) for reference, answer in zip(wanted, answers) if answer]
        self.assertGreater(len(told), 0)
        for reference, answer in told:
            self.assertEqual(len(answer), VOCABULARY)
            top, everywhere = distances(reference, answer)
            worst_top, worst = max(worst_top, top), max(worst, everywhere)
        print(f"{folder.name}: |delta log p| of the five likeliest at most {worst_top:.4f}, of all {worst:.4f}")
        self.assertLess(worst_top, 0.005)
        self.assertLess(worst, 0.02)


if __name__ == "__main__":
    CLI, FAMILIES = sys.argv[1], pathlib.Path(sys.argv[2])
    if not FAMILIES.is_dir():
        sys.exit(f"SKIPPED, reference data is missing: {FAMILIES}")
    unittest.main(argv=sys.argv[:1], verbosity=2)
