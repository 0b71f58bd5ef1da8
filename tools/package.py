"""Build the plugin's zip from the last commit, and check it as the plugin site does on upload.

    python tools/package.py FOLDER

leaves ``risk_terrain_modelling.zip`` in the folder. Where the site would refuse that zip, or a translation lacks some
of its texts, it fails and leaves none there, no earlier one either.
"""

import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from checkout import PACKAGE, ROOT
from site_rules import absent_scanners, find_faults
from translations import compile_committed, find_gaps


def main(folder):
    archive = Path(folder).resolve() / f"{PACKAGE}.zip"
    archive.unlink(missing_ok=True)
    absent = absent_scanners()
    if absent:
        sys.exit(f"Without {' and '.join(absent)} nobody knows whether the site would refuse the zip: run make env.")
    with tempfile.TemporaryDirectory() as aside:
        built = build(aside)
        faults = [*find_faults(built), *_find_gaps(built)]
        if faults:
            sys.exit("\n".join([f"{archive.name} would be refused:", *faults]))
        archive.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(built, archive)
    with zipfile.ZipFile(archive) as content:
        print(f"{archive}: {len(content.namelist())} entries, {archive.stat().st_size / 1024:.0f} kB, no faults")


def _find_gaps(archive):
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(archive) as content:
        try:
            content.extractall(folder)
            return find_gaps(Path(folder) / PACKAGE)
        except SyntaxError:
            return []  # code that cannot be read is a fault already


def build(folder):
    """Write the zip of the last commit, and of what is made for it, into a folder; returns its path."""
    folder = Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{PACKAGE}.zip"
    with tempfile.TemporaryDirectory() as scratch:
        added = [
            option
            for place, files in make_files(scratch).items()
            for option in (f"--prefix={PACKAGE}/{place}/", *(f"--add-file={file}" for file in files))
        ]
        subprocess.run(
            ["git", "archive", "--format=zip", f"--output={archive}", *added, f"--prefix={PACKAGE}/", "HEAD"],
            cwd=ROOT,
            check=True,
        )
    return archive


def make_files(scratch):
    """Make, in a scratch folder, what is in the zip and not in git: {folder in the zip: paths}."""
    return {"i18n": compile_committed(scratch)}


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
