#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the include graph and fails on every arrow that points the wrong way.

app -> ui -> core <- gpu, and inside core a folder may use only itself and those before it in CORE. core includes no Qt
and no CUDA; every quoted include is rooted at the top of the tree and names an existing file.
"""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
CORE = ["base", "formats", "checkpoint", "model", "text", "compute", "forward", "generation", "profile", "allocation", "compression", "targets",
        "evaluation", "report", "jobs", "project"]
MAY_USE = {"core": {"core"}, "gpu": {"gpu", "core"}, "ui": {"ui", "core"}, "app": {"app", "ui", "core"}}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
NOT_IN_CORE = re.compile(r"^(Q[A-Z]|Qt|qt|cuda|cublas|qcustomplot)")


def problem(path, quote, name):
    """Why this include may not be, or None."""
    here = path.relative_to(TOP).parts
    if quote == "<":
        return "core knows no Qt and no CUDA" if here[0] == "core" and NOT_IN_CORE.match(name) else None
    if name.endswith((".moc", "_autogen.h")) or name.startswith("moc_"):
        return None
    there = pathlib.PurePosixPath(name).parts
    if not (TOP / name).is_file():
        return None if name.startswith("hwy/") else "quoted includes name a file from the top of the tree"
    if there[0] not in MAY_USE[here[0]]:
        return f"{here[0]} may not use {there[0]}"
    if here[0] == "core" and CORE.index(there[1]) > CORE.index(here[1]):
        return f"core/{here[1]} stands before core/{there[1]}"
    return None


def check():
    failures, seen = [], 0
    for folder in MAY_USE:
        for path in sorted((TOP / folder).rglob("*")):
            if path.suffix not in {".h", ".cpp", ".cu"}:
                continue
            if folder == "core" and path.relative_to(TOP).parts[1] not in CORE:
                failures.append(f"{path}: a folder of core that has no place in the order")
                continue
            for number, line in enumerate(path.read_text().splitlines(), 1):
                match = INCLUDE.match(line)
                if match:
                    seen += 1
                    why = problem(path, *match.groups())
                    if why:
                        failures.append(f"{path.relative_to(TOP)}:{number}: {match.group(2)}: {why}")
    return failures, seen


def test_the_test():
    """The rules really refuse what they are there for."""
    core = TOP / "core/formats/x.cpp"
    assert problem(core, '"', "core/base/result.h") is None
    assert problem(core, '"', "core/checkpoint/checkpoint.h")
    assert problem(core, "<", "QString")
    assert problem(TOP / "core/base/x.h", "<", "QtCore/QObject")
    assert problem(core, '"', "format.h")


test_the_test()
failures, seen = check()
print("\n".join(failures) or f"{seen} includes, all in order")
sys.exit(1 if failures or seen == 0 else 0)
