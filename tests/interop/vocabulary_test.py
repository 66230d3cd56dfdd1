#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Vocabularies converted between folders and GGUF: the same ids in the tokenizers library, in llama.cpp and in ours.

  vocabulary_test.py TOKENIZER_PROBE VOCABULARY_CONVERTER [FOLDER|MODEL.gguf ...]

Without more arguments: small tokenizers of the kinds that GGUF has, trained here, and the vocabularies of ../shared/data/vocab. A vocabulary
that comes with a warning may have other ids and is only shown; without one every id must be equal. Needs the packages tokenizers,
gguf, numpy, sentencepiece and xllamacpp.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import gguf
import sentencepiece
from tokenizers import Tokenizer

import gguf_tokenizer_test
import nasty_texts
import tokenizer_test

CONVERTER = ""
SHARED = pathlib.Path(__file__).resolve().parents[3] / "shared/data/vocab"
# What GGUF has words for; what it has not (splitting by lines, whole words, NMT's rules without their compiled form) must be refused.
KINDS = ["bpe gpt2", "bpe llama3", "bpe o200k", "llama2", "wordpiece uncased", "wordpiece cased", "wordpiece accents", "bpe lines", "wordlevel", "unigram always True"]
REFUSED = ["bpe lines", "wordlevel", "unigram always True"]


def zoo():
    """Names, and functions that train. Without the mark in the texts: GGUF has no words for a "##\u2581a" beside an "a"."""
    tokenizer_test.CORPUS = [text.replace("\u2581", " ") for text in tokenizer_test.CORPUS]
    return tokenizer_test.zoo()


def convert(source, destination):
    """The warnings, or None and the reason."""
    reply = subprocess.run([CONVERTER, str(source), str(destination)], capture_output=True, text=True)
    return (reply.stdout.splitlines(), "") if reply.returncode == 0 else (None, reply.stderr.strip())


def with_model(vocabulary, model):
    """The vocabulary in a file with a tiny model, which llama.cpp loads."""
    reader, writer = gguf.GGUFReader(str(vocabulary)), gguf.GGUFWriter(str(model), "llama")
    tokens = 0
    for field in reader.fields.values():
        if field.name.startswith("tokenizer."):
            value = field.contents()
            tokens = len(value) if field.name == "tokenizer.ggml.tokens" else tokens
            if value != []:
                writer.add_key_value(field.name, value, field.types[0], field.types[1] if len(field.types) > 1 else None)
    gguf_tokenizer_test.finish(writer, tokens)


def compare(name, path, reference, texts, warnings, **options):
    wrong = tokenizer_test.compare(name, path, reference, texts, **options)
    return 0 if warnings else wrong


def folder_to_gguf(name, folder, texts):
    vocabulary, model = folder / "made.gguf", folder / "model.gguf"
    warnings, reason = convert(folder, vocabulary)
    if warnings is None:
        print(f"{name}: refused: {reason}")
        return name not in REFUSED
    print("\n".join(f"{name}: warning: {w}" for w in warnings), end="\n" if warnings else "")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    wrong = compare(f"{name} as GGUF, ours", vocabulary, lambda t: tokenizer.encode(t, add_special_tokens=False).ids, texts, warnings)
    wrong += compare(f"{name} as GGUF, with special", vocabulary, lambda t: tokenizer.encode(t).ids, texts[:300], warnings, options=("parse", "special"))
    with_model(vocabulary, model)
    answers = gguf_tokenizer_test.ask(model, texts, folder)
    if answers is None:
        print(f"{name}: llama.cpp does not load it")
        return wrong + 1
    wrong += compare(f"{name} as GGUF, llama.cpp", vocabulary, answers.__getitem__, texts, warnings, options=())
    return wrong + (name in REFUSED)


def sentencepiece_model(path, texts, folder, warnings):
    """The written tokenizer.model in the library; control tokens are none of its business, so they are not read in texts."""
    processor = sentencepiece.SentencePieceProcessor(model_file=str(folder / "tokenizer.model"))
    return compare(f"{path.name} as tokenizer.model", path, processor.encode, texts, warnings, options=())


def gguf_to_folder(path, texts, folder):
    warnings, reason = convert(path, folder)
    if warnings is None:
        print(f"{path.name}: refused: {reason}")
        return 1
    print("\n".join(f"{path.name}: warning: {w}" for w in warnings), end="\n" if warnings else "")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    wrong = compare(f"{path.name} as tokenizer.json", path, lambda t: tokenizer.encode(t, add_special_tokens=False).ids, texts, warnings)
    kind = gguf.GGUFReader(str(path)).fields["tokenizer.ggml.model"].contents()
    if (folder / "tokenizer.model").exists():
        wrong += sentencepiece_model(path, texts, folder, warnings)
    elif kind == "llama" and not warnings:
        print(f"{path.name}: no tokenizer.model")
        wrong += 1
    return wrong + folder_to_gguf(f"{path.name} and back", folder, texts)


def main():
    global CONVERTER
    tokenizer_test.PROBE, CONVERTER = sys.argv[1:3]
    # Of runs of thousands std::regex overflows its stack.
    texts = [t for t in nasty_texts.texts(800, seed=11) if len(t) < 700 and "\0" not in t]
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in map(pathlib.Path, sys.argv[3:]) if sys.argv[3:] else sorted(SHARED.glob("*.gguf")):
            if path.suffix == ".gguf":
                wrong += gguf_to_folder(path, texts, folder / path.stem)
            else:
                copy = folder / path.name
                copy.mkdir()
                for file in path.iterdir():
                    if file.suffix in (".json", ".txt", ".jinja"):
                        (copy / file.name).write_bytes(file.read_bytes())
                wrong += folder_to_gguf(path.name, copy, texts)
        for kind, train in zoo():
            if sys.argv[3:] or kind not in KINDS:
                continue
            place = folder / kind.replace(" ", "-")
            place.mkdir()
            train().save(str(place / "tokenizer.json"))
            wrong += folder_to_gguf(kind, place, texts)
    print("all equal" if wrong == 0 else f"{wrong} differences")
    sys.exit(wrong != 0)


if __name__ == "__main__":
    main()
