# SPDX-License-Identifier: GPL-3.0-or-later
"""A display of its own with a program on it, found as a screen reader finds it and used with mouse and keyboard.

Widgets are looked up by accessible name over AT-SPI, clicks and keys go through xdotool: what these tests do, a person can
do, and what they cannot find, a screen reader cannot find either. Needs Xvfb, xdotool, a D-Bus session and AT-SPI.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

NEEDED = ("Xvfb", "xdotool", "dbus-run-session")
SKIPPED = 77  # what ctest takes for "skipped"
PATIENCE_S = 30.0


def require():
    """Ends the program as skipped, saying why, where something needed is missing; else puts it into a D-Bus session."""
    missing = [tool for tool in NEEDED if shutil.which(tool) is None]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError):
        missing.append("gir1.2-atspi-2.0 with python3-gi")
    if missing:
        print("SKIPPED: not installed:", ", ".join(missing), "(scripts/deps.sh installs them)")
        sys.exit(SKIPPED)
    if "BITLATHE_E2E_SESSION" not in os.environ:
        os.environ["BITLATHE_E2E_SESSION"] = "1"
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable] + sys.argv)


def wait_for(what, question, patience_s=PATIENCE_S):
    """The first answer of `question` that is true; fails with `what` when none comes in time."""
    end = time.monotonic() + patience_s
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited {patience_s:.0f} s in vain for {what}")
        time.sleep(0.1)


class Display:
    """An X server nobody sees, with a home folder nobody used before."""

    def __init__(self, folder, width=1600, height=1000):
        self.folder = pathlib.Path(folder)
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24"],
                                       pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        home = str(self.folder)
        os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", HOME=home,
                          XDG_RUNTIME_DIR=str(runtime), XDG_CONFIG_HOME=f"{home}/config", XDG_CACHE_HOME=f"{home}/cache",
                          XDG_DATA_HOME=f"{home}/data", LC_ALL="C.UTF-8", LANGUAGE="en")

    def start(self, *command, **how):
        return subprocess.Popen([str(part) for part in command], **how)

    def picture(self, path):
        """A PNG of the whole screen, where ImageMagick is there."""
        if shutil.which("import"):
            subprocess.run(["import", "-window", "root", str(path)], check=False)

    def close(self):
        self.server.terminate()
        self.server.wait()


def xdotool(*words):
    subprocess.run(["xdotool"] + [str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def key(*names):
    xdotool("key", "--clearmodifiers", "--delay", 30, *names)


def write(text):
    xdotool("type", "--delay", 15, text)


def click(point, button=1):
    xdotool("mousemove", *point, "click", button)


def drag(points, rest_s=0.05):
    """Press at the first point, over the others, release at the last one; in steps, as a hand moves."""
    xdotool("mousemove", *points[0], "mousedown", 1)
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        for step in range(1, 9):
            xdotool("mousemove", round(x0 + (x1 - x0) * step / 8), round(y0 + (y1 - y0) * step / 8))
            time.sleep(rest_s / 8)
    time.sleep(rest_s)
    xdotool("mouseup", 1)


class Program:
    """One program on the display, as AT-SPI tells of it."""

    def __init__(self, name):
        from gi.repository import Atspi
        self.atspi, self.name = Atspi, name
        self.root = wait_for(f"the program {name} on the accessibility bus", self._find_root)

    def _find_root(self):
        desktop = self.atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() == self.name:
                return child
        return None

    def walk(self, node=None):
        """Everything below a node, depth first. What vanishes on the way is passed over."""
        try:
            node = node or self.root
            yield node
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except Exception:  # noqa: BLE001  GLib.Error: a widget that has gone
            return
        for child in children:
            if child is not None:
                yield from self.walk(child)

    def look(self, pattern, role=None, below=None):
        """The first node whose whole name matches, with a place on the screen; None when there is none."""
        for node in self.walk(below):
            try:
                if re.fullmatch(pattern, node.get_name() or "") and (role is None or node.get_role_name() == role):
                    box = self.box(node)
                    if box[0] >= 0 and box[1] >= 0 and box[2] > 0 and box[3] > 0 and self.showing(node):
                        return node
            except Exception:  # noqa: BLE001
                continue
        return None

    def showing(self, node):
        return node.get_state_set().contains(self.atspi.StateType.SHOWING)

    def find(self, pattern, role=None, below=None, patience_s=PATIENCE_S):
        return wait_for(f"'{pattern}' ({role or 'any role'}) in {self.name}",
                        lambda: self.look(pattern, role, below), patience_s)

    def box(self, node):
        """x, y, width, height on the screen."""
        box = node.get_extents(self.atspi.CoordType.SCREEN)
        return box.x, box.y, box.width, box.height

    def middle(self, node):
        x, y, width, height = self.box(node)
        return x + width // 2, y + height // 2

    def click(self, pattern, role=None):
        node = self.find(pattern, role)
        click(self.middle(node))
        return node

    def value(self, node):
        return node.get_current_value()
