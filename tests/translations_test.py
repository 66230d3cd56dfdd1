#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails when a language of the window is not complete, or its texts do not fit the sources.

Takes the texts out of the sources anew and compares: nothing may be missing, unfinished or left over. In every
translation the places to fill (%1, %n), the accelerators (&), an ellipsis at the end and blanks at the ends are those
of the source. Fields of QFileDialog filters in brackets stay.

translations_test.py LUPDATE; without lupdate only what the files say of themselves is looked at, and it says so.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

TOP = pathlib.Path(__file__).resolve().parent.parent
CATALOGUES = sorted((TOP / "translations").glob("bitlathe_*.ts"))
PLURALS_ONLY = "bitlathe_en.ts"


def messages(path):
    """{(context, source, comment): message element}"""
    found = {}
    for context in xml.parse(path).getroot().iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            found[(name, message.findtext("source") or "", message.findtext("comment") or "")] = message
    return found


def texts(message):
    """The translations: one, or one for each plural form."""
    translation = message.find("translation")
    forms = translation.findall("numerusform")
    return ["".join(form.itertext()) for form in forms] or ["".join(translation.itertext())]


def places(text):
    return sorted(set(re.findall(r"%L?(?:[1-9]|n)", text)))


def accelerators(text):
    return len(re.findall(r"&(?=\w)", text.replace("&&", "")))


def faults_of(source, text):
    if not text.strip():
        return ["has no text"] if source.strip() else []
    faults = []
    if places(source) != places(text):
        faults.append(f"fills {places(text)}, the source {places(source)}")
    if accelerators(source) != accelerators(text):
        faults.append("has another number of accelerators (&)")
    if source.rstrip().endswith("…") != text.rstrip().endswith("…"):
        faults.append("has another end: …")
    for blanks in (r"^\s*", r"\s*$"):
        if re.search(blanks, source).group() != re.search(blanks, text).group():
            faults.append("begins or ends with other blanks")
    if re.findall(r"\(\*[^)]*\)", source) != re.findall(r"\(\*[^)]*\)", text):
        faults.append("has other file endings")
    return faults


def check_texts(path, problems):
    for (context, source, _), message in messages(path).items():
        where = f"{path.name}: {context}: \"{source}\""
        if message.find("translation").get("type") is not None:
            problems.append(f"{where} is {message.find('translation').get('type')}")
            continue
        for text in texts(message):
            problems.extend(f"{where}: \"{text}\" {fault}" for fault in faults_of(source, text))


def check_complete(path, lupdate, problems):
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / path.name
        shutil.copy(path, fresh)
        plurals = ["-pluralonly"] if path.name == PLURALS_ONLY else []
        subprocess.run([lupdate, "ui", "app/gui", "-I", ".", "-locations", "none", "-no-obsolete", *plurals, "-silent",
                        "-ts", fresh], cwd=TOP, check=True,
                       stdout=subprocess.DEVNULL)
        there, wanted = set(messages(path)), set(messages(fresh))
    for verb, keys in (("misses", wanted - there), ("still has", there - wanted)):
        problems.extend(f"{path.name} {verb} {context}: \"{source}\"" for context, source, _ in sorted(keys))


def main():
    lupdate = sys.argv[1] if len(sys.argv) > 1 and shutil.which(sys.argv[1]) else None
    problems = []
    for path in CATALOGUES:
        check_texts(path, problems)
        if lupdate:
            check_complete(path, lupdate, problems)
    if problems:
        print("\n".join(problems))
        print(f"\n{len(problems)} problems. Build the target update_translations, then fill in translations/*.ts.")
        return 1
    if not lupdate:
        print("SKIPPED: lupdate (qt6-l10n-tools) is not there, so nobody knows whether texts are missing")
        return 77
    print(f"{len(CATALOGUES)} catalogues are complete")
    return 0


if __name__ == "__main__":
    sys.exit(main())
