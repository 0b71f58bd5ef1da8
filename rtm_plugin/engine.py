"""Where the pieces of a large computation are worked on, and where finished ones wait for the rest."""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
import zipfile
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .errors import MissingPackageError, SettingsError
from .progress import Progress
from .translation import tr

_SUFFIX = ".rtm-piece.npz"
_PATIENCE = "10s"  # until a scheduler that does not answer is given up
_LOOK = 0.2  # seconds between two looks at whether the user has cancelled

Arrays = tuple[np.ndarray, ...]


class Engine:
    """Works on pieces: here, one after the other, or on the workers of a Dask scheduler.

    A piece's result is a tuple of arrays that depends on nothing but what the piece is made from.

    Parameters
    ----------
    scheduler : str
        Address of a Dask scheduler, as ``tcp://host:8786``; empty: here.
    folder : str
        Where finished pieces are kept, so that a run that was killed is taken up again; empty: nowhere.
    version : str
        Of the software: pieces of another version are not taken up.
    """

    def __init__(self, scheduler: str = "", folder: str = "", version: str = "") -> None:
        self.scheduler, self.folder, self.version = scheduler, folder, version
        self._kept: list[Path] = []

    def each(self, function: Callable, pieces: Sequence, shared: tuple, progress: Progress) -> Iterator[Arrays]:
        """``function(piece, *shared)``, a tuple of arrays, of every piece in order; those kept are not made again.

        Here, ``function`` gets a last argument to tell its progress by.

        Raises
        ------
        SettingsError
            The scheduler does not answer, a piece fails there, or the folder cannot be written.
        MissingPackageError
        Cancelled
        """
        paths = [self._path(function.__name__, piece, *shared) for piece in pieces]
        is_missing = [path is None or not path.is_file() for path in paths]
        missing = [piece for piece, is_missed in zip(pieces, is_missing) if is_missed]
        made = (self._elsewhere if self.scheduler else self._here)(function, missing, shared, progress)
        try:
            for piece, path, is_missed in zip(pieces, paths, is_missing):
                found = next(made) if is_missed else self._recall(path)
                # what was there may be damaged, or have gone with the run that had kept it
                yield self._keep(path, function(piece, *shared, progress.part(0.0, 0.0)) if found is None else found)
        finally:
            made.close()

    def once(self, name: str, made_from: tuple, make: Callable[[], Arrays]) -> Arrays:
        """What ``make()`` gives, or gave in an earlier run that was made from the same."""
        path = self._path(name, *made_from)
        found = self._recall(path)
        return self._keep(path, make() if found is None else found)

    def forget(self) -> None:
        """Remove what this run has kept or taken up: it has come to its end."""
        for path in self._kept:
            for one in (path, *path.parent.glob(f"{path.name}.*")):  # and what a killed run has left half-written
                one.unlink(missing_ok=True)
        self._kept.clear()

    @staticmethod
    def _here(function: Callable, pieces: list, shared: tuple, progress: Progress) -> Generator[Arrays, None, None]:
        for place, piece in enumerate(pieces):
            yield function(piece, *shared, progress.part(place / len(pieces), (place + 1) / len(pieces)))

    def _elsewhere(
        self, function: Callable, pieces: list, shared: tuple, progress: Progress
    ) -> Generator[Arrays, None, None]:
        if not pieces:
            return
        try:
            import distributed
        except ImportError as error:
            raise MissingPackageError(
                tr("Python's package distributed, which speaks to a scheduler, is missing: install it, or name none.")
            ) from error
        try:
            client = distributed.Client(self.scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SettingsError(
                tr("The scheduler '{scheduler}' does not answer ({error}): start it, or leave it empty.").format(
                    scheduler=self.scheduler, error=error
                )
            ) from error
        with client, tempfile.TemporaryDirectory() as folder:
            client.upload_file(_packed_science(Path(folder)))
            shared = tuple(client.scatter(one, hash=False) for one in shared)
            futures = [client.submit(function, piece, *shared, pure=False) for piece in pieces]
            for place, future in enumerate(futures):
                while not future.done():
                    progress(place / len(futures))
                    time.sleep(_LOOK)
                if future.status != "finished":
                    raise SettingsError(
                        tr(
                            "A worker of '{scheduler}' failed ({error}): see its log, or leave the scheduler empty."
                        ).format(scheduler=self.scheduler, error=future.exception())
                    )
                yield future.result()
                future.release()
                progress((place + 1) / len(futures))

    def _path(self, name: str, *made_from: Any) -> Path | None:
        """Where a piece is kept: its name tells all that it is made from."""
        if not self.folder:
            return None
        found = hashlib.sha256()
        for one in _flat((name, self.version, *made_from)):
            found.update(np.ascontiguousarray(one).data if isinstance(one, np.ndarray) else f"{one!r};".encode())
        return Path(self.folder) / f"{found.hexdigest()[:32]}{_SUFFIX}"

    def _keep(self, path: Path | None, arrays: Arrays) -> Arrays:
        if path is None or path in self._kept:
            return arrays
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with open(unfinished, "wb") as file:
                np.savez(file, *arrays)
            os.replace(unfinished, path)
        except FileNotFoundError:  # another run of the same has come to its end, and has tidied up
            return arrays
        except OSError as error:
            raise SettingsError(
                tr("The working folder '{folder}' cannot be written ({error}): choose another one.").format(
                    folder=self.folder, error=error
                )
            ) from error
        self._kept.append(path)
        return arrays

    def _recall(self, path: Path | None) -> Arrays | None:
        """What is kept there, None where there is nothing that can be read."""
        if path is None or not path.is_file():
            return None
        try:
            with open(path, "rb") as file, np.load(file, allow_pickle=False) as kept:
                found = tuple(kept[name] for name in kept.files)
        except (OSError, ValueError, EOFError, zipfile.BadZipFile):
            return None
        self._kept.append(path)
        return found


def _flat(value: Any) -> Iterator[Any]:
    """Arrays, with their types and shapes, and plain values that a value consists of."""
    if isinstance(value, np.ndarray):
        yield (value.dtype.str, value.shape)
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _flat(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        yield len(value)
        for one in value:
            yield from _flat(one)
    else:
        yield value


def _packed_science(folder: Path) -> str:
    """A zip of the science, for workers that have never heard of it."""
    science, package = Path(__file__).parent, __name__.split(".")[0]
    path = folder / f"{package}.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"{package}/__init__.py", "")
        for file in sorted(science.rglob("*.py")):
            packed.write(file, f"{package}/{file.relative_to(science.parent).as_posix()}")
    return str(path)
