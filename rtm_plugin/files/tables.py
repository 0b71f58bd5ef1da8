"""Delimited text as people export it: separator and header found out, rows in blocks."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice, takewhile
from pathlib import Path
from typing import Any

from ..errors import TableError
from ..names import shortened
from ..progress import Progress
from ..translation import tr
from .encodings import ESCAPED, Encoding, check_is_file, find_encoding, given_encoding, opened

DELIMITERS = ",;|\t"
BLOCK_ROWS = 20_000
_LONGEST_HEADER = 1 << 20
_END = "\x1a"  # a row of our own after the last: where a quotation mark is never closed, it is swallowed too
_SHOWN_COLUMNS = 30
_AT_ONCE = 1000
_LINE_END = re.compile(r"\r\n?|\n")
_ACCENTS = re.compile("[\u0300-\u036f]")


@dataclass(frozen=True)
class TextTable:
    """A delimited text file whose encoding, separator and header are known.

    ``header_row`` is the number of the header as a spreadsheet counts rows, so that the first row of data has
    the number ``header_row + 1``.
    """

    path: Path
    encoding: Encoding
    delimiter: str
    header: tuple = ()
    header_row: int = 1

    @property
    def name(self) -> str:
        return self.path.name

    def rows(self, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
        """Yield (row number, list of values), as many values as the header has; blank lines are passed over.

        A row with fewer values is filled up with ''. One with more keeps them, for the caller to refuse.
        """
        for some in self._data(progress):
            yield from some

    def _data(self, progress: Progress | None) -> Iterator[list[tuple[int, list[str]]]]:
        """Yield what :meth:`rows` does, in lists."""
        n_columns = len(self.header)
        read = self.header_row
        for first, rows in self._chunks(progress):
            if first > self.header_row and set(map(len, rows)) == {n_columns}:  # nearly always
                yield list(enumerate(rows, first))
                read = first + len(rows) - 1
                continue
            for number, row in enumerate(rows, first):
                if number <= self.header_row or not row:
                    continue
                if len(row) < n_columns:
                    if any("\n" in value for value in row):  # the rest of the file, swallowed as one value
                        reason = tr("a value runs over several lines, so a quotation mark may be missing")
                        raise self._broken(read, reason)
                    row += [""] * (n_columns - len(row))
                elif len(row) > n_columns and not any(row[n_columns:]):
                    row = row[:n_columns]  # separators at the end of the line
                yield [(number, row)]
                read = number

    def records(self, progress: Progress | None = None) -> Iterator[tuple[int, list[str]]]:
        """Yield (row number, list of values) of every row as it stands, the header and blank lines too."""
        for first, rows in self._chunks(progress):
            yield from enumerate(rows, first)

    def _chunks(self, progress: Progress | None) -> Iterator[tuple[int, list[list[str]]]]:
        """Yield (number of the first, rows as they stand) of some rows at a time; an error comes after those before."""
        progress = progress or Progress()
        n_bytes = max(self.path.stat().st_size, 1)
        first, rows, before, lines = 1, [], 0, 0
        with opened(self.path, self.encoding) as (raw, text):
            reader = _reader(chain(chain.from_iterable(_without_nul(text)), (_END,)), self.delimiter)
            try:
                for some in _in_lists(reader):
                    first, rows = first + len(rows), some
                    before, lines = lines, reader.line_num
                    end = next((i for i, row in enumerate(rows) if row and _END in row[-1]), None)
                    yield first, rows[:end]
                    if end is not None:
                        if rows[end] == [_END]:
                            return
                        raise self._broken(first + end - 1, tr("a quotation mark is opened and never closed"))
                    progress(raw.tell() / n_bytes)
            except _NulError:
                reason = tr("there is a NUL byte, which is no text; the file may be damaged")
                raise self._broken(first + len(rows) - 1, reason) from None
            except csv.Error as error:  # csv knows no other than that a value is too long
                reason = tr("a value has more than {limit:,} characters").format(limit=csv.field_size_limit())
                read = len(rows) + sum(len(_LINE_END.findall(value)) for row in rows for value in row)
                if lines - before - read > 1:
                    reason = tr("{reason} in several lines, so a quotation mark may be missing").format(reason=reason)
                else:
                    reason = tr("{reason}, such as a geometry as text; leave its column out").format(reason=reason)
                raise self._broken(first + len(rows) - 1, reason) from error
            except UnicodeError as error:
                raise _wrong_encoding(self.path, self.encoding.name) from error

    def _broken(self, read: int, reason: str) -> TableError:
        return TableError(
            tr(
                "'{name}' cannot be read beyond row {read}: {reason}. Correct the row, or export the file again."
            ).format(name=self.name, read=read, reason=reason)
        )

    def blocks(self, size: int = BLOCK_ROWS, progress: Progress | None = None) -> Iterator[list[tuple[int, list[str]]]]:
        """Yield lists of at most ``size`` rows: what keeps the memory of a large file small."""
        block = []
        for some in self._data(progress):
            block += some
            while len(block) >= size:
                yield block[:size]
                block = block[size:]
        if block:
            yield block

    def column(self, name: str, meaning: str) -> int:
        """Index of the column that the user calls ``name``; case, spaces and underscores do not matter.

        Raises :class:`TableError`, which lists the columns that there are.
        """
        if name in self.header:
            return self.header.index(name)
        found = self.known_columns([plain_name(name)])
        if not found:
            raise TableError(
                tr("'{name}' has no column '{column}' for the {meaning}; its columns are {columns_as_text}.").format(
                    name=self.name, column=name, meaning=meaning, columns_as_text=self.columns_as_text()
                )
            )
        return found[0]

    def known_columns(self, names: Iterable[str]) -> list[int]:
        """Indices of those of these plain names that the header has, in the order of the names."""
        plain = [plain_name(column) for column in self.header]
        return [plain.index(name) for name in names if name in plain]

    def columns_as_text(self) -> str:
        return shortened(self.header, _SHOWN_COLUMNS)


def plain_name(text: str) -> str:
    """A column's name without case, accents and punctuation: 'X Coordinate' and 'x_coordinate' are the same."""
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.strip().casefold()))
    return re.sub(r"[\W_]+", "_", text).strip("_")


