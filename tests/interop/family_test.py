#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our negative log-likelihoods of every folder of a family against transformers', and those of the GGUF made of it.

  family_test.py BITLATHE_CLI FOLDER_OF_FAMILIES

The folders are those of ../shared/data/families or of make_families.py. What GGUF cannot say of a model is refused or warned of.
"""
import csv
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

BOUND = 2e-3  # nats, at every token


def run(cli, *arguments):
    return subprocess.run([cli, *map(str, arguments), "--json", "--quiet"], capture_output=True, text=True)


def likelihoods(cli, checkpoint, ids, scores):
    done = run(cli, "eval", checkpoint, "--ids", ids, "--protocol", "window", "--ctx", 256, "--per-token", scores)
    if done.returncode != 0:
        return None, json.loads(done.stdout)["error"]["message"]
    with open(scores) as file:
        return [float(row["nll"]) for row in csv.DictReader(file)], ""


def furthest(a, b):
    return max(abs(x - y) for x, y in zip(a, b, strict=True))


def check(cli, folder, out):
    """What is wrong with a folder, or nothing."""
    raw = (folder / "ids.i32").read_bytes()
    ids = out / "ids.json"
    ids.write_text(json.dumps(struct.unpack(f"<{len(raw) // 4}i", raw)))
    raw = (folder / "nll.f32").read_bytes()
    wanted = struct.unpack(f"<{len(raw) // 4}f", raw)
    ours, reason = likelihoods(cli, folder, ids, out / "scores.csv")
    if ours is None:
        return f"refused: {reason}"
    distance = furthest(ours, wanted)
    gguf = out / "model.gguf"
    done = run(cli, "convert", folder, "--target", "gguf", "-o", gguf, "--format", "F32")
    if done.returncode != 0:
        print(f"{folder.name}: {distance:.1e}; no GGUF: {json.loads(done.stdout)['error']['message']}")
    else:
        converted, reason = likelihoods(cli, gguf, ids, out / "scores.csv")
        if converted is None:
            return f"its GGUF is refused: {reason}"
        warnings = json.loads(done.stdout).get("warnings", [])
        apart = furthest(converted, wanted)
        print(f"{folder.name}: {distance:.1e}, as GGUF {apart:.1e} {'; '.join(map(str, warnings))}")
        if apart > BOUND and not warnings:
            return f"its GGUF is {apart} nats off"
    return f"{distance} nats off" if distance > BOUND else ""


def main():
    cli, families = sys.argv[1], pathlib.Path(sys.argv[2])
    wrong = 0
    for folder in sorted(path for path in families.iterdir() if path.is_dir()):
        with tempfile.TemporaryDirectory() as out:
            fault = check(cli, folder, pathlib.Path(out))
        if fault:
            print(f"WRONG {folder.name}: {fault}")
            wrong += 1
    sys.exit(f"{wrong} folders are wrong" if wrong else 0)


if __name__ == "__main__":
    main()
