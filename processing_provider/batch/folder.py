"""The folder of a batch and those of its runs: what lies where, whose it is, and whether a run is there already."""

import hashlib
import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ...rtm_plugin.engine import science_hash
from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..destinations import real_path
from ..model_request import ModelRequest
from ..packages import versions
from ..staging import MARK, staged, write_text

# What a run may leave: key of the parameter of the main job, and name of the file
FILES = {
    "risk_terrain": ("RISK_TERRAIN", "risk_terrain.tif"),
    "model_table": ("MODEL_TABLE", "model_table.csv"),
    "report": ("REPORT", "report.html"),
    "candidates": ("CANDIDATES", "candidates.csv"),
    "cells": ("CELLS", "cells.gpkg"),
}
USUAL = ("risk_terrain", "model_table", "report")
MODEL, RECORD, SETUP, LOG, AREA = "model.json", "finished.json", "setup.json", "log.txt", "study_area.gpkg"
_SIDE_FILES = ("risk_terrain.qml", "model.run.json")
OURS = (MODEL, RECORD, SETUP, LOG, AREA, *_SIDE_FILES, *(name for _, name in FILES.values()))
LOCK = ".batch.lock"  # there while a batch is at work in the folder
BATCH = "batch.json"  # in the folder of a batch: it says whose folder that is
INCIDENTS, FACTORS = "incidents.gpkg", "factors.gpkg"  # copies of layers that other processes cannot read
COMPARISON, AREAS, OVERVIEW = "comparison.csv", "areas.gpkg", "overview.html"

_NO_NAME = re.compile(r'[<>:"/\\|?*%\x00-\x1f\x7f]+')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 80


@dataclass(frozen=True)
class BatchRun:
    """One study area with one type of incidents.

    Attributes
    ----------
    area, incidents : str
        Their names.
    folder : pathlib.Path
    request : ModelRequest
        Without the study area, which is a file of the run's own.
    made_from : dict of str: str
        A digest of each part of what the run is made from: see :func:`digests_of`.
    files : tuple of str
        Names of what it leaves.
    """

    area: str
    incidents: str
    folder: Path
    request: ModelRequest
    made_from: dict
    files: tuple

    def request_in(self, path, area):
        """The whole request, where the study area is a layer of this name in a file."""
        return replace(self.request, study_area=f"{path}|layername={area}")

    @property
    def words(self):
        return tr("{area}, {incidents}").format(area=self.area, incidents=self.incidents)

    @property
    def model(self):
        return self.folder / MODEL

    def is_finished(self):
        """Whether it is there, made from the same data with the same settings and versions, and whole."""
        record = _record_in(self.folder / RECORD)
        return record.get("made_from") == self.made_from and self._is_whole(record)

    def other_parts(self):
        """Parts of what a finished run was made from that are others now; none where there is no such run."""
        record = _record_in(self.folder / RECORD)
        before = record.get("made_from")
        if not isinstance(before, dict) or not self._is_whole(record):
            return ()
        return tuple(part for part, digest in self.made_from.items() if before.get(part) != digest)

    def _is_whole(self, record):
        return all((self.folder / name).is_file() for name in self.files) and record.get("model") == _sha256(self.model)

    def publish(self, stage, seconds):
        """Put the files of a run, which all wait in a :class:`Stage`, in the place of an earlier one's, and record it.

        Until then the earlier run is whole, and while they are replaced it does not count as finished.
        """
        record = self.folder / RECORD
        before = record.read_bytes() if record.is_file() else None
        record.unlink(missing_ok=True)
        waiting = {stage(self.folder / name): self.folder / name for name in OURS}
        ours = {final for path, final in waiting.items() if path.is_file()}
        try:
            stage.publish()
        except RtmError:
            if before is not None:
                record.write_bytes(before)
            raise
        for final in set(waiting.values()) - ours:
            final.unlink(missing_ok=True)
        content = {"made_by": MARK, "made_from": self.made_from, "model": _sha256(self.model)}
        with staged() as own:
            write_text(own(record), json.dumps({**content, "seconds": round(seconds, 1)}, indent=1) + "\n")

    def has_record(self):
        """Whether an earlier run has been finished there, from whatever it was made."""
        return (self.folder / RECORD).is_file()

    def give_up(self):
        """Remove folders that were made for a run that has not been made."""
        for folder in (self.folder, self.folder.parent):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def digests_of(**parts):
    """A digest of each part that a run is made from, of this code and the packages too: {part: digest}."""
    parts["versions"] = [science_hash(), [list(one) for one in versions()]]
    return {
        part: hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        for part, content in parts.items()
    }


