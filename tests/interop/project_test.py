#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a project file with h5py, by what docs/project-file.md says, and compares with what bitlathe-cli says.

project_test.py CLI MODEL.gguf TEXT
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import h5py
import numpy as np
from gguf import GGUFReader

cli, model, text = sys.argv[1:4]
failures = []


def run(*arguments):
    return json.loads(subprocess.run([cli, *arguments, "--json"], check=True, stdout=subprocess.PIPE).stdout)


def expect(what, condition):
    if not condition:
        failures.append(what)


with tempfile.TemporaryDirectory() as folder:
    project = str(pathlib.Path(folder) / "p.bitlathe")
    imatrix = str(pathlib.Path(folder) / "i.gguf")
    run("profile", model, "--text", text, "--tokens", "1024", "--ctx", "128", "--gram", "mlp_down",
        "-o", project)
    skips = run("importance", project, "--formats", "Q8_0", "--measure-skip", text, "--ctx", "64", "--tokens", "256")["skips"]
    run("imatrix", project, "-o", imatrix)
    importance = run("importance", project)
    outliers = {row["tap"]: row for row in run("outliers", project)["taps"]}
    values = {tensor.name: np.array(tensor.data).ravel() for tensor in GGUFReader(imatrix).tensors}
    with h5py.File(project) as file:
        expect("version", file.attrs["bitlathe_project"] == 1)
        profile = file["profile"]
        expect("tokens", profile.attrs["tokens"] == 1024)
        taps = profile["taps"]
        ends = np.cumsum(taps["channels"][:])
        first, rest = profile["first"], profile["rest"]
        expect("windows", int(first["tokens"][0]) == 8 and int(rest["tokens"][0]) == 1016)
        for t, end in enumerate(ends):
            run_of = slice(end - taps["channels"][t], end)
            point, block = taps["point"][t].decode(), taps["block"][t]
            absmax = max(first["absmax"][run_of].max(), rest["absmax"][run_of].max())
            expect(f"absmax of tap {t}", absmax == np.float32(outliers[f"blk.{block}.{point}"]["absmax"]))
            if point == "mlp_mid":
                sums = (first["sum2"][run_of] + rest["sum2"][run_of]).astype(np.float32)
                expect(f"imatrix of block {block}", np.array_equal(sums, values[f"blk.{block}.ffn_down.weight.in_sum2"]))
                expect("counts", values[f"blk.{block}.ffn_down.weight.counts"][0] == 1024)
        attention = profile["attention"]
        given = attention["received"][:].sum()
        expect("attention", np.isclose(given, float((attention["heads"][:] * 1024).sum()), rtol=1e-5))
        shares = np.split(attention["to_first"][:], np.cumsum(attention["heads"][:])[:-1].astype(int))
        sinks = [block.sum() / len(block) / queries for block, queries in zip(shares, attention["queries"][:])]
        expect("sinks", np.allclose(sinks, [block["sink_share"] for block in importance["blocks"]], rtol=1e-12))
        gram = file["gram"]
        expect("gram taps", [point.decode() for point in gram["point"][:]] == ["mlp_mid"] * len(importance["blocks"]))
        size = int(gram["channels"][0])
        upper = np.zeros((size, size), np.float32)
        upper[np.triu_indices(size)] = gram["matrices/0"][:]
        expect("gram diagonal", np.allclose(np.diag(upper), values["blk.0.ffn_down.weight.in_sum2"], rtol=1e-4))
        expect("skips", np.array_equal(file["skips/kl"][:], [block["kl"] for block in skips["blocks"]]))
        expect("skipped tokens", file["skips"].attrs["tokens"] == skips["tokens"])
        spans = profile["spans/rest"]
        blocks = len(importance["blocks"])
        expect("spans", len(spans["angle"]) == blocks * (blocks + 1) // 2)
        change = profile["changes/whole"]
        cosine = change["first/cosine"][:] + change["rest/cosine"][:]
        tokens = change["first/tokens"][:] + change["rest/tokens"][:]
        lim = np.array([block["lim"] for block in importance["blocks"]])
        expect("lim", np.allclose(-cosine / tokens, lim, rtol=1e-12))

print("\n".join(failures) or "h5py reads what the program says")
sys.exit(1 if failures else 0)
