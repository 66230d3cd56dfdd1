#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From starting the real program to pixels, and what it holds when it rests.

  start_time.py BITLATHE [CHECKPOINT] [--runs 10] [--rest SECONDS]

Starts the program offscreen on the checkpoint (the sample model if none is named) and follows Qt's own log of what is
painted: the first flush of the window, and the first one after the bars of the model were drawn. Every run has empty
settings of its own. Beside the seconds on the clock stand those of the processor until then, which a busy machine does not
lengthen. With --rest it then waits that long and prints the anonymous memory of the last run.
"""
import argparse
import os
import pathlib
import select
import statistics
import subprocess
import tempfile
import time

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "resources/sample/storybook-7m-bf16.gguf"
GIVE_UP = 60


def start(program, checkpoint, folder, painting=True):
    rules = "qt.widgets.painting.info=true" if painting else ""
    home = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"), folder)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES=rules,
                       QT_LOGGING_TO_CONSOLE="1", **home)
    return subprocess.Popen([program, checkpoint], env=environment, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE if painting else subprocess.DEVNULL)


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def times_of_one(program, checkpoint, folder):
    """Seconds to the first flush, to the first one after the bars were drawn, and of the processor until then."""
    begin = time.perf_counter()
    process = start(program, checkpoint, folder)
    first = bars = model = busy = None
    rest = b""
    try:
        while model is None and time.perf_counter() - begin < GIVE_UP:
            if not select.select([process.stderr], [], [], 1)[0]:
                continue
            read = os.read(process.stderr.fileno(), 65536)
            now = time.perf_counter() - begin
            if not read:
                break
            *lines, rest = (rest + read).split(b"\n")
            for line in lines:
                bars = bars or b"BitsCanvas" in line and b"Drawing" in line
                if not line.startswith(b"qt.widgets.painting: Flushing"):
                    continue
                first = first or now
                if bars:
                    model = model or now
            if model is not None:
                busy = processor_seconds(process.pid)
    finally:
        process.kill()
        process.wait()
    return first, model, busy


def anonymous_memory(program, checkpoint, folder, seconds):
    process = start(program, checkpoint, folder, painting=False)
    time.sleep(seconds)
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    process.kill()
    process.wait()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon")) / 1024


def report(what, values):
    known = sorted(value for value in values if value is not None)
    if not known:
        print(f"{what}: never")
        return
    print(f"{what}: median {statistics.median(known):.3f} s, least {known[0]:.3f} s, most {known[-1]:.3f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("checkpoint", nargs="?", default=str(SAMPLE))
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--rest", type=float, default=0)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        runs = [times_of_one(arguments.program, arguments.checkpoint, folder) for _ in range(arguments.runs)]
        for place, what in enumerate(("first pixels", "bars of the model", "processor until then")):
            report(what, [run[place] for run in runs])
        if arguments.rest > 0:
            held = anonymous_memory(arguments.program, arguments.checkpoint, folder, arguments.rest)
            print(f"anonymous memory after {arguments.rest:.0f} s: {held:.0f} MiB")


if __name__ == "__main__":
    main()
