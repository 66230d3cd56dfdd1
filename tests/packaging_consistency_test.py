#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when the places that name versions, file types or the program's desktop name contradict each other.

CHANGELOG.md leads: its versions, newest first, are those of the AppStream releases and of the Debian changelog, and
the newest is the project's and that of the manual pages. "(unreleased)" there is type="development" and UNRELEASED
elsewhere; a date is the same date.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as xml
from email.utils import parsedate_to_datetime

TOP = pathlib.Path(__file__).resolve().parent.parent
NAME = "io.github.bitlathe.Bitlathe"
LINUX = TOP / "packaging/linux"
UNRELEASED = "unreleased"


def first(pattern, text):
    match = re.search(pattern, text, re.MULTILINE)
    return match.group(1) if match else None


def changelog_releases(text):
    """[(version, date or UNRELEASED)], newest first; a heading of another shape is an error."""
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    shape = r"(\d+\.\d+\.\d+) \((unreleased|\d{4}-\d\d-\d\d)\)"
    return [re.fullmatch(shape, heading).groups() for heading in headings]


def appstream_releases(root):
    """The same of the metainfo file."""
    return [
        (release.get("version"), UNRELEASED if release.get("type") == "development" else release.get("date"))
        for release in root.iter("release")
    ]


def debian_releases(text):
    """The same of a Debian changelog."""
    entries = re.findall(r"^bitlathe \(([^)]+)\) (\S+);.*?^ -- .*?>  (.*?)$", text, re.MULTILINE | re.DOTALL)
    return [
        (version, UNRELEASED if suite == "UNRELEASED" else parsedate_to_datetime(date).date().isoformat())
        for version, suite, date in entries
    ]


def version_problems(releases):
    """Places that disagree with CHANGELOG.md."""
    newest = releases[0][0]
    metainfo = xml.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    found = {
        "CMakeLists.txt": (first(r"^project\(bitlathe VERSION (\S+)", (TOP / "CMakeLists.txt").read_text()), newest),
        "metainfo": (appstream_releases(metainfo), releases),
        "debian/changelog": (debian_releases((TOP / "packaging/debian/changelog").read_text()), releases),
    }
    for page in sorted((TOP / "packaging/man").glob("*.1")):
        found[page.name] = (first(r'^\.TH .*"bitlathe (\S+)"', page.read_text()), newest)
    return [
        f"{place}: {there}, CHANGELOG.md says {wanted}"
        for place, (there, wanted) in found.items() if there != wanted
    ]


def name_problems():
    """File types that desktop entry, AppStream and MIME database do not share, and places with a wrong name."""
    desktop = (LINUX / f"{NAME}.desktop").read_text()
    metainfo = xml.parse(LINUX / f"{NAME}.metainfo.xml").getroot()
    mime = xml.parse(LINUX / f"{NAME}.xml").getroot()
    opened = set(first(r"^MimeType=(.*);$", desktop).split(";"))
    known = {entry.get("type") for entry in mime if entry.tag.endswith("}mime-type")}
    provided = {entry.text for entry in metainfo.iter("mediatype")}
    uses = {
        "Icon=": first(r"^Icon=(.*)$", desktop),
        "metainfo id": metainfo.findtext("id"),
        "launchable": metainfo.findtext("launchable").removesuffix(".desktop"),
        "app/gui/main.cpp": first(r'setDesktopFileName\(u"([^"]+)"_s\)', (TOP / "app/gui/main.cpp").read_text()),
        "packaging": first(r"^set\(desktop_id (\S+)\)", (TOP / "packaging/CMakeLists.txt").read_text()),
    }
    problems = [f"{place}: {name}, not {NAME}" for place, name in uses.items() if name != NAME]
    if not opened == known == provided:
        problems.append(f"file types differ: desktop {opened}, mime {known}, metainfo {provided}")
    return problems


def test_the_test():
    """The readers see what they are there for."""
    assert changelog_releases("# C\n\n## 1.2.0 (unreleased)\n- x\n\n## 1.1.0 (2030-01-02)\n") == [
        ("1.2.0", UNRELEASED), ("1.1.0", "2030-01-02")]
    release = "<release version='{}' type='{}' date='2030-01-02'/>"
    root = xml.fromstring(f"<r>{release.format('1.2.0', 'development')}{release.format('1.1.0', 'stable')}</r>")
    assert appstream_releases(root) == [("1.2.0", UNRELEASED), ("1.1.0", "2030-01-02")]
    text = "bitlathe (1.0.0) {}; urgency=medium\n\n  * X.\n\n -- M <m@x>  Wed, 02 Jan 2030 12:00:00 +0000\n"
    assert debian_releases(text.format("UNRELEASED") + "\n" + text.format("unstable")) == [
        ("1.0.0", UNRELEASED), ("1.0.0", "2030-01-02")]
    assert version_problems([("99.0.0", UNRELEASED)])


test_the_test()
problems = version_problems(changelog_releases((TOP / "CHANGELOG.md").read_text())) + name_problems()
print("\n".join(problems) or "versions, file types and names agree")
sys.exit(1 if problems else 0)
