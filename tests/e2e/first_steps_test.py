#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole path of a new user, in a real window: drop a model, filter, drag a bar, paint over many, lock, slide the budget,
undo, compare, save, export, open what was exported.

  first_steps_test.py BITLATHE BITLATHE_CLI DRAG_SOURCE MODEL [PICTURES]
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import desktop
from desktop import click, drag, key, wait_for, write, xdotool

WINDOW, SOURCE = (1250, 900), (1290, 40, 280, 90)


class Journey:
    def __init__(self, bitlathe, cli, source, model, folder, pictures):
        self.cli, self.source, self.model, self.pictures = cli, source, pathlib.Path(model).resolve(), pictures
        self.folder = pathlib.Path(folder)
        self.display = desktop.Display(folder)
        self.errors = open(self.folder / "stderr", "w+")
        self.window = self.display.start(bitlathe, stderr=self.errors)
        self.app = desktop.Program("Bitlathe")
        self.app.find("Open…", "push button")
        xdotool("search", "--onlyvisible", "--name", "Bitlathe", "windowmove", 0, 0, "windowsize", *WINDOW)
        wait_for("the window's new size", lambda: self.app.box(self.frame())[2:] == WINDOW)

    def frame(self):
        return self.app.look(".*Bitlathe", "frame") or self.app.root

    def take_focus(self):
        """There is no window manager that would give the focus back when a dialog goes."""
        xdotool("search", "--onlyvisible", "--name", " – Bitlathe$", "windowfocus", "--sync")

    def picture(self, name):
        if self.pictures:
            self.display.picture(pathlib.Path(self.pictures) / f"{name}.png")

    def drop(self, path):
        """Drags a file from another program into the window."""
        source = self.display.start(self.source, path)
        try:
            x, y, width, height = SOURCE
            wait_for("the window to drag from", lambda: subprocess.run(
                ["xdotool", "search", "--onlyvisible", "--name", "^drag source$", "windowmove", str(x), str(y), "windowsize",
                 str(width), str(height)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0)
            time.sleep(0.5)
            drag([(x + width // 2, y + height // 2), (WINDOW[0] - 200, 300), (600, 450)], rest_s=0.4)
            self.app.find(f"{re.escape(path.name)} – Bitlathe", "frame")
        finally:
            source.terminate()
            source.wait()

    def bar(self, place, rest=".*"):
        return self.app.find(f"{place}, {rest}")

    def format_of(self, place):
        return self.bar(place).get_name().split(", ")[1]

    def bits(self):
        return self.app.find(r"[\d.]+ bpw", "label").get_name()

    def run_cli(self, *words):
        done = subprocess.run([self.cli, *map(str, words), "--json", "--quiet"], stdout=subprocess.PIPE, check=True)
        return json.loads(done.stdout)

    def opens_by_drop(self):
        self.drop(self.model)
        self.app.find(r"weight error [\d.]+ %", "label")
        self.picture("1-opened")

    def filters(self):
        self.app.click("Filter tensors", "text")
        write("role:down")
        self.app.find(r"\d+ shown, .*")
        key("ctrl+a", "Delete")
        wait_for("all tensors again", lambda: self.app.look(r"\d+ shown, .*") is None)

    def drags_one(self):
        before = self.format_of("block 4 attn_o")
        x, y, width, height = self.app.box(self.bar("block 4 attn_o"))
        drag([(x + width // 2, y + height - 6), (x + width // 2, y + 2)])
        wait_for("another format of the bar", lambda: self.format_of("block 4 attn_o") != before)
        self.picture("2-dragged")

    def paints(self):
        x, y, _, height = self.app.box(self.bar("block 1 attn_v"))
        last, _, width, _ = self.app.box(self.bar("block 5 attn_v"))
        drag([(x + 8, y + height - 5), (x + 8, y + 4), (last + width // 2, y + 4)])
        formats = {self.format_of(f"block {block} attn_v") for block in range(1, 6)}
        assert len(formats) == 1, f"painting left {formats}"
        self.picture("3-painted")

    def locks(self):
        click(self.app.middle(self.bar("block 2 attn_q")))
        key("space")
        self.bar("block 2 attn_q", ".*, locked")

    def slides_the_budget(self):
        before, kept = self.bits(), self.format_of("block 2 attn_q")
        x, y, width, height = self.app.box(self.app.find("Budget in bits per weight", "slider"))
        click((x + width * 3 // 4, y + 15))
        wait_for("another size", lambda: self.bits() != before)
        time.sleep(1)
        assert self.format_of("block 2 attn_q") == kept, "the solver moved a locked tensor"
        self.picture("4-budget")
        return before

    def undoes(self, before):
        click(self.app.middle(self.bar("block 2 attn_q")))
        for _ in range(5):
            if self.bits() == before:
                return
            key("ctrl+z")
            time.sleep(0.5)
        assert self.bits() == before, f"undo gave {self.bits()} instead of {before}"

    def compares(self):
        key("ctrl+shift+n")
        click(self.app.middle(self.bar("block 6 mlp_up")))
        key("8")
        wait_for("8 bits", lambda: self.format_of("block 6 mlp_up") == "Q8_0")
        self.app.click("Compare", "page tab")
        click(self.app.middle(self.app.find(".*", "combo box", self.app.find("Compare", "frame"))))
        key("Down", "Return")
        self.app.find(".*6.*up.*", "table cell", self.app.find("Tensors that differ"))
        self.picture("5-compared")

    def saves_and_exports(self):
        plan, out = self.folder / "mine.plan.json", self.folder / "mine.gguf"
        click(self.app.middle(self.bar("block 6 mlp_up")))
        key("ctrl+s")
        self.app.find(".*", "text", self.app.find("Save.*", "dialog"))
        key("ctrl+a")
        write(plan)
        key("Return")
        wait_for("the saved plan", plan.exists)
        self.take_focus()
        key("ctrl+e")
        self.app.click("Destination", "text")
        key("ctrl+a")
        write(out)
        time.sleep(1)
        self.picture("6-export")
        key("Return")
        wait_for("the exported file", out.exists)
        return plan, out

    def checks(self, plan, out):
        shell = self.folder / "shell.gguf"
        report = self.run_cli("export", self.model, "--plan", plan, "--target", "gguf", "-o", shell)
        assert report["verified"]
        assert shell.read_bytes() == out.read_bytes(), "the window and the command line wrote different files"
        types = {t["name"]: t["dtype"] for t in self.run_cli("info", out)["tensors"]}
        assert types["blk.6.ffn_up.weight"] == "Q8_0"
        assert types["blk.4.attn_output.weight"] == self.format_of("block 4 attn_o")
        assert types["blk.2.attn_q.weight"] == self.format_of("block 2 attn_q")

    def opens_the_result(self, out):
        self.drop(out)
        wait_for("the formats of the file", lambda: self.format_of("block 6 mlp_up") == "Q8_0")
        self.picture("7-opened-again")

    def run(self):
        self.opens_by_drop()
        self.filters()
        self.drags_one()
        self.paints()
        self.locks()
        before = self.slides_the_budget()
        self.undoes(before)
        self.compares()
        plan, out = self.saves_and_exports()
        self.checks(plan, out)
        self.opens_the_result(out)

    def end(self):
        """Ends the program; what it wrote to stderr."""
        self.window.terminate()
        self.window.wait(30)
        self.display.close()
        self.errors.seek(0)
        return self.errors.read()


def main():
    desktop.require()
    bitlathe, cli, source, model = sys.argv[1:5]
    pictures = sys.argv[5] if len(sys.argv) > 5 else os.environ.get("BITLATHE_TEST_PICTURES")
    with tempfile.TemporaryDirectory() as folder:
        journey = Journey(bitlathe, cli, source, model, folder, pictures)
        try:
            journey.run()
        except BaseException:
            journey.picture("failed")
            print(journey.end(), file=sys.stderr)
            raise
        said = journey.end()
        assert not said.strip(), f"the window wrote to stderr:\n{said}"
    print("PASSED")


if __name__ == "__main__":
    main()
