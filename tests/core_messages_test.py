#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the window looks for sentences that the library does not say any more.

ui/theme/core_messages*.cpp list what the library says in English, to be translated on screen. Every row has to be made
of literals of core/ (or of those of app/gui, ui/jobs and ui/window that are errors like its own), with %1, %2 where {} stands there.
"""
import pathlib
import re
import sys
import warnings

TOP = pathlib.Path(__file__).resolve().parent.parent
LITERAL = r'"(?:[^"\\\n]|\\.)*"'


warnings.simplefilter("ignore", DeprecationWarning)  # patterns have escapes of their own


def plain(text):
    return bytes(text, "utf-8").decode("unicode_escape").encode("latin-1").decode("utf-8")


def literals(path):
    """Literals that stand side by side are one."""
    code = re.sub(r"(?m)^\s*//.*$|^#include.*$", "", path.read_text(encoding="utf-8"))
    for run in re.finditer(rf"{LITERAL}(?:\s*{LITERAL})*", code):
        try:
            yield plain("".join(part[1:-1] for part in re.findall(LITERAL, run.group())))
        except UnicodeError:  # patterns and bytes are no sentences
            continue


def bare(text):
    """What is left when the places to fill are taken out: pieces."""
    return [piece.strip() for piece in re.split(r"\{[^}]*\}|%[1-9]", text) if piece.strip(" :\"")]


def main():
    said = set()
    for path in [*TOP.glob("core/**/*.cpp"), *TOP.glob("core/**/*.h"), *TOP.glob("app/gui/*.cpp"),
                 *TOP.glob("ui/jobs/*.cpp"), *TOP.glob("ui/window/*.cpp")]:
        for text in literals(path):
            said.update(piece.strip(' :"') for piece in bare(text))
    table = "".join(path.read_text(encoding="utf-8") for path in TOP.glob("ui/theme/core_messages*.cpp"))
    rows = [plain(row) for row in re.findall(r'QT_TRANSLATE_NOOP\("core",\s*"((?:[^"\\]|\\.|"\s*")*)"\)', table)]
    rows = [re.sub(r'"\s*"', "", row) for row in rows]
    problems = []
    for row in rows:
        for piece in bare(row):
            piece = piece.strip(' :"')
            rest = piece
            # A sentence may be put together from several literals; together they have to be all of it.
            for part in sorted((part for part in said if len(part) > 1 and part in piece), key=len, reverse=True):
                rest = rest.replace(part, "")
            if rest.strip(" :;,.()\""):
                problems.append(f'nobody says "{row}" (left over: "{rest.strip()}")')
    if len(rows) < 100:
        problems.append(f"only {len(rows)} rows were read")
    print("\n".join(problems) or f"{len(rows)} sentences of the library are as it says them")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
