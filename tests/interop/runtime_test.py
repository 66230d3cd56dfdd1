#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our exports in the real runtime: llama.cpp loads them, continues a text, and stays close to the original.

  runtime_test.py BITLATHE_CLI [MODEL.gguf ...]     (default: the bundled sample; scripts/interop.sh adds Gemma 3 270M)

Every export is loaded by llama.cpp in a process of its own; its log-probabilities of the next token after each of some prompts are
compared with those of the source. The bounds on the mean absolute difference of the five likeliest tokens are loose by
design: they tell a broken tensor (whole nats) from quantization (tenths).
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "resources/sample/storybook-7m-bf16.gguf"
PROMPTS = ["Once upon a time there was a", "The king said to his youngest son", "It was a dark night and the"]
ASK = """
import json, sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.cpuparams.n_threads = sys.argv[1], 512, 1, 2
server = xllamacpp.Server(params)
answers = []
for prompt in json.loads(sys.argv[2]):
    reply = server.handle_completions({"prompt": prompt, "n_predict": 16, "n_probs": 5, "temperature": 0,
                                       "post_sampling_probs": False})["choices"][0]
    first = reply["logprobs"]["content"][0]["top_logprobs"]
    answers.append({"text": reply["text"], "top": {str(t["id"]): t["logprob"] for t in first}})
print("\\n" + json.dumps(answers))
"""
CLI, MODELS = "", []


def ask(model):
    """llama.cpp's continuation and likeliest next tokens for every prompt."""
    reply = subprocess.run([sys.executable, "-c", ASK, str(model), json.dumps(PROMPTS)], check=True,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    return json.loads(reply.decode().strip().splitlines()[-1])


def distance(reference, other):
    """Mean absolute difference of log-probability over the reference's likeliest tokens."""
    differences = [abs(logprob - b["top"].get(token, min(b["top"].values())))
                   for a, b in zip(reference, other) for token, logprob in a["top"].items()]
    return sum(differences) / len(differences)


class Exports(unittest.TestCase):
    PLANS = {"Q8_0": (["--preset", "Q8_0"], 0.15), "Q4_K_M": (["--preset", "Q4_K_M"], 0.8),
             "5bpw": (["--budget", "5.0bpw", "--lock", "blk.0.*=Q8_0"], 0.8)}

    def test_llama_cpp_runs_them(self):
        for model in MODELS:
            reference = ask(model)
            for name, (how, bound) in self.PLANS.items():
                with self.subTest(model=pathlib.Path(model).name, plan=name), tempfile.TemporaryDirectory() as folder:
                    plan, out = f"{folder}/p.json", f"{folder}/o.gguf"
                    subprocess.run([CLI, "plan", model, "-o", plan, "--quiet", "--no-estimate", *how], check=True,
                                   stdout=subprocess.DEVNULL)
                    subprocess.run([CLI, "export", model, "--plan", plan, "--target", "gguf", "-o", out, "--quiet"],
                                   check=True, stdout=subprocess.DEVNULL)
                    answer = ask(out)
                    far = distance(reference, answer)
                    print(f"{pathlib.Path(model).name} {name}: mean |delta log p| {far:.3f}; {answer[0]['text']!r}")
                    self.assertLess(far, bound)
                    self.assertGreater(len(answer[0]["text"].strip()), 8)


if __name__ == "__main__":
    CLI, MODELS = sys.argv[1], sys.argv[2:] or [SAMPLE]
    unittest.main(argv=sys.argv[:1], verbosity=2)
