#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when docs/ux-checks.md names a test that is not there, or leaves out one of its forty checks.

`Suite.Name` must be a GoogleTest case in tests/ (a fixture's parameters may follow it), `Suite.*` a suite with cases, and
`.Name` after one of them a case of the same suite. Files (`translations_test.py`) and folders must exist.
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
PAGE = TOP / "docs" / "ux-checks.md"
CASE = re.compile(r"\bTEST(?:_[FP])?\(\s*(\w+)\s*,\s*(\w+)\s*\)")


def cases():
    found = {}
    for path in (TOP / "tests").rglob("*.cpp"):
        text = path.read_text(encoding="utf-8")
        alias = dict(re.findall(r"using (\w+) = (?:testing::)?(\w+);", text))
        for suite, name in CASE.findall(text):
            for own in {suite, alias.get(suite, suite)}:
                found.setdefault(own, set()).add(name)
    return found


def fault(word, suite, known):
    if word.startswith("tests/"):
        return None if list(TOP.glob(word)) else "no such file or folder"
    if word.endswith(".py"):
        return None if (TOP / "tests" / word).exists() else "no such script"
    owner, name = word.split(".", 1)
    owner = owner or suite
    if owner not in known:
        return f"there is no suite {owner}"
    return None if name == "*" or name in known[owner] else f"{owner} has no case {name}"


def main():
    known = cases()
    problems = []
    numbers = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        row = re.match(r"\| (\d+) \|", line)
        if not row:
            continue
        numbers.append(int(row.group(1)))
        suite = ""
        for word in re.findall(r"`([^`]+)`", line.rsplit(" | ", 1)[1]):
            if not re.fullmatch(r"tests/\S+|\w+_test\.py|\w*\.(?:\w+|\*)", word):
                continue  # a program, a page
            if re.match(r"\w+\.", word) and not word.endswith(".py"):
                suite = word.split(".")[0]
            problem = fault(word, suite, known)
            if problem:
                problems.append(f"check {numbers[-1]}: `{word}`: {problem}")
    if numbers != list(range(1, 41)):
        problems.append(f"the checks are {numbers}")
    print("\n".join(problems) or "40 checks, every test they name is there")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
