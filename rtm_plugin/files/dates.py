"""Dates and times of day as files have them: ISO, American or British order, months only, hours apart."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import lru_cache

from ..errors import TableError
from ..translation import tr

DATE_ORDERS = ("auto", "iso", "day_first", "month_first")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_DAY, _MONTH = "day", "month"
_FORMS = {
    "iso": (
        *((form, _DAY) for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")),
        *((form, _MONTH) for form in ("%Y-%m", "%Y/%m", "%b-%y")),  # the last is what Excel makes of the first
    ),
    "day_first": tuple(
        (form, _DAY)
        for form in (
            "%d/%m/%Y",
            "%d-%m-%Y",
            "%d.%m.%Y",
            "%d-%b-%Y",
            "%d/%m/%y",
            "%d.%m.%y",
            "%d-%m-%y",
            "%d-%b-%y",
        )
    ),
    "month_first": tuple((form, _DAY) for form in ("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y", "%m-%d-%y")),
}
_TIMES = (
    *("%H:%M", "%H:%M:%S", "%H:%M:%S.%f", "%I:%M:%S %p", "%I:%M %p", "%I:%M:%S%p", "%I:%M%p", "%I %p"),
    *("%Hh%M", "%Hh", "%H h %M", "%H h", "%H:%M Uhr", "%H.%M Uhr", "%H Uhr"),
)
_T_BETWEEN = re.compile(r"(?<=\d)T(?=\d)")
_ZONE = re.compile(r"(Z|(?<=\d)[+-]\d\d(:?\d\d)?)$")


class DateReader:
    """Reads the dates of one column.

    Parameters
    ----------
    order : {"iso", "day_first", "month_first"}
        What 03/04/2014 means; dates that begin with the year are read whatever the order.
    """

    def __init__(self, order: str) -> None:
        self.order = order
        self.read_date = lru_cache(maxsize=4096)(self._read_date)
        self.read = lru_cache(maxsize=4096)(self._read)

    def _read(self, text: str) -> tuple:
        """(date or None, whether the file knows the month only, hour 0-23 or None) of a date or a date with
        time.

        A month stands as its first day. A zone behind the time is passed over: the clock is taken as written.
        """
        day, clock = _day_and_clock(text)
        found, precision = self.read_date(day)
        return found, precision == _MONTH, read_hour(clock) if clock else None

    def _read_date(self, text: str) -> tuple:
        for order in dict.fromkeys(("iso", self.order)):
            for form, precision in _FORMS[order]:
                found = _parsed(text, form)
                if found is not None:
                    return found.date(), precision
        return None, None


@lru_cache(maxsize=4096)
def read_hour(text: str) -> int | None:
    """Hour 0-23 of a time of day ('21:57', '9:57 PM', '21h57', '2157', '21'), or None where it is none.

    One or two digits are an hour, three or four are hours and minutes.
    """
    text = _ZONE.sub("", text.strip().upper()).strip()
    if text.isdecimal():
        number = int(text)
        hour = number if len(text) <= 2 else number // 100
        minute = 0 if len(text) <= 2 else number % 100
        return hour if len(text) <= 4 and hour < 24 and minute < 60 else None
    try:
        return time.fromisoformat(text).hour
    except ValueError:
        times = (_parsed(text, form) for form in _TIMES)
        return next((found.hour for found in times if found is not None), None)


def is_date(text: str) -> bool:
    """Whether a text is a date, with or without a time, in any order of day and month."""
    return any(meaning is not None for _, meaning in _meanings(_day_and_clock(text)[0]))


def find_order(texts: Iterable[str], source: str) -> str:
    """The order of day and month in a column, from the first value that can be read in one way only.

    Parameters
    ----------
    texts : iterable of str
        The column's values; no more are taken than it needs.
    source : str
        What to call the column in the error.

    Raises
    ------
    TableError
        Every date can be read in two ways, and they differ.
    """
    example, order = None, "iso"
    for text in texts:
        day, _ = _day_and_clock(text)
        meanings = {order: meaning for order, meaning in _meanings(day) if meaning is not None}
        if "iso" in meanings:
            return "iso"
        if len(meanings) == 1:
            return next(iter(meanings))
        if meanings:
            order = next(iter(meanings))
        if len(set(meanings.values())) > 1:
            example = example or text
    if example is not None:
        raise TableError(
            tr(
                "Dates such as '{example}' in {source} can be read with the day or the month first, and no "
                "other date there decides it: set the order of the dates."
            ).format(example=example, source=source)
        )
    return order


def _day_and_clock(text: str) -> tuple[str, str]:
    day, _, clock = _T_BETWEEN.sub(" ", text.strip(), count=1).partition(" ")
    return day, clock


@lru_cache(maxsize=4096)
def _meanings(day: str) -> tuple:
    """What a date would mean in each order, None where it cannot be read so."""
    found = []
    for order, forms in _FORMS.items():
        parsed = (_parsed(day, form) for form, _ in forms)
        found.append((order, next((value for value in parsed if value is not None), None)))
    return tuple(found)


def read_limit(text: str, end: bool = False) -> date:
    """A date of a range given by the user as 2014-09-30 or 2014-09: a month means its first or, at the end,
    last day.

    Raises :class:`TableError` where it is neither.
    """
    text = text.strip()
    found = _parsed(text, "%Y-%m-%d")
    if found is not None:
        return found.date()
    found = _parsed(text, "%Y-%m")
    if found is None:
        raise TableError(
            tr("'{text}' is no date: write it as 2014-09-30, or 2014-09 for the whole month.").format(text=text)
        )
    return date(found.year, found.month, monthrange(found.year, found.month)[1] if end else 1)


def read_hours(text: str) -> frozenset:
    """Hours of the day from text such as '22-4' (22:00 until 4:00, past midnight) or '7-9, 12, 16-19'.

    Returns a frozenset of hours 0-23, the hours that have begun before the end of a range: 7-9 holds 7 and 8.
    Raises :class:`TableError` where it cannot be read.
    """
    hours = set()
    for part in filter(None, (part.strip() for part in text.replace(";", ",").split(","))):
        match = re.fullmatch(r"(\d{1,2})(?::00)?(?:\s*[-–]\s*(\d{1,2})(?::00)?)?", part)
        first, last = (int(match[1]), int(match[2] or int(match[1]) + 1)) if match else (99, 99)
        if first > 23 or last > 24:
            raise TableError(
                tr(
                    "'{part}' is no range of hours: write for example 22-4 (from 22:00 until 4:00) or 7-9, 16-19."
                ).format(part=part)
            )
        length = (last - first) % 24 or 24
        hours.update((first + step) % 24 for step in range(length))
    return frozenset(hours)


def _parsed(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text, form)
    except ValueError:
        return None
