#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Greedy continuations by bitlathe-cli and by llama.cpp are the same text.

  generate_test.py BITLATHE_CLI [MODEL.gguf ...]     (default: the bundled sample; scripts/interop.sh adds Gemma 3 270M)

llama.cpp gets the same values as F32: it rounds activations where weights are quantized, which moves log-probabilities of
Gemma by up to 0.2 nats. A text that differs all the same is accepted only where our two most probable tokens are less than
NEAR nats apart at the first difference.
"""
import json
import subprocess
import sys
import tempfile
import unittest

from runtime_test import PROMPTS, SAMPLE, ask

NEAR = 0.02
CLI, MODELS = "", []


def ours(model, prompt):
    out = subprocess.run([CLI, "generate", model, "--prompt", prompt, "-n", "16", "--top", "2", "--json", "--quiet"],
                         check=True, stdout=subprocess.PIPE).stdout
    return json.loads(out)


def ask_for_values(model):
    """llama.cpp's answers for the values of a model, all stored as F32."""
    with tempfile.TemporaryDirectory() as folder:
        plan, out = f"{folder}/p.json", f"{folder}/o.gguf"
        for command in (["plan", model, "-o", plan, "--format", "F32", "--no-estimate"],
                        ["export", model, "--plan", plan, "--target", "gguf", "-o", out]):
            subprocess.run([CLI, *command, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        return ask(out)


def near_tie(answer, theirs):
    """Whether the first token where the texts part was a close call."""
    text = ""
    for step in answer["top"]:
        piece = step[0]["token"].replace("\u2581", " ").replace("\u0120", " ").replace("\u010a", "\n")
        if not theirs.startswith(text + piece):
            return step[0]["logprob"] - step[1]["logprob"] < NEAR
        text += piece
    return True


class Greedy(unittest.TestCase):
    def test_same_text_as_llama_cpp(self):
        for model in MODELS:
            for prompt, reply in zip(PROMPTS, ask_for_values(str(model))):
                with self.subTest(model=str(model), prompt=prompt):
                    answer = ours(str(model), prompt)
                    if answer["text"] != reply["text"]:
                        self.assertTrue(near_tie(answer, reply["text"]), (answer["text"], reply["text"]))
                    for token, logprob in reply["top"].items():
                        mine = {str(t["id"]): t["logprob"] for t in answer["top"][0]}
                        if token in mine:
                            self.assertAlmostEqual(mine[token], logprob, delta=NEAR)


if __name__ == "__main__":
    CLI, MODELS = sys.argv[1], sys.argv[2:] or [SAMPLE]
    unittest.main(argv=sys.argv[:1], verbosity=2)
