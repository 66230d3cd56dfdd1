#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads project files with h5py, by what docs/project-file.md says, and compares with what bitlathe-cli says, and with what
project_probe says of what the window puts into them.

project_test.py CLI MODEL.gguf TEXT [PROBE]
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
probe = sys.argv[4] if len(sys.argv) > 4 else str(pathlib.Path(cli).parent / "project_probe")
failures = []


def run(*arguments):
    return json.loads(subprocess.run([cli, *arguments, "--json"], check=True, stdout=subprocess.PIPE).stdout)


def expect(what, condition):
    if not condition:
        failures.append(what)


def texts(group):
    """Texts under names, as /plans and /view hold them."""
    ends = np.cumsum(group["bytes"][:].astype(int))
    every = bytes(group["text"][:])
    return {name.decode(): every[end - size:end].decode()
            for name, size, end in zip(group["name"][:], group["bytes"][:].astype(int), ends)}


def check_row(evaluations, i, row):
    """One row of /evaluations with its tokens."""
    name = row["plan"] or "the original"
    expect(f"name of {name}", evaluations["plan"][i].decode() == row["plan"])
    expect(f"perplexity of {name}", evaluations["perplexity"][i] == row["perplexity"])
    count = evaluations["tokens"][:].astype(int)
    begin, end = count[:i].sum(), count[:i + 1].sum()
    losses = evaluations["scores/nll"][begin:end]
    expect(f"losses of {name}", np.array_equal(losses, row["nll"]))
    expect(f"perplexity follows for {name}", np.isclose(np.exp(losses.mean()), row["perplexity"], rtol=1e-12))
    windows = evaluations["windows"]
    first_window = windows["count"][:i].astype(int).sum()
    at = windows["length"][:first_window].astype(int).sum()
    ids = []
    for w in range(first_window, first_window + int(windows["count"][i])):
        length, first = int(windows["length"][w]), int(windows["first"][w])
        ids += list(windows["id"][at + first:at + length])
        at += length
    expect(f"tokens of {name}", ids == row["ids"])
    tops = evaluations["tops/model"]
    ends = np.cumsum(tops["count"][:].astype(int))
    for k, wanted in enumerate(row["tops"]):
        run_of = slice(ends[begin + k] - len(wanted), ends[begin + k])
        found = list(zip(tops["id"][run_of], tops["p"][run_of]))
        expect(f"top tokens of {name}", tops["count"][begin + k] == len(wanted) and
               all(a == c and b == np.float32(d) for (a, b), (c, d) in zip(found, wanted)))
    before = evaluations["compared"][:i].astype(int) @ count[:i]
    if row["kl"] is None:
        expect(f"{name} was not compared", evaluations["compared"][i] == 0 and np.isnan(evaluations["kl"][i]).all())
    else:
        kl = evaluations["scores/kl"][before:before + end - begin]
        expect(f"divergence of {name}", np.isclose(kl.mean(), row["kl"], rtol=1e-12) and evaluations["kl"][i, 0] == row["kl"])
        change = np.exp(-losses) - np.exp(-evaluations["scores/reference_nll"][before:before + end - begin])
        expect(f"change of {name}", np.isclose(np.sqrt((change**2).mean()), evaluations["kl"][i, 8], rtol=1e-12))
        same = evaluations["scores/same_top"][before:before + end - begin]
        expect(f"same top tokens of {name}", np.isclose(same.mean(), evaluations["kl"][i, 9], rtol=1e-12))


with tempfile.TemporaryDirectory() as folder:
    worked = str(pathlib.Path(folder) / "w.bitlathe")
    said = json.loads(subprocess.run([probe, model, text, worked], check=True, stdout=subprocess.PIPE).stdout)
    with h5py.File(worked) as file:
        expect("version of evaluations", file["evaluations"].attrs["version"] == 2)
        expect("rows", len(file["evaluations/plan"]) == len(said["rows"]) == 2)
        for i, row in enumerate(said["rows"]):
            check_row(file["evaluations"], i, row)
        expect("plans", texts(file["plans"]) == said["plans"])
        expect("order of plans", [name.decode() for name in file["plans/name"][:]][0] == "Q4_K_M")
        expect("view", texts(file["view"]) == said["view"])
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
