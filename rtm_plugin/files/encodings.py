"""How the bytes of a text file are to be read: in the encoding that is given, or in the one that they are in."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import TableError
from ..progress import Progress
from ..translation import tr

ESCAPED = re.compile("[\udc80-\udcff]")  # what surrogateescape makes of a byte that means nothing
_CHUNK = 1 << 20
_START = 4096  # bytes of a file that tell whether it is text at all
_WINDOWS = "cp1252"
_NOTHING_IN_WINDOWS = (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d")
# Python calls these text encodings too, but no file is written in them.
_NOT_OF_FILES = ("idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape")


@dataclass(frozen=True)
class Encoding:
    """An encoding, what becomes of bytes that mean nothing in it, and what is odd about a file that is read so.

    Attributes
    ----------
    name : str
    errors : {"strict", "replace", "surrogateescape"}
    n_bad : int
        Bytes of the file that mean nothing in it.
    n_utf8 : int
        Letters that would make sense as UTF-8, of a file that is read as something else.
    """

    name: str
    errors: str = "strict"
    n_bad: int = 0
    n_utf8: int = 0


def check_is_file(path: Path) -> None:
    """Raise :class:`TableError` for a folder and for what may never end, such as a pipe or a device."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise TableError(
            tr("'{path}' cannot be read: it is no file but a folder, a pipe or a device; check the path.").format(
                path=path
            )
        )


def given_encoding(name: str, path: Path, progress: Progress) -> Encoding:
    """The encoding that the user names. Raises :class:`TableError` where no text file can be in it."""
    try:
        known = codecs.lookup(name).name
        "a".encode(known)  # a LookupError for codecs that are not about text, such as hex
    except (LookupError, ValueError):
        known = ""
    if not known or known in _NOT_OF_FILES:
        raise TableError(
            tr(
                "The encoding '{encoding}' is not known for text files; use for example utf-8, utf-16, cp1252, "
                "latin-1, cp1251 or gbk, or leave it empty."
            ).format(encoding=name)
        )
    if known == _WINDOWS:
        return Encoding(_WINDOWS, "replace", _count(path, progress).n_not_windows)
    return Encoding(known)


def find_encoding(path: Path, progress: Progress) -> Encoding:
    """UTF-16 by its byte order mark, UTF-8 where more is valid UTF-8 than is not, otherwise Windows-1252.

    The whole file is looked at, because the first odd letter of a large one may come late. That bytes of other
    encodings make up a letter of UTF-8 by chance is rare, so a few bad bytes do not make it another encoding.

    Raises
    ------
    TableError
        The file is no text.
    """
    with open(path, "rb") as file:
        start = file.read(_START)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16")
    if start.startswith(b"PK"):
        raise TableError(
            tr("'{name}' is an Excel or zip file, not text: save the sheet as CSV, or unzip it, first.").format(
                name=path.name
            )
        )
    if b"\0" in start:
        raise TableError(tr("'{name}' is not a text file: export it as CSV.").format(name=path.name))
    found = _count(path, progress)
    if not found.n_bad:
        return Encoding("utf-8")
    if found.n_letters >= found.n_bad:
        return Encoding("utf-8", "replace", found.n_bad)
    return Encoding(_WINDOWS, "replace", found.n_not_windows, found.n_letters)


@contextmanager
def opened(path: Path, encoding: Encoding) -> Iterator[tuple[Any, Any]]:
    """The file as bytes, whose position tells how far the reading is, and as text without its byte order mark."""
    name = "utf-8-sig" if encoding.name == "utf-8" else encoding.name
    with open(path, "rb") as raw, io.TextIOWrapper(raw, name, encoding.errors, newline="") as text:
        yield raw, text


@dataclass
class _Count:
    """Letters beyond ASCII that are valid UTF-8, bytes that are not, and bytes that are nothing in Windows-1252."""

    n_letters: int = 0
    n_bad: int = 0
    n_not_windows: int = 0


def _count(path: Path, progress: Progress) -> _Count:
    found = _Count()
    n_bytes = max(path.stat().st_size, 1)
    decoder = codecs.getincrementaldecoder("utf-8-sig")("surrogateescape")
    with open(path, "rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            text = decoder.decode(chunk, final=not chunk)
            if not (text.isascii() and chunk.isascii()):  # a letter may begin in one chunk and end in the next
                n_bad = len(ESCAPED.findall(text))
                found.n_bad += n_bad
                found.n_letters += len(text) - n_bad - len(text.encode("ascii", "ignore"))
                found.n_not_windows += sum(chunk.count(byte) for byte in _NOTHING_IN_WINDOWS)
            if not chunk:
                return found
            progress(file.tell() / n_bytes)
