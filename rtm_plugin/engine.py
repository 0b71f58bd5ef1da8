"""Where the pieces of a large computation are worked on, and where finished ones wait for the rest."""

from __future__ import annotations

import hashlib
import io
import os
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .errors import MissingPackageError, SettingsError
from .progress import Progress
from .translation import tr

_SUFFIX = ".rtm-piece"
_PATIENCE = 10.0  # seconds until a scheduler that does not answer, or has no workers, is given up
_LOOK = 0.2  # seconds between two looks at whether the user has cancelled
_SILENCE = 60.0  # seconds without a finished piece, until that is told
_PACKAGE = __name__.split(".")[0]

Arrays = tuple[np.ndarray, ...]


class Engine:
    """Works on pieces: here, one after the other, or on the workers of a Dask scheduler.

    A piece's result is a tuple of arrays that depends on nothing but what the piece is made from.

    Parameters
    ----------
    scheduler : str
        Address of a Dask scheduler, as ``tcp://host:8786``; empty: here.
    folder : str
        Where finished pieces are kept, so that a run that was killed is taken up again; empty: nowhere. Pieces that
        other code has made, or the same code with another numpy or scipy, are not taken up.
    """

    def __init__(self, scheduler: str = "", folder: str = "") -> None:
        self.scheduler, self.folder = scheduler, folder
        self._kept: list[Path] = []

    def check(self) -> None:
        """Raise :class:`SettingsError` or :class:`MissingPackageError` for what would only be noticed in the middle."""
        if self.scheduler:
            _import_distributed()
        if self.folder:
            with self._writing():
                Path(self.folder).mkdir(parents=True, exist_ok=True)
                with tempfile.NamedTemporaryFile(dir=self.folder, suffix=_SUFFIX):
                    pass

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
        if not all(is_missing):
            progress.info(
                tr("Taken up from the working folder: {n:,} of {all:,} pieces.").format(
                    n=len(is_missing) - sum(is_missing), all=len(is_missing)
                )
            )
        missing = [piece for piece, is_missed in zip(pieces, is_missing) if is_missed]
        made = (self._elsewhere if self.scheduler else self._here)(function, missing, shared, progress)
        try:
            for piece, path, is_missed in zip(pieces, paths, is_missing):
                found = next(made) if is_missed else self._recall(path)
                # what was there may be damaged, or have gone with the run that had kept it
                yield self._keep(path, function(piece, *shared, progress.part(0.0, 0.0)) if found is None else found)
        finally:
            made.close()

    def as_finished(
        self, function: Callable, pieces: Sequence, progress: Progress
    ) -> Generator[tuple[int, Any], None, None]:
        """(place, ``function(piece)``) of every piece, as soon as a worker of the scheduler has finished it.

        Pieces are independent: what one fails with is given back as its result, and the others go on. ``function`` has
        to be made inside another one, or to be known to the workers.

        Raises
        ------
        SettingsError
            The scheduler does not answer, or has no workers.
        MissingPackageError
        Cancelled
        """
        if not pieces:
            return
        distributed = _import_distributed()
        client = self._connected(distributed)
        try:
            with client:
                left = {client.submit(function, piece, pure=False): place for place, piece in enumerate(pieces)}
                try:
                    while left:
                        progress(1 - len(left) / len(pieces))
                        finished = [future for future in left if future.done()]
                        for future in finished:
                            yield left.pop(future), _result_of(future)
                        if not finished:
                            time.sleep(_LOOK)
                finally:
                    client.cancel(list(left))
        except (OSError, ValueError, KeyError, distributed.TimeoutError) as error:
            raise SettingsError(
                tr("The scheduler '{scheduler}' failed ({error}): see its log, or leave it empty.").format(
                    scheduler=self.scheduler, error=error
                )
            ) from error

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
        distributed = _import_distributed()
        client = self._connected(distributed)
        try:
            with client, _science_on_workers(client):
                shared = tuple(client.scatter(one, hash=False) for one in shared)
                futures = [client.submit(function, piece, *shared, pure=False) for piece in pieces]
                for place, future in enumerate(futures):
                    self._wait(future, place / len(futures), progress)
                    yield future.result()
                    future.release()
                    progress((place + 1) / len(futures))
        except (OSError, ValueError, KeyError, distributed.TimeoutError) as error:
            raise SettingsError(
                tr("The scheduler '{scheduler}' failed ({error}): see its log, or leave it empty.").format(
                    scheduler=self.scheduler, error=error
                )
            ) from error

    def _connected(self, distributed: Any) -> Any:
        try:
            client = distributed.Client(self.scheduler, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise SettingsError(
                tr("The scheduler '{scheduler}' does not answer ({error}): start it, or leave it empty.").format(
                    scheduler=self.scheduler, error=error
                )
            ) from error
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, distributed.TimeoutError) as error:
            client.close()
            raise SettingsError(
                tr("The scheduler '{scheduler}' has no workers: start some (dask worker {scheduler}).").format(
                    scheduler=self.scheduler
                )
            ) from error
        return client

    def _wait(self, future: Any, done: float, progress: Progress) -> None:
        """Until a piece is finished, or has failed."""
        since = time.monotonic()
        while not future.done():
            progress(done)
            time.sleep(_LOOK)
            if time.monotonic() - since > _SILENCE:
                since = time.monotonic()
                progress.info(
                    tr("No worker of '{scheduler}' has finished a piece for a minute: waiting on.").format(
                        scheduler=self.scheduler
                    )
                )
        if future.status == "finished":
            return
        error = future.exception() if future.status == "error" else tr("it is gone")
        raise SettingsError(
            tr("A worker of '{scheduler}' failed ({error}): see its log, or leave the scheduler empty.").format(
                scheduler=self.scheduler, error=error
            )
        )

    def _path(self, name: str, *made_from: Any) -> Path | None:
        """Where a piece is kept: its name tells all that it is made from."""
        if not self.folder:
            return None
        import scipy  # here, since algorithms are listed where it is missing, too

        found = hashlib.sha256()
        for one in _flat((name, science_hash(), np.__version__, scipy.__version__, *made_from)):
            found.update(np.ascontiguousarray(one).data if isinstance(one, np.ndarray) else f"{one!r};".encode())
        return Path(self.folder) / f"{found.hexdigest()[:32]}{_SUFFIX}"

    def _keep(self, path: Path | None, arrays: Arrays) -> Arrays:
        if path is None or path in self._kept:
            return arrays
        content = io.BytesIO()
        np.savez(content, *arrays)
        unfinished = path.with_name(f"{path.name}.{os.getpid()}")
        with self._writing():
            path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(_seal(path, content.getvalue()) + content.getvalue())
            try:
                os.replace(unfinished, path)
            except FileNotFoundError:  # another run of the same has come to its end, and has tidied up
                return arrays
        self._kept.append(path)
        return arrays

    def _recall(self, path: Path | None) -> Arrays | None:
        """What is kept there, None where there is nothing that can be read."""
        if path is None or not path.is_file():
            return None
        try:
            kept = path.read_bytes()
        except OSError:  # gone with the run that had kept it
            return None
        seal, content = kept[: hashlib.sha256().digest_size], kept[hashlib.sha256().digest_size :]
        if seal != _seal(path, content):
            return None
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            found = tuple(arrays[name] for name in arrays.files)
        self._kept.append(path)
        return found

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise SettingsError(
                tr("The working folder '{folder}' cannot be written ({error}): choose another one.").format(
                    folder=self.folder, error=error
                )
            ) from error


