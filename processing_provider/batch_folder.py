"""The folder of a batch and those of its runs: what lies where, whose it is, and whether a run is there already."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

from ..rtm_plugin.engine import science_hash
from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from .destinations import real_path
from .model_request import ModelRequest
from .packages import versions
from .staging import MARK, staged, write_text

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
    key : str
        Tells what the run is made from: data, settings and versions.
    files : tuple of str
        Names of what it leaves.
    """

    area: str
    incidents: str
    folder: Path
    request: ModelRequest
    key: str
    files: tuple

    def request_in(self, area):
        """The whole request, where the study area is a layer of this name in the run's own file."""
        return replace(self.request, study_area=f"{self.folder / AREA}|layername={area}")

    @property
    def words(self):
        return tr("{area}, {incidents}").format(area=self.area, incidents=self.incidents)

    @property
    def model(self):
        return self.folder / MODEL

    def is_finished(self):
        """Whether it is there, made from the same data with the same settings and versions, and whole."""
        record = _record_in(self.folder / RECORD)
        return (
            record.get("key") == self.key
            and all((self.folder / name).is_file() for name in self.files)
            and record.get("model") == _sha256(self.model)
        )

    def record(self, seconds):
        """Write the record of a run whose files are all there, in one piece: from then on it is finished."""
        content = {"made_by": MARK, "key": self.key, "model": _sha256(self.model), "seconds": round(seconds, 1)}
        with staged() as stage:
            write_text(stage(self.folder / RECORD), json.dumps(content, indent=1) + "\n")

    def clear(self):
        """Remove what an earlier run has left: it may have been made from something else."""
        for name in (RECORD, *OURS):  # the record first
            (self.folder / name).unlink(missing_ok=True)

    def give_up(self):
        """Remove what was put there for a run that has not been made, and folders that are empty then."""
        self.clear()
        for folder in (self.folder, self.folder.parent):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def key_of(*made_from):
    """Tells one run from another by all that it is made from, this code included."""
    content = [science_hash(), [list(one) for one in versions()], *made_from]
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


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


def tidy_up(folder):
    """Remove what nobody needs after a batch: the copy of incidents, and where no run has ended, all that is ours."""
    (Path(folder) / INCIDENTS).unlink(missing_ok=True)
    own = {BATCH, FACTORS}
    if Path(folder).is_dir() and {one.name for one in Path(folder).iterdir()} <= own:
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
