#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the library says what the window cannot translate, or the window knows what nobody says any more.

ui/theme/core_messages*.cpp list what the library says in English, to be translated on screen, with %1, %2 where {}
stands there. Every row has to be made of literals of core/ (or of those of app/gui, ui/jobs and ui/window that are
errors like its own), and what core/ hands to fail(), refuse() and the like has to have a row, but for EXEMPT.
"""
import pathlib
import re
import sys
import warnings

TOP = pathlib.Path(__file__).resolve().parent.parent
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
LITERALS = rf"{LITERAL}(?:\s*{LITERAL})*"
# What makes an error or a warning of its arguments.
CALL = r"\b(?:fail|\w*refuse\w*|wrong|impossible|differs|missing|cannot|warn|warnings?_?(?:\(\))?\.(?:push|emplace)_back)\("

# Files and sentences that never reach the window, and why.
EXEMPT = {
    "core/allocation/check_solution.cpp": "only a mistake in a solver makes it speak",
    "take --protocol llama.cpp": "an option of eval",
    "for example --low Q3_K --high Q5_K": "options of plan",
}

warnings.simplefilter("ignore", DeprecationWarning)  # patterns have escapes of their own


def plain(text):
    return bytes(text, "utf-8").decode("unicode_escape").encode("latin-1").decode("utf-8")


def joined(run):
    """Literals that stand side by side are one."""
    return plain("".join(part[1:-1] for part in re.findall(LITERAL, run)))


def code_of(path):
    code = re.sub(r"(?m)^\s*//.*$|^#include.*$", "", path.read_text(encoding="utf-8"))
    return re.sub(rf"({LITERAL})|'(?:\\.|[^'\\\n])'", lambda found: found.group(1) or "0", code)


def literals(code):
    for run in re.findall(LITERALS, code):
        try:
            yield joined(run)
        except UnicodeError:  # patterns and bytes are no sentences
            continue


def arguments(code):
    """What stands between the brackets of each call that makes an error."""
    for call in re.finditer(CALL, code):
        depth = 1
        for token in re.finditer(rf"{LITERAL}|[()]", code[call.end():]):
            depth += {"(": 1, ")": -1}.get(token.group(), 0)
            if depth == 0:
                yield code[call.end():call.end() + token.start()]
                break


def bare(text):
    """What is left when the places to fill are taken out: pieces of two letters and more."""
    pieces = [piece.strip(' :"') for piece in re.split(r"\{[^}]*\}|%[1-9]", text)]
    return [piece for piece in pieces if len(re.findall(r"\w", piece)) > 1]


def leftover(piece, said):
    """What of a piece of a row nobody says. It may be put together from several literals."""
    for part in sorted((part for part in said if part in piece), key=len, reverse=True):
        piece = piece.replace(part, "")
    return piece.strip(" :;,.()\"[]")


def marked(text):
    """A sentence with @ at the places to fill; what ends in a colon is filled after it."""
    text = re.sub(r"\{[^}]*\}|%[1-9]", "@", text).strip()
    return text + " @" if text.endswith(":") else text


def pattern(text):
    """A place to fill may hold a word, or, where a text begins with it, several."""
    start, rest = (".+", text[1:]) if text.startswith("@") else ("", text)
    return start + re.escape(rest).replace("@", r"\S+")


def has_row(sentence, rows, expressions):
    """As a row, as two that are nested, or as a part of one beside a place to fill."""
    if any(row.fullmatch(text) for row in expressions for text in (sentence, "@: " + sentence)):
        return True
    if sentence.endswith("@") and any(row.startswith(sentence[:-1]) for row in rows):
        return True
    head, _, tail = sentence.partition(": ")
    if tail not in ("", "@") and f"{head}: @" in rows:
        return has_row(tail, rows, expressions)
    before = "" if sentence.startswith(",") else r'(?:^|@[": ]*)'
    after = r"( .*)?$" if sentence.endswith(": @") else r"(:? @.*)?$"
    end = re.compile(before + pattern(sentence.removesuffix(" @")) + after)
    return any(end.search(row) for row in rows)


def rows_of_the_window():
    table = "".join(path.read_text(encoding="utf-8") for path in TOP.glob("ui/theme/core_messages*.cpp"))
    return [joined(run) for run in re.findall(rf'QT_TRANSLATE_NOOP\(\s*"core",\s*({LITERALS})\)', table)]


def without_speaker(rows):
    said = set()
    for pattern_of_files in ("core/**/*.cpp", "core/**/*.h", "app/gui/*.cpp", "ui/jobs/*.cpp", "ui/window/*.cpp"):
        for path in TOP.glob(pattern_of_files):
            for text in literals(code_of(path)):
                said.update(bare(text))
    for row in rows:
        for piece in bare(row):
            left = leftover(piece, said)
            if left:
                yield f'nobody says "{row}" (left over: "{left}")'


def without_row(rows):
    rows = [marked(row) for row in rows]
    expressions = [re.compile(pattern(row)) for row in rows]
    for path in sorted(TOP.glob("core/**/*.cpp")):
        name = path.relative_to(TOP).as_posix()
        for text in [] if name in EXEMPT else [text for part in arguments(code_of(path)) for text in literals(part)]:
            sentence = marked(text)
            if " " not in sentence.strip("@ ") or not re.search(r"[a-z]{3}", sentence) or text in EXEMPT:
                continue
            if not has_row(sentence, rows, expressions):
                yield f'{name}: "{text}" has no row in ui/theme/core_messages*.cpp'


def phases_without_words():
    words = (TOP / "ui/panels/phase_words.cpp").read_text(encoding="utf-8")
    reported = re.compile(r'(?:report\(|begin\(|\(context, )"([a-z ]+)"')
    for path in sorted(TOP.glob("core/**/*.cpp")):
        for phase in sorted(set(reported.findall(path.read_text(encoding="utf-8")))):
            if f'Phase{{"{phase}"' not in words:
                yield f'{path.relative_to(TOP).as_posix()}: the phase "{phase}" has no row in ui/panels/phase_words.cpp'


def main():
    rows = rows_of_the_window()
    problems = [*without_speaker(rows), *dict.fromkeys(without_row(rows)), *phases_without_words()]
    if len(rows) < 100:
        problems.append(f"only {len(rows)} rows were read")
    print("\n".join(problems) or f"{len(rows)} sentences of the library are as it says them, and it says no others")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
