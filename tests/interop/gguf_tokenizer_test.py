#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our ids beside those of llama.cpp for every way of splitting text that a GGUF can name.

  gguf_tokenizer_test.py TOKENIZER_PROBE [NAME ...]

A vocabulary is trained without any splitting, so that its merges cross every border and a wrong split shows. It goes into a
tiny random model for each name; llama.cpp's server is asked for its tokens. Needs the packages xllamacpp, gguf, tokenizers, numpy.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import gguf
import numpy
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

import nasty_texts
import tokenizer_test

NAMES = ["default", "llama-bpe", "dbrx", "gpt-2", "starcoder", "qwen2", "qwen35", "falcon", "deepseek-llm", "deepseek-coder", "deepseek-v3", "youtu", "jais-2", "bloom", "viking",
         "tekken", "gpt-4o", "superbpe", "bailingmoe", "seed-coder", "kimi-k2", "afmoe", "exaone-moe", "chameleon", "granite-embed-multi-97m", "laguna", "minicpm5", "llama-spm"]
ASK = """
import json, sys, urllib.request, xllamacpp
params = xllamacpp.CommonParams()
params.model.path, params.n_ctx, params.n_parallel, params.cpuparams.n_threads, params.warmup = sys.argv[1], 64, 1, 1, False
server = xllamacpp.Server(params)
answers = []
for text in json.load(open(sys.argv[2])):
    body = json.dumps({"content": text, "add_special": False, "parse_special": False}).encode()
    request = urllib.request.Request(server.listening_address + "/tokenize", body, {"Content-Type": "application/json"})
    try:
        answers.append(json.load(urllib.request.urlopen(request, timeout=60))["tokens"])
    except Exception as error:
        answers.append(str(error))
json.dump(answers, open(sys.argv[3], "w"))
"""


def trained():
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    tokenizer.train_from_iterator(tokenizer_test.CORPUS, trainers.BpeTrainer(vocab_size=2500, special_tokens=["<s>", "</s>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    model = json.loads(tokenizer.to_str())["model"]
    return sorted(model["vocab"], key=model["vocab"].get), [" ".join(m) if isinstance(m, list) else m for m in model["merges"]]


def write(path, name, tokens, merges):
    writer = gguf.GGUFWriter(str(path), "llama")
    if name == "llama-spm":
        bytes_ = [f"<0x{b:02X}>" for b in range(256)]
        words = list(dict.fromkeys(t.replace("Ġ", "▁") for t in tokens[258:] if all(c < "\x80" or c == "Ġ" for c in t)))
        tokens = ["<unk>", "<s>", "</s>"] + bytes_ + list(dict.fromkeys(c for t in words for c in t)) + words
        tokens = list(dict.fromkeys(tokens))
        types = [2, 3, 3] + [6] * 256 + [1] * (len(tokens) - 259)
        writer.add_tokenizer_model("llama")
        writer.add_token_scores([0.0] * 259 + [-float(i) for i in range(len(tokens) - 259)])
        name = "default"
    elif name == "bert":
        words = [t for t in dict.fromkeys(w.lower() for text in nasty_texts.texts(400, seed=3) for w in text.split()) if len(t) < 12][:2000]
        letters = sorted({c for w in words for c in w})
        tokens = list(dict.fromkeys(["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + ["▁" + c for c in letters] + letters + ["▁" + w for w in words]))
        types = [3] * 4 + [1] * (len(tokens) - 4)
        writer.add_tokenizer_model("bert")
        writer.add_unk_token_id(1)
        writer.add_sep_token_id(3)
    else:
        types = [3, 3] + [1] * (len(tokens) - 2)
        writer.add_tokenizer_model("gpt2")
        writer.add_token_merges(merges)
    writer.add_tokenizer_pre(name)
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_bos_token_id(1 if len(types) and types[0] == 2 else 0)
    writer.add_eos_token_id(2 if types[0] == 2 else 1)
    finish(writer, len(tokens))


def finish(writer, rows):
    """Adds a tiny model with a vocabulary of so many tokens, and writes the file."""
    for key, value in {"context_length": 64, "embedding_length": 32, "block_count": 1, "feed_forward_length": 32, "head_count": 1, "vocab_size": rows}.items():
        getattr(writer, "add_" + key)(value)
    writer.add_layer_norm_rms_eps(1e-5)
    zeros = lambda *shape: numpy.zeros(shape, numpy.float32)
    writer.add_tensor("token_embd.weight", zeros(rows, 32))
    writer.add_tensor("output_norm.weight", zeros(32))
    for part in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down"):
        writer.add_tensor(f"blk.0.{part}.weight", zeros(32, 32))
    for part in ("attn_norm", "ffn_norm"):
        writer.add_tensor(f"blk.0.{part}.weight", zeros(32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def ask(model, texts, folder):
    """What llama.cpp makes of the texts; None when it does not load the model."""
    asked, answered = folder / "asked.json", folder / "answered.json"
    asked.write_text(json.dumps(texts))
    answered.unlink(missing_ok=True)
    subprocess.run([sys.executable, "-c", ASK, str(model), str(asked), str(answered)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
    return dict(zip(texts, json.loads(answered.read_text()))) if answered.exists() else None


def main():
    tokenizer_test.PROBE = sys.argv[1]
    # Of runs of thousands std::regex overflows its stack.
    texts = [t for t in nasty_texts.texts(1500, seed=5) if len(t) < 700 and "\0" not in t]
    tokens, merges = trained()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        model = pathlib.Path(folder) / "m.gguf"
        for name in sys.argv[2:] or NAMES:
            write(model, name, tokens, merges)
            answers = ask(model, texts, model.parent)
            if answers is None:
                print(f"{name}: llama.cpp does not load it")
                continue
            wrong += tokenizer_test.compare(name, model, answers.__getitem__, texts, options=())
    print("all equal" if wrong == 0 else f"{wrong} differences")
    sys.exit(wrong != 0)


if __name__ == "__main__":
    main()
