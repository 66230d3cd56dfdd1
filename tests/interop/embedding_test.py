#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A BERT folder, converted by us, makes the vectors in llama.cpp that it makes in transformers.

  embedding_test.py BITLATHE_CLI FOLDER      (scripts/interop.sh gives all-MiniLM-L6-v2)

The folder becomes a GGUF with F32 weights, and one of 8 bits. llama.cpp loads both in processes of their own and pools as the GGUF
says; its vectors of some texts are compared with the mean of transformers' last states. ggml's table of the activation rounds to
F16, which is most of the difference that is left. Needs the packages torch, transformers and xllamacpp.
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import torch
import transformers

CLI, FOLDER = "", pathlib.Path()
TEXTS = ["The old man looked at the sea.", "Der König sprach zu seinem jüngsten Sohn.", "x", "你好，世界。 42 km/h (naïve)",
         "It was a dark night and the wind howled. " * 20]
ASK = """
import json, sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.cpuparams.n_threads = sys.argv[1], 512, 1, 2
params.n_batch = params.n_ubatch = 512
params.embedding = True
server = xllamacpp.Server(params)
reply = server.handle_embeddings({"input": json.loads(sys.argv[2])})
print("\\n" + json.dumps([row["embedding"] for row in sorted(reply["data"], key=lambda row: row["index"])]))
"""


def ask(model):
    """llama.cpp's vector of every text."""
    reply = subprocess.run([sys.executable, "-c", ASK, str(model), json.dumps(TEXTS)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if reply.returncode != 0:
        raise AssertionError(reply.stderr.decode(errors="replace")[-2000:])
    return torch.tensor(json.loads(reply.stdout.decode().strip().splitlines()[-1]))


def expected():
    """The normalised mean of the last states, text by text."""
    tokenizer = transformers.AutoTokenizer.from_pretrained(FOLDER)
    model = transformers.AutoModel.from_pretrained(FOLDER, attn_implementation="eager").eval()
    rows = []
    with torch.no_grad():
        for text in TEXTS:
            states = model(**tokenizer(text, return_tensors="pt")).last_hidden_state[0]
            rows.append(torch.nn.functional.normalize(states.mean(0), dim=0))
    return torch.stack(rows)


def convert(*arguments):
    return subprocess.run([CLI, *map(str, arguments), "--json", "--quiet"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


class Embeddings(unittest.TestCase):
    def test_llama_cpp_makes_the_same_vectors(self):
        wanted = expected()
        with tempfile.TemporaryDirectory() as name:
            out = pathlib.Path(name)
            done = convert("convert", FOLDER, "--target", "gguf", "-o", out / "f32.gguf", "--format", "F32")
            self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
            for step in (("plan", FOLDER, "-o", out / "plan.json", "--target", "gguf", "--preset", "Q8_0", "--no-estimate"),
                         ("export", FOLDER, "--plan", out / "plan.json", "--target", "gguf", "-o", out / "q8.gguf")):
                done = convert(*step)
                self.assertEqual(done.returncode, 0, done.stdout.decode() + done.stderr.decode())
            for file, bound in (("f32.gguf", 1e-3), ("q8.gguf", 5e-3)):
                got = torch.nn.functional.normalize(ask(out / file), dim=1)
                far = 1 - (got * wanted).sum(1)
                print(f"{file}: 1 - cosine at most {far.max():.1e}, largest difference {(got - wanted).abs().max():.1e}")
                self.assertLess(far.max().item(), bound)


if __name__ == "__main__":
    CLI, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1], verbosity=2)
