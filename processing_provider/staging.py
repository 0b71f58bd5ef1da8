"""Files that are written: all of a run together, or none; never one that the run reads."""

import ctypes
import os
import platform
import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from .destinations import real_path

_QUERY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
MARK = "Risk Terrain Modelling"  # at the start of what is written beside an output: no other file is replaced by it
_MARK_WITHIN = 1000
_LONGEST_END = ".settled-journal"  # of the files that are for a while beside an output
_UNFINISHED = ".part"  # the end of the hidden folders in which outputs wait until all are complete


# What goes with an earlier file of the same name, and would be wrong beside the new one: statistics, overviews, indexes
_STALE = {
    ".tif": (".tif.aux.xml", ".tif.ovr", ".tif.msk"),
    ".tiff": (".tiff.aux.xml", ".tiff.ovr", ".tiff.msk"),
    ".shp": (".qix", ".sbn", ".sbx", ".shp.xml"),
}


def check_writable(path):
    """Raise :class:`RtmError` where a file cannot be written."""
    check_not_open(path)
    try:
        _try_to_write(path)
    except OSError as error:
        raise RtmError(
            tr(
                "Output '{path}' cannot be written ({reason}): choose another folder, or close the "
                "file where it is open."
            ).format(path=path, reason=error.strerror)
        ) from error


def check_not_open(path):
    """Raise :class:`RtmError` where a database is being written to: what waits beside it would spoil the new one."""
    if any(os.path.exists(f"{path}{companion}") for companion in ("-wal", "-journal")):
        raise RtmError(
            tr(
                "Output '{path}' is a database that is open for writing: end the editing and remove its layers from "
                "the project, or choose another file."
            ).format(path=path)
        )


def without_hidden_folders(text):
    """A text in which outputs that wait have the names that they will have."""
    hidden = re.escape(_prefix("")[:-1]) + r"[^/\\]*" + re.escape(_UNFINISHED) + r"[/\\]"
    return re.sub(hidden, "", text)


def _try_to_write(path):
    if path.exists() and not path.is_file():
        raise RtmError(
            tr("Output '{path}' is a folder or a device, not a file: give the name of a file.").format(path=path)
        )
    if path.name.startswith(".") and not path.suffix:
        raise RtmError(tr("Output '{path}' has nothing before its ending: give the file a name.").format(path=path))
    folder = path.absolute().parent
    while not os.path.lexists(folder) and folder != folder.parent:  # a link that leads nowhere is there, too
        folder = folder.parent  # what is missing is made when it is needed
    (folder / f"{path.name}{_LONGEST_END}").exists()  # raises where a name is more than the file system takes
    with tempfile.TemporaryFile(dir=folder):
        pass
    if path.is_file():
        with path.open("ab"):
            pass


class Stage:
    """Where the outputs of a run wait: hidden folders beside their final places.

    Call it with a file's final path: it gives the path to write to. That has the same name, because formats put
    it into the file, or put more files beside it, which come along.
    """

    def __init__(self):
        self._folders = {}  # real path of a final folder: the hidden one in it
        self._seen = {}  # what a final file was when it was first asked for

    def __call__(self, path):
        final = real_path(path)  # a link is written through
        folder = final.parent
        folder.mkdir(parents=True, exist_ok=True)
        if folder not in self._folders:
            sweep(folder)
            self._folders[folder] = Path(tempfile.mkdtemp(_UNFINISHED, _prefix(os.getpid()), folder))
        self._seen.setdefault(final, _state_of(final))
        return self._folders[folder] / final.name

    def publish(self):
        """Move everything to its final place; where that fails halfway, all is as it was before."""
        for final, seen in self._seen.items():
            check_not_open(final)
            if final.suffix.lower() == ".gpkg" and _state_of(final) != seen:
                raise RtmError(
                    tr("'{path}' was written to by somebody else during the run: run it again.").format(path=final)
                )
        done = []
        try:
            for folder, hidden in self._folders.items():
                for staged in sorted(path for path in hidden.iterdir() if path.is_file()):
                    done.append(_replace(staged, folder / staged.name))
        except OSError as error:
            for final, before, is_new in reversed(done):
                if before is not None:
                    os.replace(before, final)
                elif is_new:
                    final.unlink()
            raise RtmError(
                tr(
                    "Output '{path}' cannot be replaced ({reason}): close it where it is open, or choose another name."
                ).format(path=folder / staged.name, reason=error.strerror)
            ) from error
        finals = [final for final, _, _ in done]
        for final in finals:
            for end in _STALE.get(final.suffix.lower(), ()):
                stale = final.with_name(final.stem + end)
                if stale not in finals:
                    stale.unlink(missing_ok=True)

    def discard(self):
        for hidden in self._folders.values():
            shutil.rmtree(hidden, ignore_errors=True)


@contextmanager
def staged():
    """A :class:`Stage` whose files appear when the block ends well, and are gone when it does not."""
    stage = Stage()
    try:
        yield stage
        stage.publish()
    finally:
        stage.discard()


def _state_of(path):
    """What tells whether a file has been written to; None where there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def _replace(staged, final):
    """Move a file to its place: (place, a second name of what was there before or None, whether nothing was)."""
    before, is_new = None, not final.exists()
    if not is_new:
        before = staged.with_name(f"{staged.name}.before")
        try:
            os.link(final, before)
        except OSError:  # a file system without second names: then there is no way back
            before = None
    os.replace(staged, final)
    return final, before, is_new


def _prefix(process):
    return f".rtm-{platform.node()}-{process}-"


def sweep(folder):
    """Remove what runs that were killed have left in a folder: it may be sensitive."""
    start = _prefix("")
    for path in folder.glob(f"{start[:-1]}*{_UNFINISHED}"):
        process = path.name[len(start) - 1 :].partition("-")[0]
        if process.isdigit() and not _is_running(int(process)):
            shutil.rmtree(path, ignore_errors=True)


def _is_running(process):
    if os.name == "nt":  # where a signal 0 would end the process
        handle = ctypes.windll.kernel32.OpenProcess(_QUERY, False, process)
        return bool(handle and ctypes.windll.kernel32.CloseHandle(handle))
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    try:  # one that has ended, and whom nobody asked how, writes no more
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return True  # no Linux


def write_beside(stage, path, text, progress):
    """Write what goes with an output, such as its style; what somebody else has put in that place stays."""
    path = Path(path)
    if path.exists():
        with path.open(encoding="utf-8", errors="replace") as file:
            if MARK not in file.read(_MARK_WITHIN):
                progress.info(
                    tr("File '{path}' was not written by this plugin, or was changed since: it stays as it is.").format(
                        path=path
                    )
                )
                return
    write_text(stage(path), text)


def write_text(path, text):
    """Write UTF-8 text with the same line ends everywhere."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