def _result_of(future: Any) -> Any:
    """What a finished piece gave, or the error that it failed with."""
    if future.status == "finished":
        return future.result()
    return future.exception() if future.status == "error" else RuntimeError(tr("it is gone"))


def _seal(path: Path, content: bytes) -> bytes:
    """What a kept piece begins with: it holds for this very content of a piece of this very name."""
    return hashlib.sha256(path.name.encode() + content).digest()


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


@cache
def _science() -> tuple[tuple[str, bytes], ...]:
    """(path, content) of the modules of the science."""
    science = Path(__file__).parent
    files = sorted(science.rglob("*.py"))
    return tuple((file.relative_to(science.parent).as_posix(), file.read_bytes()) for file in files)


@cache
def science_hash() -> str:
    """Tells one state of the code from another."""
    return hashlib.sha256(b"".join(name.encode() + content for name, content in _science())).hexdigest()[:16]


def _import_distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise MissingPackageError(
            tr("Python's package distributed, which speaks to a scheduler, is missing: install it, or name none.")
        ) from error
    return distributed


@contextmanager
def _science_on_workers(client: Any) -> Iterator[None]:
    """The science on all workers, those that come later too, in place of what an earlier run may have left there."""
    from distributed.diagnostics.plugin import UploadFile

    package = _PACKAGE

    def forget_other_code() -> None:  # inside a function, so that it is sent itself and not its name
        for name in [name for name in sys.modules if name.partition(".")[0] == package]:
            del sys.modules[name]
        sys.path[:] = [path for path in sys.path if f"{package}-" not in path]
        for path in [path for path in sys.path_importer_cache if f"{package}-" in path]:
            del sys.path_importer_cache[path]  # Python 3.13 fails on a zip that it has read before

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{package}-{science_hash()}.zip"  # workers remember zips by name
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr(f"{package}/__init__.py", "")
            for name, content in _science():
                packed.writestr(zipfile.ZipInfo(f"{package}/{name}"), content)
        client.run(forget_other_code)
        client.register_worker_plugin(UploadFile(str(path)), name=package)
    try:
        yield
    finally:
        client.unregister_worker_plugin(package)
