#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our ids beside those of the tokenizers library of Hugging Face and of SentencePiece, over thousands of nasty texts.

  tokenizer_test.py TOKENIZER_PROBE [FOLDER|tokenizer.json|tokenizer.model ...]

Without files it trains small tokenizers of every kind, normalizer and pre-tokenizer and compares those; files are compared too.
Needs the packages tokenizers, sentencepiece and protobuf.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

import nasty_texts

PROBE = ""
COUNT = 3000
# Cut: trainers take hours over words of thousands of letters.
CORPUS = [t[:300] for t in nasty_texts.texts(1500, seed=99) + (pathlib.Path(__file__).resolve().parent.parent.parent / "README.md").read_text().split("\n")]


def probe(path, texts, *options):
    data = b"".join(b"%d\n%s" % (len(t), t) for t in (x.encode() for x in texts))
    reply = subprocess.run([PROBE, str(path), *options], input=data, stdout=subprocess.PIPE, check=True).stdout
    out = []
    for line in reply.decode(errors="replace").split("\n")[:-1]:
        ids, bar, text = line.partition("|")
        out.append((ids if not bar else [int(i) for i in ids.split()], bytes.fromhex(text) if bar else b""))
    assert len(out) == len(texts), (path, len(out), len(texts))
    return out


def equally_likely(ids, expected, score):
    """Whether two splits have the same sum of scores but for the rounding of float32, in which versions of SentencePiece add differently."""
    sums = [sum(map(score, split)) for split in (ids, expected)]
    rounding = 2.0**-23 * len(expected) * max(map(abs, sums))
    return abs(sums[0] - sums[1]) <= rounding


def compare(name, path, reference, texts, decode=None, options=("parse",), score=None):
    """How many texts have other ids, or another text when decoded, than the reference. With a `score` per id, splits that are equally
    likely are as good."""
    wrong = wrong_text = ties = 0
    for text, (ids, decoded) in zip(texts, probe(path, texts, *options)):
        try:
            expected = reference(text)
        except Exception as error:  # no token for unknown text: ours must fail too
            expected = f"error {error}"
            if isinstance(ids, str) and ids.startswith("error"):
                continue
        if ids != expected and score is not None and isinstance(ids, list) and isinstance(expected, list) and equally_likely(ids, expected, score):
            ties += 1
        elif ids != expected:
            wrong += 1
            if wrong <= 3:
                print(f"  {name}: {text[:60]!r}\n    ours     {str(ids)[:150]}\n    expected {str(expected)[:150]}")
        elif decode is not None and decoded.decode(errors="replace") != decode(expected):
            wrong_text += 1
            if wrong_text <= 2:
                print(f"  {name}: decoded {text[:60]!r}\n    ours     {decoded.decode(errors='replace')[:100]!r}\n    expected {decode(expected)[:100]!r}")
    print(f"{name}: {len(texts)} texts, {wrong} with other ids, {wrong_text} with another text, {ties} split differently and equally likely")
    return wrong + wrong_text


def compare_hf(name, path, texts):
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    wrong = compare(name, path, lambda t: tokenizer.encode(t, add_special_tokens=False).ids, texts, lambda i: tokenizer.decode(i))
    return wrong + compare(name + ", with special", path, lambda t: tokenizer.encode(t).ids, texts[:400], options=("parse", "special"))


def byte_bpe(pre, normalizer=None, **options):
    tokenizer = Tokenizer(models.BPE(**options))
    tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.train_from_iterator(CORPUS, trainers.BpeTrainer(vocab_size=1500, special_tokens=["<s>", "</s>"], initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False))
    return tokenizer


def trained(model, trainer, normalizer=None, pre=None, decoder=None):
    tokenizer = Tokenizer(model)
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    if pre is not None:
        tokenizer.pre_tokenizer = pre
    if decoder is not None:
        tokenizer.decoder = decoder
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


def llama2():
    """Byte pair encoding with byte tokens and no splitting, as Llama 2 has it."""
    bytes_ = [f"<0x{b:02X}>" for b in range(256)]
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.decoder = decoders.Sequence([decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)])
    tokenizer.train_from_iterator(CORPUS[100:], trainers.BpeTrainer(vocab_size=1800, limit_alphabet=150, special_tokens=["<unk>", "<s>", "</s>"] + bytes_, show_progress=False))
    data = json.loads(tokenizer.to_str())
    data["added_tokens"] = [t for t in data["added_tokens"] if not t["content"].startswith("<0x")]
    tokenizer = Tokenizer.from_str(json.dumps(data))
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    return tokenizer


