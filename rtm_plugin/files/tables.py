"""Delimited text as people export it: encoding, separator, header and numbers found out, rows in blocks."""

from __future__ import annotations

import codecs
import csv
import io
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from ..errors import TableError
from ..progress import Progress
from ..translation import tr

DELIMITERS = ",;|\t"
BLOCK_ROWS = 20_000
_CHUNK = 1 << 20
_END = "\x1a"  # a row of our own after the last: where a quotation mark is never closed, it is swallowed too
_SHOWN_COLUMNS = 30
_THOUSANDS_ONLY = re.compile(r"[+-]?\d{1,3}(,\d{3})+$")


@dataclass(frozen=True)
class Table:
    """A delimited text file whose encoding, separator and header are known.

    ``header_row`` is the number of the header as a spreadsheet counts rows, so that the first row of data has
    the number ``header_row + 1``.
    """

    path: Path
    encoding: str
    delimiter: str
    header: tuple
    header_row: int = 1

    @property
    def name(self) -> str:
        return self.path.name

    def rows(self, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
        """Yield (row number, list of values), as many values as the header has; blank lines are passed over.

        A row with fewer values is filled up with ''. One with more keeps them, for the caller to refuse.
        """
        progress = progress or Progress()
        n_columns = len(self.header)
        n_bytes = max(self.path.stat().st_size, 1)
        with _opened(self.path, self.encoding) as (raw, text):
            reader = _reader(chain(text, (_END,)), self.delimiter)
            read = self.header_row
            try:
                for number, row in enumerate(reader, start=1):
                    if row == [_END]:
                        return
                    if number % 1000 == 0:
                        progress(raw.tell() / n_bytes)
                    if number <= self.header_row or not row:
                        continue
                    if len(row) < n_columns:
                        if any("\n" in value for value in row):  # the rest of the file, swallowed as one value
                            raise csv.Error(tr("a value runs over several lines"))
                        row += [""] * (n_columns - len(row))
                    elif len(row) > n_columns and not any(row[n_columns:]):
                        row = row[:n_columns]  # separators at the end of the line
                    if _END in row[-1]:
                        raise csv.Error(tr("a quotation mark is opened and never closed"))
                    yield number, row
                    read = number
            except csv.Error as error:
                raise TableError(
                    tr(
                        "'{name}' cannot be read beyond row {read}: {error}. A quotation mark may be missing there; "
                        "correct the row, or export the file again."
                    ).format(name=self.name, read=read, error=error)
                ) from error
            except UnicodeError as error:
                raise _wrong_encoding(self.path, self.encoding) from error

    def blocks(self, size: int = BLOCK_ROWS, progress: Progress | None = None) -> Iterator[list[tuple[int, list[str]]]]:
        """Yield lists of at most ``size`` rows: what keeps the memory of a large file small."""
        block = []
        for item in self.rows(progress):
            block.append(item)
            if len(block) == size:
                yield block
                block = []
        if block:
            yield block

    def column(self, name: str, meaning: str) -> int:
        """Index of the column that the user calls ``name``; case, spaces and underscores do not matter.

        Raises :class:`TableError`, which lists the columns that there are.
        """
        if name in self.header:
            return self.header.index(name)
        index = self.first_column([plain_name(name)])
        if index is None:
            raise TableError(
                tr("'{name}' has no column '{name_2}' for the {meaning}; its columns are {columns_as_text}.").format(
                    name=self.name, name_2=name, meaning=meaning, columns_as_text=self.columns_as_text()
                )
            )
        return index

    def first_column(self, names: Any) -> int | None:
        """Index of the first of these plain names that the header has, or None."""
        plain = [plain_name(column) for column in self.header]
        return next((plain.index(name) for name in names if name in plain), None)

    def columns_as_text(self) -> str:
        shown = ", ".join(f"'{column}'" for column in self.header[:_SHOWN_COLUMNS])
        return shown + (" and more" if len(self.header) > _SHOWN_COLUMNS else "")


def plain_name(text: str) -> str:
    """A column's name without case and punctuation: 'X Coordinate' and 'x_coordinate' are the same."""
    return re.sub(r"[\W_]+", "_", text.strip().casefold()).strip("_")


def open_table(path: Path, encoding: str | None = None, progress: Progress | None = None) -> Table:
    """Find out the encoding, separator and header of a text file.

    Parameters
    ----------
    path : str or Path
    encoding : str, optional
        Used instead of the one found: UTF-8 (with or without byte order mark) where every byte of the file is
        valid UTF-8, UTF-16 by its byte order mark, otherwise Windows-1252.
    progress : Progress, optional

    Raises
    ------
    TableError
        The file is missing, empty, no text, in an unknown encoding, or has one column only.
    """
    path = Path(path)
    try:
        encoding = _known_encoding(encoding) if encoding else _find_encoding(path, progress or Progress())
        with _opened(path, encoding) as (_, text):
            line = text.readline(_CHUNK)
    except UnicodeError as error:
        raise _wrong_encoding(path, encoding) from error
    except OSError as error:
        raise TableError(
            tr("'{path}' cannot be read: {strerror}; check the path and the rights.").format(
                path=path, strerror=error.strerror
            )
        ) from error
    if not line.strip():
        raise TableError(tr("'{name}' has no header in its first row: is the file empty?").format(name=path.name))
    header_row = 1
    if line.casefold().startswith("sep="):  # a first line for Excel alone
        delimiter, header_row = line[4:5], 2
    else:
        delimiter = _find_delimiter(line)
    with _opened(path, encoding) as (_, text):
        reader = _reader(text, delimiter)
        names: list[str] = []
        for _ in range(header_row):
            names = next(reader, [])
    header = tuple(column.strip() for column in names)
    if len(header) < 2:
        raise TableError(
            tr(
                "'{name}' seems to have one column only, '{line}': its values must be separated by commas, "
                "semicolons, tabs or |, with the columns' names in the first row."
            ).format(name=path.name, line=line.strip()[:60])
        )
    return Table(path, encoding, delimiter, header, header_row)


def decimal_mark(texts: list[str]) -> str:
    """The decimal mark of a column of numbers: '.' or ','.

    A comma is taken for the thousands' separator only where every number with a comma looks like 530,123.
    """
    with_comma = [text.strip() for text in texts if "," in text]
    both = [text for text in with_comma if "." in text]
    if both:
        return "," if both[0].rindex(",") > both[0].rindex(".") else "."
    if with_comma and not all(_THOUSANDS_ONLY.match(text) for text in with_comma):
        return ","
    return "."


def read_number(text: str, mark: str = ".") -> float | None:
    """A float from text, None where it is no finite number; spaces and the other mark separate thousands."""
    try:
        number = float(text)
    except ValueError:
        text = "".join(text.split()).replace("'", "")
        text = text.replace(".", "").replace(",", ".") if mark == "," and "," in text else text.replace(",", "")
        try:
            number = float(text)
        except ValueError:
            return None
    return number if math.isfinite(number) else None


class _opened:  # noqa: N801 - a context manager, used like open()
    """The file as bytes, whose position tells how far the reading is, and as text."""

    def __init__(self, path: Path, encoding: str) -> None:
        self._raw = open(path, "rb")  # noqa: SIM115 - closed in __exit__
        errors = "replace" if encoding == "cp1252" else "strict"  # five bytes of Windows-1252 mean nothing
        self._text = io.TextIOWrapper(self._raw, encoding=encoding, errors=errors, newline="")

    def __enter__(self) -> tuple[Any, Any]:
        return self._raw, self._text

    def __exit__(self, *_: Any) -> None:
        self._text.close()


def _reader(text: Iterable[str], delimiter: str) -> Any:
    return csv.reader(text, delimiter=delimiter, skipinitialspace=True)


def _wrong_encoding(path: Path, encoding: str) -> TableError:
    return TableError(
        tr(
            "'{name}' is not in the encoding {encoding}: leave the encoding empty to have it found, or give another."
        ).format(name=path.name, encoding=encoding)
    )


def _known_encoding(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        raise TableError(
            tr(
                "The encoding '{encoding}' is not known; use for example utf-8, cp1252 or latin-1, or leave it empty."
            ).format(encoding=encoding)
        ) from None


def _find_encoding(path: Path, progress: Progress) -> str:
    """UTF-8 if the whole file is valid UTF-8: the first odd letter of a large file may come late."""
    n_bytes = max(path.stat().st_size, 1)
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open(path, "rb") as file:
        chunk = file.read(_CHUNK)
        if chunk.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return "utf-16"
        if chunk.startswith(b"PK"):
            raise TableError(
                tr("'{name}' is an Excel or zip file, not text: save the sheet as CSV, or unzip it, first.").format(
                    name=path.name
                )
            )
        if b"\0" in chunk:
            raise TableError(tr("'{name}' is not a text file: export it as CSV.").format(name=path.name))
        try:
            while chunk:
                decoder.decode(chunk)
                progress(file.tell() / n_bytes)
                chunk = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _find_delimiter(header_line: str) -> str:
    """The separator that gives the header most columns.

    The header alone is looked at, because the decimal commas of the rows mislead. csv.Sniffer is no help:
    it prefers
    commas, so that one comma in a column's name outweighs any number of semicolons.
    """
    return max(DELIMITERS, key=lambda delimiter: len(next(_reader([header_line], delimiter), [])))
