"""Which columns of a file of incidents are its id and its date: by their names, and by what is in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from ..errors import TableError
from ..translation import tr
from .column_names import ROLES
from .coordinates import BLANKS
from .dates import find_order, is_date
from .tables import TextTable

_MANY_ROWS, _MANY_SHARE = 10, 0.001  # what stands in so many rows, and in this share of them, names no single incident
_NEARLY_ALL, _MOST = 0.95, 0.5
_SAMPLE = 1000  # values that are tried as dates
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class IdColumn:
    """A column of ids, and what is in it that cannot be one: 'unknown', a ward, the same number in every row.

    Attributes
    ----------
    index : int or None
    is_id : bool
        False where most rows hold values that stand in many.
    repeated : {value: number of rows}
        Values that stand in many rows of the sample, the most frequent first.
    n_rows : int
        Rows of the sample with a value.
    """

    index: int | None = None
    is_id: bool = True
    repeated: dict[str, int] = field(default_factory=dict)
    n_rows: int = 0

    def identifies(self, value: str | None) -> bool:
        """Whether another row with this value is the same incident."""
        return bool(value) and self.is_id and value not in self.repeated and value.casefold() not in BLANKS

    def complaint(self, name: str, column: str) -> str:
        """What is odd about the column, in one sentence; '' where nothing is. The names are of its file and its own."""
        if not self.repeated:
            return ""
        value, count = next(iter(self.repeated.items()))
        text = (
            tr(
                "'{name}': column '{column}' is no id, because values stand in many rows ('{value}' in {count} of "
                "{n_rows}): no row is left out as a duplicate by it. Name another column of the id, if there is one."
            )
            if not self.is_id
            else tr(
                "'{name}': values of column '{column}' that stand in many rows ('{value}' in {count} of {n_rows}) are "
                "no ids: no row with one is left out as a duplicate."
            )
        )
        return text.format(name=name, column=column, value=value, count=count, n_rows=self.n_rows)


def role_words(role: str) -> str:
    """What a column of a role of :data:`ROLES` holds."""
    return {"id": tr("id"), "date": tr("date"), "time": tr("time"), "type": tr("type")}[role]


def find_id(table: TextTable, rows: Sequence, named: str = "") -> IdColumn:
    """The column that the user names or, of those with a known name, the first that holds ids.

    Parameters
    ----------
    rows : sequence of (row number, list of values)
        The first ones of the table.
    """
    found = [
        judge_ids(column, [row[column].strip() for _, row in rows])
        for column in ([table.column(named, role_words("id"))] if named else table.known_columns(ROLES["id"]))
    ]
    good = (one for one in found if one.is_id and one.n_rows)
    return next(good, found[0] if found else IdColumn())


def judge_ids(column: int, values: Iterable[str]) -> IdColumn:
    """Which of the values of a column cannot be ids, and whether it holds ids at all."""
    counts = Counter(value for value in values if value.casefold() not in BLANKS)
    n_rows = sum(counts.values())
    many = max(_MANY_ROWS, _MANY_SHARE * n_rows)
    repeated = {value: count for value, count in counts.most_common() if count >= many}
    return IdColumn(column, sum(repeated.values()) <= _MOST * n_rows, repeated, n_rows)


def find_date(table: TextTable, rows: Sequence, taken: Iterable[int], order: str) -> tuple[int | None, tuple[int, ...]]:
    """The column of the date, None where it cannot be told, and the columns that it may be instead.

    Of those with a known name it is the first that holds dates. Without one, it is the only column of dates,
    apart from the columns ``taken`` for something else.
    """
    values = {column: _filled(rows, column) for column in range(len(table.header))}
    known = table.known_columns(ROLES["date"])
    named = next((column for column in known if any(map(is_date, values[column]))), None)
    if named is not None:
        return named, ()
    others = tuple(column for column in values if column not in taken and _are_dates(values[column]))
    if len(others) == 1 and (order != "auto" or _tell_their_order(values[others[0]])):
        return others[0], ()
    return (known[0] if known and not others else None), others


def _filled(rows: Sequence, column: int) -> list[str]:
    values = (row[column].strip() for _, row in rows)
    return list(islice((value for value in values if value.casefold() not in BLANKS), _SAMPLE))


def _are_dates(values: list[str]) -> bool:
    """Whether nearly all values are dates with a year of four digits; numbers alone may be something else."""
    dates = [value for value in values if not value.isdecimal() and _YEAR.search(value) and is_date(value)]
    return bool(values) and len(dates) >= _NEARLY_ALL * len(values)


def _tell_their_order(values: list[str]) -> bool:
    try:
        find_order(values, "")
    except TableError:
        return False
    return True
