"""Build the plugin's zip from the last commit, and check it as the plugin site does on upload.

    python tools/package.py FOLDER

leaves ``risk_terrain_modelling-<version>.zip`` in the folder, and its content unpacked beside it.
"""

import posixpath
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from configparser import ConfigParser
from pathlib import Path

from checkout import PACKAGE, ROOT
from translations import compile_committed

LARGEST = 25 * 1024**2  # bytes
NEEDED = ("LICENSE", "__init__.py", "metadata.txt")
NEEDED_KEYS = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about")
NEEDED_ADDRESSES = ("tracker", "repository", "homepage")
UNWANTED_PARTS = {"__pycache__", "__MACOSX", ".git", ".venv", "tests", "tools", ".ci"}
UNWANTED_SUFFIXES = {".pyc", ".so", ".dll", ".pyd", ".exe", ".bat", ".sh", ".qrc"}


def main(folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    archive = build(folder)
    faults = find_faults(archive)
    if faults:
        sys.exit("\n".join([f"{archive.name} would be refused:", *faults]))
    shutil.rmtree(folder / PACKAGE, ignore_errors=True)
    with zipfile.ZipFile(archive) as content:
        content.extractall(folder)
        print(f"{archive}: {len(content.namelist())} entries, {archive.stat().st_size / 1024:.0f} kB, no faults")


def build(folder):
    """Write the zip of the last commit, with its translations compiled, into a folder; returns its path."""
    parser = ConfigParser()
    parser.read_string(
        subprocess.run(
            ["git", "show", "HEAD:metadata.txt"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
    )
    archive = Path(folder).resolve() / f"{PACKAGE}-{parser['general']['version']}.zip"
    with tempfile.TemporaryDirectory() as made:
        added = [f"--add-file={file}" for file in compile_committed(made)]
        subprocess.run(
            [
                *("git", "archive", "--format=zip", f"--output={archive}"),
                *(f"--prefix={PACKAGE}/i18n/", *added, f"--prefix={PACKAGE}/", "HEAD"),
            ],
            cwd=ROOT,
            check=True,
        )
    return archive


def _dead_links(name, text, names):
    """Links of a page in the zip, to files, that lead nowhere."""
    links = sorted(set(re.findall(r"\]\((?!\w+:)([^)#]+)", text)))
    folder = posixpath.dirname(name)
    return [link for link in links if posixpath.normpath(posixpath.join(folder, link)) not in names]


def find_faults(archive):
    """Why the plugin site would refuse the zip: a list of sentences, empty where it would not."""
    faults = []
    if archive.stat().st_size > LARGEST:
        faults.append(f"It has {archive.stat().st_size} bytes, more than {LARGEST}.")
    with zipfile.ZipFile(archive) as content:
        names = content.namelist()
        tops = {name.split("/")[0] for name in names}
        if tops != {PACKAGE}:
            faults.append(f"Its top folders are {sorted(tops)}, not {PACKAGE} alone.")
        for needed in NEEDED:
            if f"{PACKAGE}/{needed}" not in names:
                faults.append(f"{needed} is missing.")
        for name in names:
            path = Path(name)
            if UNWANTED_PARTS & set(path.parts) or path.suffix.lower() in UNWANTED_SUFFIXES or "\\" in name:
                faults.append(f"{name} must not be in it.")
        parser = ConfigParser()
        parser.read_string(content.read(f"{PACKAGE}/metadata.txt").decode("utf-8"))
        general = parser["general"]
        faults += [f"metadata.txt has no {key}." for key in (*NEEDED_KEYS, *NEEDED_ADDRESSES) if not general.get(key)]
        if f"{PACKAGE}/{general.get('icon')}" not in names:
            faults.append(f"The icon {general.get('icon')} is missing.")
        for name in names:
            if name.endswith(".md"):
                text = content.read(name).decode("utf-8")
                faults += [f"{name} links to {link}, which is missing." for link in _dead_links(name, text, names)]
    return faults


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
