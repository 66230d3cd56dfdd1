#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders that we make of GGUFs, in the hands of transformers.

  folder_test.py BITLATHE_CLI TOKENIZER_PROBE FOLDER_OF_FAMILIES ...

Every family is converted to a GGUF with F32 weights and from there back to a folder. transformers must load it without a missing or
unexpected tensor, its log-likelihoods must be ours of the GGUF to within BOUND at every token, its logits those of the folder that
the GGUF came from where no warning says that they differ, and its tokenizer must give the ids that ours gives for the GGUF. Families
that an older transformers does not know are left out with a word. Needs torch and transformers, of any generation since 4.
"""
import json
import pathlib
import sys
import tempfile
import unicodedata

import torch
import transformers

import conversion_test
import family_test
import nasty_texts
import tokenizer_test

BOUND = 2e-3
TEXTS = [text for text in nasty_texts.texts(300, seed=17) if len(text) < 1200]
VOCABULARY = 1024


def reason_of(done):
    return json.loads(done.stdout)["error"]["message"]


def there_and_back(cli, folder, out):
    """The GGUF, the folder made of it and the warnings on the way; or None and why not."""
    gguf, back = out / "model.gguf", out / "back"
    if folder.suffix == ".gguf":
        gguf, warnings = folder, []
    else:
        done = family_test.run(cli, "convert", folder, "--target", "gguf", "-o", gguf, "--format", "F32")
        if done.returncode != 0:
            return None, reason_of(done), []
        warnings = json.loads(done.stdout).get("warnings", [])
    done = family_test.run(cli, "convert", gguf, "--target", "safetensors", "-o", back, "--format", "F32")
    if done.returncode != 0:
        return None, reason_of(done), []
    return gguf, back, warnings + json.loads(done.stdout).get("warnings", [])


def load(folder):
    """The model, and the names of tensors that are missing or not known to it."""
    model, info = transformers.AutoModelForCausalLM.from_pretrained(folder, torch_dtype=torch.float32, attn_implementation="eager",
                                                                    output_loading_info=True)
    return model.eval(), [f"{kind}: {sorted(map(str, info[kind]))[:3]}" for kind in info if info[kind]]


def compare_numbers(cli, folder, gguf, model, warnings, out):
    if (folder / "ids.i32").exists():
        ids = list(conversion_test.numbers(folder / "ids.i32", "i"))
    else:
        generator = torch.Generator().manual_seed(3)
        ids = torch.randint(3, model.config.vocab_size, (200,), generator=generator).tolist()
    (out / "ids.json").write_text(json.dumps(ids))
    ours, reason = family_test.likelihoods(cli, gguf, out / "ids.json", out / "scores.csv")
    if ours is None:
        return [f"the GGUF is refused: {reason}"], ""
    with torch.no_grad():
        logits = model(torch.tensor([ids])).logits[0].float()
    theirs = torch.nn.functional.cross_entropy(logits[:-1], torch.tensor(ids[1:]), reduction="none").tolist()
    apart = family_test.furthest(ours, theirs)
    faults = [] if apart <= BOUND else [f"its likelihoods are {apart:.2g} from ours"]
    told = f"nll {apart:.1e} from ours"
    reference = folder / "logits_first64.f32"
    same = min(64, conversion_test.same_up_to(warnings) - 1)
    if reference.exists() and "dynamic" not in folder.name:
        wanted = torch.tensor(conversion_test.numbers(reference, "f")).reshape(-1, VOCABULARY)
        distance = (logits[:same] - wanted[:same]).abs().max().item()
        told += f", {same} logits {distance:.1e} from the source's"
        if distance > BOUND:
            faults.append(f"its logits are {distance:.2g} from those of the folder that it came from")
    return faults, told


def same_texts(tokenizer, folder):
    """For some kinds of models transformers normalises text whatever tokenizer.json says, also for the folder of the source."""
    stated = json.loads((folder / "tokenizer.json").read_text())["normalizer"]
    forced = stated is None and tokenizer.backend_tokenizer.normalizer is not None
    return [text for text in TEXTS if not forced or unicodedata.is_normalized("NFC", text)]


def compare_tokens(gguf, folder):
    tokenizer = transformers.AutoTokenizer.from_pretrained(folder)
    texts, wrong = same_texts(tokenizer, folder), []
    for name, options, special in (("bare", ("parse",), False), ("whole", ("parse", "special"), True)):
        for text, (ids, _) in zip(texts, tokenizer_test.probe(gguf, texts, *options)):
            expected = tokenizer(text, add_special_tokens=special)["input_ids"]
            if ids != expected:
                wrong.append(f"{name} {text[:40]!r}: ours {str(ids)[:80]}, theirs {str(expected)[:80]}")
    return [f"{len(wrong)} texts have other ids; {wrong[0]}"] if wrong else []


def check(cli, folder, out):
    """What is wrong with a family, or nothing."""
    gguf, back, warnings = there_and_back(cli, folder, out)
    if gguf is None:
        print(f"{folder.name}: refused: {back}")
        return []
    if json.loads((back / "config.json").read_text())["model_type"] not in transformers.models.auto.CONFIG_MAPPING:
        print(f"{folder.name}: transformers {transformers.__version__} does not know it")
        return []
    try:
        model, faults = load(back)
    except Exception as error:  # whatever it complains of is ours
        return [f"transformers does not load it: {type(error).__name__}: {str(error)[-300:]}"]
    found, told = compare_numbers(cli, folder, gguf, model, warnings, out)
    faults += found
    if (back / "tokenizer.json").exists():
        faults += compare_tokens(gguf, back)
    print(f"{folder.name}: {told} {'; '.join(map(str, warnings))}")
    return faults


def main():
    cli, tokenizer_test.PROBE = sys.argv[1:3]
    torch.set_num_threads(2)
    transformers.logging.set_verbosity_error()
    print(f"transformers {transformers.__version__}")
    wrong = 0
    for argument in map(pathlib.Path, sys.argv[3:]):
        single = argument.suffix == ".gguf" or (argument / "config.json").exists()
        for folder in [argument] if single else sorted(path for path in argument.iterdir() if path.is_dir()):
            with tempfile.TemporaryDirectory() as out:
                faults = check(cli, folder, pathlib.Path(out))
            for fault in faults:
                print(f"WRONG {folder.name}: {fault}")
            wrong += bool(faults)
    sys.exit(f"{wrong} folders are wrong" if wrong else 0)


if __name__ == "__main__":
    main()