def zoo():
    """Names, and functions that train."""
    gpt4 = Regex(r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+")
    possessive = Regex(r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+")
    o200k = Regex(r"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+")
    han = Regex(r"[\p{Han}]+|[^\r\n\p{L}\p{N}]?[\p{L}&&[^\p{Han}]]+|\p{N}{1,3}|\s+|.")
    bytes_, P = lambda **k: pre_tokenizers.ByteLevel(**{"add_prefix_space": False, **k}), pre_tokenizers
    split = lambda regex, behavior="isolated", invert=False: P.Sequence([P.Split(regex, behavior, invert), bytes_(use_regex=False)])
    yield "bpe gpt2", lambda: byte_bpe(bytes_())
    yield "bpe gpt2 prefix", lambda: byte_bpe(bytes_(add_prefix_space=True))
    yield "bpe llama3", lambda: byte_bpe(split(gpt4), ignore_merges=True)
    yield "bpe possessive", lambda: byte_bpe(split(possessive))
    yield "bpe o200k", lambda: byte_bpe(split(o200k), normalizers.NFC())
    yield "bpe han", lambda: byte_bpe(split(han))
    for behavior in ("removed", "merged_with_previous", "merged_with_next", "contiguous"):
        yield f"bpe {behavior}", lambda behavior=behavior: byte_bpe(split(Regex(r"\s+|\p{P}"), behavior))
    yield "bpe inverted", lambda: byte_bpe(split(Regex(r"\w+|\d|\h+"), "removed", True))
    yield "bpe lines", lambda: byte_bpe(split(Regex(r"^.*$|\W")))
    yield "bpe empty matches", lambda: byte_bpe(split(Regex(r"(?=(\d{3})+(?!\d))")))
    yield "bpe digits", lambda: byte_bpe(P.Sequence([P.Digits(True), bytes_()]))
    yield "bpe digit runs", lambda: byte_bpe(P.Sequence([P.Digits(False), P.Punctuation(), bytes_()]))
    yield "bpe unsplit", lambda: byte_bpe(bytes_(use_regex=False))
    yield "llama2", llama2
    bpe = lambda **k: trainers.BpeTrainer(vocab_size=1500, special_tokens=["[UNK]"], show_progress=False, **k)
    yield "bpe suffix", lambda: trained(models.BPE(unk_token="[UNK]", end_of_word_suffix="</w>"), bpe(end_of_word_suffix="</w>", limit_alphabet=200), normalizers.BertNormalizer(), P.BertPreTokenizer(), decoders.BPEDecoder())
    yield "bpe prefix", lambda: trained(models.BPE(unk_token="[UNK]", continuing_subword_prefix="##"), bpe(continuing_subword_prefix="##", limit_alphabet=200), normalizers.Lowercase(), P.Whitespace())
    yield "bpe fused unknown", lambda: trained(models.BPE(unk_token="[UNK]", fuse_unk=True), bpe(limit_alphabet=100), None, P.WhitespaceSplit())
    yield "bpe unknown dropped", lambda: trained(models.BPE(), bpe(limit_alphabet=100), normalizers.NFKC(), P.Metaspace(), decoders.Metaspace())
    wp = lambda: trainers.WordPieceTrainer(vocab_size=1500, limit_alphabet=300, special_tokens=["[UNK]", "[CLS]", "[SEP]"], show_progress=False)
    for name, normalizer in {"uncased": normalizers.BertNormalizer(), "cased": normalizers.BertNormalizer(lowercase=False), "accents": normalizers.BertNormalizer(lowercase=True, strip_accents=False),
                             "bare": normalizers.BertNormalizer(clean_text=False, handle_chinese_chars=False, strip_accents=True, lowercase=False)}.items():
        def word_piece(normalizer=normalizer):
            tokenizer = trained(models.WordPiece(unk_token="[UNK]"), wp(), normalizer, P.BertPreTokenizer(), decoders.WordPiece())
            tokenizer.post_processor = processors.BertProcessing(("[SEP]", 2), ("[CLS]", 1))
            return tokenizer
        yield f"wordpiece {name}", word_piece
    yield "wordlevel", lambda: trained(models.WordLevel(unk_token="[UNK]"), trainers.WordLevelTrainer(vocab_size=800, special_tokens=["[UNK]"], show_progress=False), normalizers.Sequence([normalizers.NFD(), normalizers.StripAccents(), normalizers.Strip()]), P.Whitespace())
    yield "wordlevel scripts", lambda: trained(models.WordLevel(unk_token="[UNK]"), trainers.WordLevelTrainer(vocab_size=800, special_tokens=["[UNK]"], show_progress=False), normalizers.NFKD(), P.Sequence([P.UnicodeScripts(), P.CharDelimiterSplit("-"), P.WhitespaceSplit()]))
    uni = lambda: trainers.UnigramTrainer(vocab_size=8000, special_tokens=["<unk>", "<s>"], unk_token="<unk>", show_progress=False)
    for scheme in ("always", "first", "never"):
        for cut in (True, False):
            yield f"unigram {scheme} {cut}", lambda scheme=scheme, cut=cut: trained(models.Unigram(), uni(), normalizers.Sequence([normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]), P.Metaspace(prepend_scheme=scheme, split=cut), decoders.Metaspace(prepend_scheme=scheme))
    def with_added():
        added = byte_bpe(split(gpt4), normalizers.Lowercase())
        added.add_tokens([AddedToken("king", single_word=True), AddedToken("<mask>", lstrip=True), AddedToken("hello", normalized=True), AddedToken("y'all", rstrip=True, normalized=False), AddedToken("hell", normalized=True),
                          AddedToken("hello w", normalized=True), AddedToken(" a", normalized=False)])
        added.add_special_tokens(["<|endoftext|>", "<|im_end|>", "<|im_end|>x"])
        return added
    yield "added tokens", with_added


def sentencepieces(folder):
    import sentencepiece
    corpus = folder / "corpus.txt"
    corpus.write_text("\n".join(t.replace("\n", " ").replace("\0", "")[:500] for t in CORPUS))
    for kind in ("bpe", "unigram", "char", "word"):
        for rule in ("nmt_nfkc", "identity", "nfkc_cf") if kind in ("bpe", "unigram") else ("nmt_nfkc",):
            for fallback in (True, False) if rule == "nmt_nfkc" else (False,):
                model = folder / f"{kind}-{rule}-{fallback}.model"
                sentencepiece.SentencePieceTrainer.train(input=str(corpus), model_prefix=str(model)[:-6], vocab_size=5000, model_type=kind, normalization_rule_name=rule, byte_fallback=fallback,
                                                         character_coverage=0.98, hard_vocab_limit=False, minloglevel=2, user_defined_symbols=["<user>", "king"], remove_extra_whitespaces=rule != "identity")
                yield model
                if kind == "unigram":
                    yield model


def main():
    global PROBE
    PROBE = sys.argv[1]
    texts, wrong = nasty_texts.texts(COUNT), 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for argument in map(pathlib.Path, sys.argv[2:]):
            path = argument / "tokenizer.json" if (argument / "tokenizer.json").exists() else argument
            if path.suffix == ".json":
                wrong += compare_hf(str(path), path, texts + nasty_texts.long_texts())
            else:
                import sentencepiece
                path = path if path.suffix == ".model" else path / "tokenizer.model"
                processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
                wrong += compare(str(path), path, processor.encode, texts, processor.decode, options=())
        for kind, train in zoo():
            path = folder / "tokenizer.json"
            train().save(str(path))
            # In long runs splits are equally likely but for rounding, and the library reads scores with less care than we do.
            wrong += compare_hf(kind, path, [t for t in texts if not kind.startswith("unigram") or "e\u0301" * 9 not in t])
        import sentencepiece
        for path in dict.fromkeys(sentencepieces(folder)):
            processor = sentencepiece.SentencePieceProcessor(model_file=str(path))
            unigram = path.name.startswith("unigram")
            wrong += compare(path.name, path, processor.encode, texts, processor.decode, options=(), score=processor.get_score if unigram else None)
            if unigram:
                wrong += compare_precompiled(path, folder, texts)
    print("all equal" if wrong == 0 else f"{wrong} differences")
    sys.exit(wrong != 0)


def compare_precompiled(path, folder, texts):
    """The same model as a tokenizer.json with the compiled normalisation rules."""
    from tokenizers.implementations import SentencePieceUnigramTokenizer
    import sentencepiece.sentencepiece_model_pb2 as pb2
    proto = pb2.ModelProto()
    proto.ParseFromString(path.read_bytes())
    if not proto.normalizer_spec.precompiled_charsmap:
        return 0
    tokenizer = Tokenizer(models.Unigram([(p.piece, p.score) for p in proto.pieces], unk_id=proto.trainer_spec.unk_id, byte_fallback=proto.trainer_spec.byte_fallback))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Precompiled(proto.normalizer_spec.precompiled_charsmap), normalizers.Replace(Regex(" {2,}"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.decoder = decoders.Metaspace()
    out = folder / "precompiled.json"
    tokenizer.save(str(out))
    return compare_hf("precompiled " + path.name, out, texts)


if __name__ == "__main__":
    main()
