#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Texts that tokenizers get wrong: random ones from many scripts, and known troublemakers. Only characters that have been in
Unicode for long, so that libraries with tables of different age agree on what they are."""
import random
import unicodedata

KNOWN = [
    "", " ", "  ", "   ", "\t", "\n", "\n\n", "\r\n\r\n", " \n ", "\t\n \n\n\n", "a", " a", "a ", "  a  b   c ", "Hello, y'all! I'M he's WE'VE 'tis",
    "'s 'S 't 'T 're 'RE 've 'm 'll 'd 'D 'x ''s", "3 33 333 3333 33333 333333 3.14 1,000,000 ½ ² ٣٤٥ Ⅷ 1a2b3c", "!!!??? ... --- === ((([[[{{{", "$+<=>^`|~",
    "🚀 😶‍🌫️ 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪🇫🇷 ✅", "é é ñ ñ Å Å ﬁ ﬀ ŉ ǆ ½ ™ ①", "Việt Cửa Äpfel straße STRASSE ẞ İstanbul ıI ΣΊΣΥΦΟΣ ς",
    "你好，世界。こんにちは世界 カタカナ ｶﾀｶﾅ 한국어 조선말 각", "مرحبا بالعالم שלום עולם \u200f\u200e \u202eabc\u202c", "नमस्ते दुनिया ক্ষ கோ ไทย កាន់តែ བོད་", "нещо на Български Ёлка",
    "a\u0300\u0301\u0302 \u0301x \u20dd Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘", "\u00a0nbsp\u00a0\u2003em\u3000ideo\u2028ls\u2029ps\u0085nel\u180emvs\u200bzwsp\ufeffbom",
    "\x00\x01\x02\x1f\x7f\x80\x9f nul", "\x1c\x1d\x1e\x1f\x0b\x0c", "▁▁ ▁a▁ b▁", "<s></s><unk>[CLS] [SEP] [MASK]<|endoftext|> <|im_end|>x<mask> y", "<0x41><0x0A>", "Ġhello Ċ",
    "def f(x):\n    return x  # comment\n\n\nclass A:\n\tpass\n", "https://example.com/a?b=c&d=%20#e", "C:\\Windows\\System32", "x" * 3000, "ab" * 3000, " " * 1000, "\n" * 700, "9" * 1000,
    "word " * 500, "\ufffd \ufffe", "ſ K Å 'ſ I'ſ", "A\u030aB ﬃ Ω", "a" + "\u0301" * 200, "=" * 257 + "-" * 63, "e\u0301" * 300, "\u1100\u1161\u11a8 가각", "ก็ ກ໋", "ﷺ ﷽",
]
RANGES = [(0x20, 0x7e)] * 6 + [(0xa0, 0x17f), (0x370, 0x3ff), (0x400, 0x45f), (0x5d0, 0x5ea), (0x620, 0x64a), (0x660, 0x669), (0x900, 0x97f), (0xe01, 0xe3a), (0x1100, 0x11ff), (0x1e00, 0x1eff),
                               (0x2000, 0x206f), (0x20a0, 0x20b5), (0x2100, 0x218b), (0x2190, 0x23ff), (0x2460, 0x24ff), (0x2600, 0x27bf), (0x3000, 0x30ff), (0x4e00, 0x9fa5), (0xac00, 0xd7a3),
                               (0xf900, 0xfa2d), (0xfb00, 0xfb1d), (0xfe00, 0xfe0f), (0xff01, 0xff9f), (0x1d400, 0x1d454), (0x1f300, 0x1f5ff), (0x1f600, 0x1f64f), (0x20000, 0x2a6d6), (0x300, 0x36f)]


def allowed(code):
    """Assigned, no surrogate, and nothing that changed its category since Unicode 6."""
    return unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co") and code not in (0x180E, 0x19DA) and not 0x951 <= code <= 0x954


def character(generator):
    while True:
        code = generator.randint(*generator.choice(RANGES))
        if allowed(code):
            return chr(code)


WORDS = "the of and king's said I'll 2024 3.5 hello WORLD iPhone naïve Übung don't\n \n\n  \t ... <s> ▁ ' \" ( ) 你好 привет 🙂".split(" ") + [" ", "  ", "\n", " '", "'s", "'LL"]


def texts(count, seed=1):
    generator = random.Random(seed)
    out = list(KNOWN)
    while len(out) < count:
        kind = generator.random()
        length = generator.randint(1, 40)
        if kind < 0.4:
            out.append("".join(character(generator) for _ in range(length)))
        elif kind < 0.8:
            out.append("".join(generator.choice(WORDS) + generator.choice(["", " ", " "]) for _ in range(length)))
        else:
            out.append("".join(generator.choice([character(generator), generator.choice(WORDS), generator.choice("  \n\t'0123456789")]) for _ in range(length)))
    return out


def long_texts():
    generator = random.Random(7)
    return ["".join(generator.choice("abcdefghijklmnop") for _ in range(100_000)), "".join(character(generator) for _ in range(20_000)), "ab" * 50_000]