def open_table(path: Path, encoding: str | None = None, progress: Progress | None = None) -> TextTable:
    """Find out the encoding, separator and header of a text file; warn where bytes of it mean nothing.

    Parameters
    ----------
    path : str or Path
    encoding : str, optional
        Used instead of the one that :func:`find_encoding` finds.
    progress : Progress, optional

    Raises
    ------
    TableError
        The file is missing, empty, no text, in an unknown encoding, or has one column only.
    """
    path, progress = Path(path), progress or Progress()
    try:
        check_is_file(path)
        how = given_encoding(encoding, path, progress) if encoding else find_encoding(path, progress)
        with opened(path, how) as (_, text):
            line = text.readline(_LONGEST_HEADER)
    except TableError:
        raise
    except UnicodeError as error:
        raise _wrong_encoding(path, how.name) from error
    except (OSError, ValueError) as error:  # the latter for a name that no file can have
        raise TableError(
            tr("'{path}' cannot be read: {reason}; check the path and the rights.").format(
                path=path, reason=getattr(error, "strerror", None) or error
            )
        ) from error
    if not line.strip():
        raise TableError(tr("'{name}' has no header in its first row: is the file empty?").format(name=path.name))
    for_excel = line.casefold().startswith("sep=")  # a first line for Excel alone
    table = TextTable(path, how, line[4:5] if for_excel else _find_delimiter(line), header_row=2 if for_excel else 1)
    names = next((row for number, row in table.records() if number == table.header_row), [])
    table = replace(table, header=tuple(column.strip() for column in names))
    if len(table.header) < 2:
        raise TableError(
            tr(
                "'{name}' seems to have one column only, '{line}': its values must be separated by commas, "
                "semicolons, tabs or |, with the columns' names in the first row."
            ).format(name=path.name, line=line.strip()[:60])
        )
    _warn_of_bad_bytes(table, progress)
    return table


def _warn_of_bad_bytes(table: TextTable, progress: Progress) -> None:
    """Say how many bytes mean nothing in the encoding, and in which row the first of them is."""
    how = table.encoding
    if how.n_bad:
        escaped = replace(table, encoding=Encoding(how.name, "surrogateescape"))
        row = next(number for number, row in escaped.records() if any(map(ESCAPED.search, row)))
        progress.warn(
            tr(
                "'{name}' is read as {encoding}, in which some of its bytes mean nothing ({n_bad:,}, the first in row "
                "{row}): each becomes '\N{REPLACEMENT CHARACTER}'. Give its encoding, or export it again."
            ).format(name=table.name, encoding=how.name, n_bad=how.n_bad, row=row)
        )
    if how.n_utf8:
        progress.warn(
            tr(
                "'{name}' is read as {encoding}, but some of its letters look like UTF-8 ({n_utf8:,}), as if two files "
                "were joined: look at the names in it, and give its encoding if they are wrong."
            ).format(name=table.name, encoding=how.name, n_utf8=how.n_utf8)
        )


class _NulError(Exception):
    """A line holds a NUL, which csv takes or refuses depending on the Python."""


def _without_nul(lines: Iterable[str]) -> Iterator[list[str]]:
    for some in _in_lists(lines):
        if any("\0" in line for line in some):
            yield list(takewhile(lambda line: "\0" not in line, some))
            raise _NulError
        yield some


def _in_lists(items: Iterable[Any]) -> Iterator[list[Any]]:
    """The items a thousand at a time, and where there is an error, those before it in a list of their own first.

    A list's own loop is several times as fast as one that is written out.
    """
    items = iter(items)
    some = [None]
    while some:
        some = []
        try:
            some.extend(islice(items, _AT_ONCE))
        except Exception:
            yield some
            raise
        yield some


def _reader(text: Iterable[str], delimiter: str) -> Any:
    return csv.reader(text, delimiter=delimiter, skipinitialspace=True)


def _wrong_encoding(path: Path, encoding: str) -> TableError:
    return TableError(
        tr(
            "'{name}' is not in the encoding {encoding}: leave the encoding empty to have it found, or give another."
        ).format(name=path.name, encoding=encoding)
    )


def _find_delimiter(header_line: str) -> str:
    """The separator that gives the header most columns.

    The header alone is looked at, because the decimal commas of the rows mislead. csv.Sniffer is no help:
    it prefers commas, so that one comma in a column's name outweighs any number of semicolons.
    """

    def n_columns(delimiter: str) -> int:
        try:
            return len(next(_reader([header_line], delimiter), []))
        except csv.Error:  # a value that is too long
            return 0

    return max(DELIMITERS, key=n_columns)
