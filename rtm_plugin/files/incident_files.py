"""Incidents from the files of police forces and city portals, row by row, and a tally of those left out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import translate
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import TableError
from ..names import in_apostrophes
from ..progress import Progress
from ..translation import tr
from .column_names import ROLES
from .coordinates import CoordinateColumns, find_coordinates
from .dates import DateReader, find_order, read_hour
from .incident_columns import IdColumn, find_date, find_id, role_words
from .tables import TextTable, open_table

if TYPE_CHECKING:
    from .duplicates import SeenKeys


NO_COORDINATES = "no_coordinates"
NO_NUMBERS = "no_numbers"
IMPOSSIBLE = "impossible"
BROKEN = "broken"
OTHER_TYPE = "other_type"
NO_DATE = "no_date"
OTHER_DATE = "other_date"
OTHER_WEEKDAY = "other_weekday"
NO_HOUR = "no_hour"
OTHER_HOUR = "other_hour"
DUPLICATE = "duplicate"
OUTSIDE = "outside"
UNREADABLE = (BROKEN, NO_NUMBERS, IMPOSSIBLE)
FILTERED = (OTHER_TYPE, NO_DATE, OTHER_DATE, OTHER_WEEKDAY, NO_HOUR, OTHER_HOUR)
_MOST_TYPES = 1000
_SHOWN_TYPES = 20
_ROWS_AT_ONCE, _JOINED = 1000, 20  # rows with all their values are much to hold; incidents are passed on by the 20,000


def reason_words() -> dict[str, str]:
    """What each reason to leave a row out is called, in the order in which they are looked at."""
    return {
        BROKEN: tr("more values than columns"),
        NO_COORDINATES: tr("no coordinates"),
        NO_NUMBERS: tr("coordinates are no numbers"),
        IMPOSSIBLE: tr("coordinates impossible in the CRS"),
        OTHER_TYPE: tr("type not asked for"),
        NO_DATE: tr("no date, or one not understood"),
        OTHER_DATE: tr("date not in the range"),
        OTHER_WEEKDAY: tr("weekday not asked for"),
        NO_HOUR: tr("no time of day"),
        OTHER_HOUR: tr("hour not asked for"),
        DUPLICATE: tr("id came before"),
        OUTSIDE: tr("outside the area"),
    }


class Tally:
    """How many rows were left out for which reason, with the first row of each as an example.

    A row counts once, for the first reason in the order of :func:`reason_words` that holds.
    """

    def __init__(self) -> None:
        self.n_rows = 0
        self.n_unread_dates = 0
        self.n_with_id = 0
        self.types = Counter()
        self._counts = Counter()
        self._examples = {}

    def add(self, reason: str, example: str, count: int = 1) -> None:
        """Count rows that were left out; the example is the first of them."""
        self._counts[reason] += count
        self._examples.setdefault(reason, example)

    def count(self, *reasons: str) -> int:
        return sum(self._counts[reason] for reason in reasons)

    def rows(self) -> list[tuple[str, int, str]]:
        """(reason in words, count, example) of every reason that occurred."""
        return [
            (words, self._counts[reason], self._examples[reason])
            for reason, words in reason_words().items()
            if self._counts[reason]
        ]

    def types_as_text(self) -> str:
        shown = sorted(self.types.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN_TYPES]
        return ", ".join(f"{name or tr('(none)')} {count:,}" for name, count in shown)


@dataclass(frozen=True)
class Wanted:
    """What is asked of an incident; an empty field asks nothing.

    ``types`` are names or patterns with *, case not regarded; ``first`` and ``last`` days are both included;
    ``weekdays`` count from Monday, 0; ``hours`` are 0-23.
    """

    types: tuple = ()
    first: date = None
    last: date = None
    weekdays: frozenset = frozenset()
    hours: frozenset = frozenset()

    @property
    def asks_dates(self) -> bool:
        return bool(self.first or self.last or self.weekdays)

    def type_matcher(self) -> Callable[[str], bool]:
        """A function from a type to whether it is asked for."""
        pattern = re.compile("|".join(translate(name.strip().casefold()) for name in self.types))
        known = {}

        def matches(name: str) -> bool:
            if name not in known:
                known[name] = pattern.match(name.casefold()) is not None
            return known[name]

        return matches if self.types else lambda name: True

    def date_reason(self, day: date | None, month_only: bool) -> str:
        """Why a date (or None) is not asked for, '' where it is. A month counts if any day of it does."""
        if day is None:
            return NO_DATE if self.asks_dates else ""
        first, last = self.first, self.last
        if month_only:
            first = first and first.replace(day=1)
            last = last and last.replace(day=1)
        if (first and day < first) or (last and day > last):
            return OTHER_DATE
        return OTHER_WEEKDAY if self.weekdays and day.weekday() not in self.weekdays else ""


@dataclass(frozen=True, eq=False)
class IncidentFile:
    """A table whose columns have been recognised."""

    table: TextTable
    coordinates: CoordinateColumns
    columns: dict  # of "id", "date", "time", "type": the index, or None
    ids: IdColumn
    dates: DateReader
    months_only: bool
    knows_hours: bool
    other_dates: tuple = ()  # names of columns that hold dates, where it is not known which is the incidents'

    def describe(self) -> str:
        """One line that says which column was taken for what."""
        names = {"x": self.coordinates.x_name, "y": self.coordinates.y_name}
        names |= {role: self.table.header[i] for role, i in self.columns.items() if i is not None}
        return f"{self.table.name}: " + ", ".join(f"{role} = '{name}'" for role, name in names.items())


@dataclass
class IncidentBlock:
    """The incidents of some rows; the lists are as long as ``xy``, (n, 2), is. Unknown is None."""

    file: str
    xy: np.ndarray = None
    ids: list = field(default_factory=list)
    dates: list = field(default_factory=list)
    hours: list = field(default_factory=list)
    types: list = field(default_factory=list)
    rows: list = field(default_factory=list)

    def keep(self, wanted: np.ndarray) -> IncidentBlock:
        """The block with the rows where ``wanted`` (n,) bool is true."""
        chosen = np.flatnonzero(wanted).tolist()
        lists = ([column[i] for i in chosen] for column in (self.ids, self.dates, self.hours, self.types, self.rows))
        return IncidentBlock(self.file, self.xy[wanted], *lists)


def find_files(paths: Sequence = (), folder: Path | None = None) -> list[Path]:
    """The files to read, each once: those given, and those of a folder with all its subfolders.

    Of a folder the files ``*-street.csv`` are taken (an archive of data.police.uk holds others beside
    them), or where
    there are none, every CSV file. Raises :class:`TableError` where there are none at all.
    """
    found = [Path(path) for path in paths]
    if folder:
        inside = sorted(
            Path(parent, name)
            for parent, _, names in os.walk(folder, onerror=_raise_if_forbidden)
            for name in names
            if Path(name).suffix.casefold() == ".csv"
        )
        streets = [path for path in inside if path.stem.casefold().endswith("-street")]
        if not inside:
            raise TableError(
                tr("The folder '{folder}' holds no CSV file: choose the folder that was unzipped.").format(
                    folder=folder
                )
            )
        found += streets or inside
    if not found:
        raise TableError(tr("No file is given: choose one or more text files, or a folder of them."))
    return list({os.path.realpath(path): path for path in found}.values())


def _raise_if_forbidden(error: OSError) -> None:
    """A folder that may not be entered would be missing without a word."""
    if isinstance(error, PermissionError):
        raise TableError(
            tr("The folder '{folder}' cannot be read: {reason}; check the rights.").format(
                folder=error.filename, reason=error.strerror
            )
        ) from error


def recognise(
    path: Path,
    names: dict[str, str] | None = None,
    date_order: str = "auto",
    encoding: str | None = None,
    progress: Progress | None = None,
) -> IncidentFile:
    """Open a file of incidents and recognise its columns by their names, and by what is in them.

    Parameters
    ----------
    path : str or Path
    names : mapping, optional
        The user's own names of the columns "x", "y", "id", "date", "time", "type"; '' is to be recognised.
    date_order : {"auto", "iso", "day_first", "month_first"}
    encoding : str, optional

    Raises
    ------
    TableError
        The file cannot be read, a named column is missing, no coordinates are recognised, or the order of day and
        month cannot be told.
    """
    names, progress = names or {}, progress or Progress()
    table = open_table(path, encoding, progress)
    coordinates = find_coordinates(table, names.get("x", ""), names.get("y", ""))
    rows = next(table.blocks(), [])
    columns: dict[str, int | None] = {
        role: table.column(names[role], role_words(role))
        if names.get(role)
        else next(iter(table.known_columns(known)), None)
        for role, known in ROLES.items()
    }
    ids = find_id(table, rows, names.get("id", ""))
    columns["id"], other_dates = ids.index, ()
    if not names.get("date"):
        taken = {coordinates.x, coordinates.y, columns["id"], columns["time"], columns["type"]}
        columns["date"], others = find_date(table, rows, taken, date_order)
        other_dates = tuple(table.header[column] for column in others)
    dates, months_only, in_dates = _look_at_dates(table, rows, columns["date"], date_order, progress)
    knows_hours = in_dates or columns["time"] is not None
    return IncidentFile(table, coordinates, columns, ids, dates, months_only, knows_hours, other_dates)


def _look_at_dates(
    table: TextTable, rows: Sequence, column: int | None, order: str, progress: Progress
) -> tuple[DateReader, bool, bool]:
    """The reader of the dates, whether they are months only, and whether any has a time of day."""
    if column is None:
        return DateReader("iso"), False, False
    if order == "auto":
        values = (row[column] for _, row in table.rows(progress) if row[column].strip())
        order = find_order(
            values, tr("column '{column}' of '{table}'").format(column=table.header[column], table=table.name)
        )
    reader = DateReader(order)
    read = [reader.read(row[column]) for _, row in rows]
    days = [month_only for day, month_only, _ in read if day is not None]
    return reader, bool(days) and all(days), any(hour is not None for _, _, hour in read)


def complaints(file: IncidentFile, drops_duplicates: bool) -> list[str]:
    """What the user is to know of the columns of a file that were recognised, or were not."""
    found = []
    if drops_duplicates and file.ids.index is not None:
        found.append(file.ids.complaint(file.table.name, file.table.header[file.ids.index]))
    if file.other_dates:
        found.append(tr("'{name}' has no column known as a date.").format(name=file.table.name) + _which_date(file))
    return [text for text in found if text]


def _which_date(file: IncidentFile) -> str:
    if not file.other_dates:
        return ""
    return " " + tr("There are dates in {columns}: name the column that is the incidents'.").format(
        columns=", ".join(map(in_apostrophes, file.other_dates))
    )


def check_wanted(file: IncidentFile, wanted: Wanted) -> None:
    """Raise :class:`TableError` where the file lacks what a filter needs."""
    name = file.table.name
    if wanted.types and file.columns["type"] is None:
        raise TableError(
            tr("'{name}' has no column known as the type of crime: name it, or do not filter by type.").format(
                name=name
            )
        )
    if wanted.asks_dates and file.columns["date"] is None:
        raise TableError(
            tr("'{name}' has no column known as a date: name it, or do not filter by date or weekday.").format(
                name=name
            )
            + _which_date(file)
        )
    if wanted.weekdays and file.months_only:
        raise TableError(
            tr("'{name}' gives months only, no days: incidents cannot be filtered by weekday.").format(name=name)
        )
    if wanted.hours and not file.knows_hours:
        raise TableError(tr("'{name}' gives no time of day: incidents cannot be filtered by hour.").format(name=name))


def read_rows(
    file: IncidentFile,
    wanted: Wanted,
    seen: SeenKeys | None,
    tally: Tally,
    limits: tuple[float, ...] | None = None,
    progress: Progress | None = None,
) -> Iterator[IncidentBlock]:
    """Yield the incidents that are wanted as blocks, in the file's order, and tally the rest.

    Parameters
    ----------
    file : IncidentFile
    wanted : Wanted
    seen : SeenKeys or None
        Ids of all files so far; None keeps duplicates. Rows without an id are never duplicates.
    tally : Tally
    limits : (x_min, y_min, x_max, y_max), optional
        Coordinates beyond these are impossible.
    """
    check_wanted(file, wanted)
    matches = wanted.type_matcher()
    blocks = file.table.blocks(_ROWS_AT_ONCE, progress)
    judged = (_judged(file, block, wanted, matches, limits, tally) for block in blocks)
    while some := list(islice(judged, _JOINED)):
        kept = _joined(some)
        yield _without_duplicates(kept, file.ids, seen, tally) if seen is not None else kept


def _joined(blocks: list[IncidentBlock]) -> IncidentBlock:
    names = ("ids", "dates", "hours", "types", "rows")
    lists = (list(chain.from_iterable(getattr(block, name) for block in blocks)) for name in names)
    return IncidentBlock(blocks[0].file, np.concatenate([block.xy for block in blocks]), *lists)


def example(file: str, number: int, detail: str) -> str:
    return tr("{file}, row {number}: {detail}").format(file=file, number=number, detail=detail)


def _judged(
    file: IncidentFile,
    block: list[tuple[int, list[str]]],
    wanted: Wanted,
    matches: Callable[[str], bool],
    limits: tuple[float, ...] | None,
    tally: Tally,
) -> IncidentBlock:
    """The incidents of some rows that are wanted.

    One column is looked at after the other, because what many rows share is then read once. Each step sees only the
    rows that those before it have left, so that a row counts for the first reason that holds.
    """
    tally.n_rows += len(block)
    numbers, rows = [number for number, _ in block], [row for _, row in block]
    left = np.arange(len(rows))

    def without(bad: Any, reason: str, shown: Callable[[int], str]) -> np.ndarray:
        bad = np.asarray(bad, dtype=bool)
        out = left[bad].tolist()
        if out:
            tally.add(reason, example(file.table.name, numbers[out[0]], shown(out[0])), len(out))
        return left[~bad]

    def broken(i: int) -> str:
        shown = tr("{n_values} values, {n_columns} columns")
        return shown.format(n_values=len(rows[i]), n_columns=n_columns)

    def written(i: int) -> str:
        return f"'{rows[i][file.coordinates.x]}', '{rows[i][file.coordinates.y]}'"

    n_columns = len(file.table.header)
    left = without([len(row) > n_columns for row in rows], BROKEN, broken)
    ids, dates, times, types = (
        [None] * len(rows) if column is None else [row[column].strip() for row in rows]
        for column in (file.columns[role] for role in ("id", "date", "time", "type"))
    )
    for kind, count in Counter(_at(types, left)).items():
        if kind is not None and (kind in tally.types or len(tally.types) < _MOST_TYPES):
            tally.types[kind] += count
    xy, has_none, is_no_number = file.coordinates.read_all(rows)
    left = without(has_none[left], NO_COORDINATES, written)
    left = without(is_no_number[left], NO_NUMBERS, written)
    if limits:
        x, y = xy[left].T
        possible = (limits[0] <= x) & (x <= limits[2]) & (limits[1] <= y) & (y <= limits[3])
        left = without(~possible, IMPOSSIBLE, lambda i: f"{xy[i, 0]:.10g}, {xy[i, 1]:.10g}")
    if wanted.types:
        left = without([not matches(kind) for kind in _at(types, left)], OTHER_TYPE, lambda i: f"'{types[i]}'")
    read = {text: file.dates.read(text) if text else (None, False, None) for text in set(_at(dates, left))}
    unread = {text for text, (day, _, _) in read.items() if text and day is None}
    if unread:
        tally.n_unread_dates += sum(text in unread for text in _at(dates, left))
    reasons = {text: wanted.date_reason(day, month_only) for text, (day, month_only, _) in read.items()}
    for reason in set(filter(None, reasons.values())):
        left = without([reasons[text] == reason for text in _at(dates, left)], reason, lambda i: f"'{dates[i] or ''}'")
    clock = {text: read_hour(text) for text in set(_at(times, left)) if text}
    hours = [clock[time] if time else read[day][2] for time, day in zip(_at(times, left), _at(dates, left))]
    for reason in (NO_HOUR, OTHER_HOUR) if wanted.hours else ():
        bad = [hour not in wanted.hours and (hour is None) == (reason == NO_HOUR) for hour in hours]
        left = without(bad, reason, lambda i: f"'{times[i] or dates[i] or ''}'")
        hours = [hour for hour, is_bad in zip(hours, bad) if not is_bad]
    return IncidentBlock(
        file.table.name,
        xy[left],
        [value or None for value in _at(ids, left)],
        [read[text][0] for text in _at(dates, left)],
        hours,
        [value or None for value in _at(types, left)],
        _at(numbers, left),
    )


def _at(column: list, rows: np.ndarray) -> list:
    return [column[i] for i in rows.tolist()]


def _without_duplicates(block: IncidentBlock, ids: IdColumn, seen: SeenKeys, tally: Tally) -> IncidentBlock:
    with_id = [i for i, key in enumerate(block.ids) if ids.identifies(key)]
    tally.n_with_id += len(with_id)
    first = np.ones(len(block.ids), dtype=bool)
    first[with_id] = seen.first([block.ids[i] for i in with_id])
    repeats = np.flatnonzero(~first)
    if not repeats.size:
        return block
    i = repeats[0]
    tally.add(DUPLICATE, example(block.file, block.rows[i], f"'{block.ids[i]}'"), repeats.size)
    return block.keep(first)