def part_words(part):
    """A part of :func:`digests_of` in words."""
    return {
        "area": tr("boundaries"),
        "data": tr("incidents or other layers"),
        "settings": tr("settings"),
        "versions": tr("versions of the software"),
    }[part]


def files_of(leaves):
    """Names of the files that a run leaves, where these of FILES are asked for."""
    return (MODEL, *(FILES[one][1] for one in FILES if one in leaves))


class FolderNames:
    """Names of folders that every system takes, each given once."""

    def __init__(self):
        self._given = set()

    def __call__(self, name):
        plain = _NO_NAME.sub("_", name)[:_LONGEST].strip(". ") or "_"
        if plain.partition(".")[0].casefold() in _DEVICES:
            plain = f"{plain}_"
        found, number = plain, 1
        while found.casefold() in self._given:
            number += 1
            found = f"{plain} {number}"
        self._given.add(found.casefold())
        return found


def check_folder(folder):
    """Raise :class:`RtmError` where a folder holds something else than an earlier batch."""
    folder = Path(folder)
    if not folder.is_dir() or _record_in(folder / BATCH):
        return
    other = next((one.name for one in sorted(folder.iterdir()) if not one.name.startswith(".")), None)
    if other is not None:
        raise RtmError(
            tr(
                "Folder '{folder}' holds something else than a batch ('{other}'): choose an empty or a new folder, or "
                "that of an earlier batch."
            ).format(folder=folder, other=other)
        )


def claim(folder):
    """Say whose folder it is, so that the batch can be taken up."""
    path = Path(folder) / BATCH
    with staged() as stage:
        write_text(stage(path), json.dumps({"made_by": MARK}, indent=1) + "\n")


@contextmanager
def locked(folder):
    """The folder is one batch's alone. Raises :class:`RtmError` where another one is at work in it.

    The lock of a batch that was killed counts for nothing.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)  # a batch may take days: only whether its process runs counts
    if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
        _, process, machine, _ = lock.getLockInfo()
        raise RtmError(
            tr(
                "Another batch is at work in '{folder}' (process {process} on {machine}): wait until it has ended, "
                "cancel it, or choose another folder."
            ).format(folder=folder, process=process, machine=machine)
        )
    try:
        yield
    finally:
        lock.unlock()


def tidy_up(folder):
    """Remove what nobody needs after a batch: the copy of incidents, and where no run has ended, all that is ours."""
    (Path(folder) / INCIDENTS).unlink(missing_ok=True)
    own = {BATCH, FACTORS}
    if Path(folder).is_dir() and {one.name for one in Path(folder).iterdir()} <= {*own, LOCK}:
        for name in own:
            (Path(folder) / name).unlink(missing_ok=True)


def check_outside(folder, addresses):
    """Raise :class:`RtmError` where a layer that is read lies in the folder that is written to."""
    folder = real_path(folder)
    for address in addresses:
        path = real_path(address.partition("|")[0])
        if folder in path.parents:
            raise RtmError(
                tr("Layer '{path}' lies in the folder of the batch: choose another folder.").format(path=path)
            )


def _record_in(path):
    """What a record of ours says; nothing where there is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and found.get("made_by") == MARK else {}


def _sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
