"""Files that are written: checked before, whole or not at all, removed where the writing fails."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from qgis.core import QgsProcessingOutputLayerDefinition

from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr

RASTER_SUFFIXES = (".tif", ".tiff")
_COMPANIONS = ("-journal", "-wal", "-shm")
_SPECIAL = ("memory:", "TEMPORARY_OUTPUT", "postgres:", "ogr:")


def check_writable(value, suffixes=None):
    """Raise :class:`RtmError` where a destination parameter's raw value is a file that cannot be written.

    With suffixes, also where its name has another one.
    """
    path = _file_of(value)
    if path is None:
        return
    if suffixes and path.suffix.lower() not in suffixes:
        raise RtmError(
            tr("Output '{path}' has a format that is not written here: let its name end in {suffix}.").format(
                path=path, suffix=suffixes[0]
            )
        )
    if path.exists() and not path.is_file():
        raise RtmError(
            tr("Output '{path}' is a folder or a device, not a file: give the name of a file.").format(path=path)
        )
    folder = path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent  # what is missing is made when it is needed
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        if path.is_file():
            with path.open("ab"):
                pass
    except OSError as error:
        raise RtmError(
            tr(
                "Output '{path}' cannot be written ({reason}): choose another folder, or close the "
                "file where it is open."
            ).format(path=path, reason=error.strerror)
        ) from error


def make_folder(value):
    """Make the folder of the file that a destination parameter's raw value names, where it is missing."""
    path = _file_of(value)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)


def _file_of(value):
    """The file that a destination parameter's raw value names, or None where it names no file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value.startswith(_SPECIAL):
        return None
    return Path(value.split("|")[0])


@contextmanager
def staged():
    """Files that appear together at the end, or not at all.

    Gives a function from a file's final path to the path to write it to, a hidden one in the same folder.
    They are renamed when the block ends well, and removed when it does not.
    """
    moves = []

    def stage(path):
        path = Path(path)
        if path in (final for _, final in moves):
            raise RtmError(
                tr("Two outputs would be the same file '{path}': give each a name of its own.").format(path=path)
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        moves.append((temporary, path))
        return temporary

    try:
        yield stage
        for temporary, path in moves:
            _move(temporary, path)
    finally:
        for temporary, _ in moves:
            temporary.unlink(missing_ok=True)


def _move(temporary, path):
    try:
        os.replace(temporary, path)
        Path(f"{path}.aux.xml").unlink(missing_ok=True)  # statistics of the file that was there before
    except OSError as error:
        raise RtmError(
            tr(
                "Output '{path}' cannot be replaced ({reason}): close it where it is open, or choose another name."
            ).format(path=path, reason=error.strerror)
        ) from error


def write_text(path, text):
    """Write UTF-8 text with the same line ends everywhere."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def discard(destination):
    """Remove the file of a sink that was not filled to the end; other kinds of sinks are left alone."""
    path = Path(destination.split("|")[0])
    if path.is_file() or Path(f"{path}{_COMPANIONS[0]}").is_file():
        remove(path)


def remove(path):
    """Remove a file, and what SQLite leaves beside it where it could not finish."""
    for companion in ("", *_COMPANIONS):
        Path(f"{path}{companion}").unlink(missing_ok=True)
