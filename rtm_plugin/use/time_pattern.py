"""When incidents happen: by the day of the week and the time of the day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..files.dates import DateReader, find_order
from .small_counts import hidden

BAND_HOURS = 3
N_BANDS = 24 // BAND_HOURS
UNKNOWN = -1


@dataclass(frozen=True)
class Moments:
    """The moments of incidents: (m,) int64 each, -1 where it is not known; weekdays from Monday, 0, hours 0 to 23."""

    weekdays: np.ndarray
    hours: np.ndarray

    def of(self, chosen: np.ndarray) -> Moments:
        """Those of some of the incidents, by a mask or by their numbers."""
        return Moments(self.weekdays[chosen], self.hours[chosen])


@dataclass(frozen=True)
class TimePattern:
    """Numbers of incidents.

    Attributes
    ----------
    counts : (7, 8) int64
        By weekday and band of three hours, of those whose day and hour are known.
    days : (7,) int64
        By weekday, of all whose day is known.
    n : int
        All.
    """

    counts: np.ndarray
    days: np.ndarray
    n: int

    def hidden(self, smallest: int) -> tuple[np.ndarray, np.ndarray, bool]:
        """Which counts, days and whether n are not to be told, so that none below ``smallest`` can be found.

        A day is the sum of its bands, and all the sum of the days, as far as hours and days are known.
        """
        values = np.concatenate([[self.n], self.days, self.counts.ravel()])
        sums = [(0, *range(1, 8))]
        sums += [(1 + day, *range(8 + N_BANDS * day, 8 + N_BANDS * (day + 1))) for day in range(7)]
        found = hidden(values, tuple(sums), smallest)
        return found[8:].reshape(7, N_BANDS), found[1:8], bool(found[0])


def read_moments(values: Sequence[datetime.date | datetime.datetime | str | None], source: str) -> Moments:
    """The moments in a column of dates, of dates with a time, or of texts in one of many forms.

    A month alone has no weekday. Where every hour is midnight the column holds dates, and no hour is known. The
    clock is taken as written. ``source`` is what to call the column in an error. Raises :class:`TableError` where
    every date can be read with the day or the month first, and they differ.
    """
    reader = DateReader(find_order((value for value in values if isinstance(value, str)), source))
    weekdays, hours = np.full((2, len(values)), UNKNOWN, dtype=np.int64)
    for number, value in enumerate(values):
        day = hour = None
        if isinstance(value, str):
            day, is_month, hour = reader.read(value)
            day = None if is_month else day
        elif isinstance(value, datetime.datetime):
            day, hour = value.date(), value.hour
        elif isinstance(value, datetime.date):
            day = value
        weekdays[number] = UNKNOWN if day is None else day.weekday()
        hours[number] = UNKNOWN if hour is None else hour
    if not (hours > 0).any():
        hours[:] = UNKNOWN
    return Moments(weekdays, hours)


def time_pattern(moments: Moments) -> TimePattern:
    """Count incidents by weekday and band of hours."""
    has_day = moments.weekdays != UNKNOWN
    both = moments.of(has_day & (moments.hours != UNKNOWN))
    bands = both.weekdays * N_BANDS + both.hours // BAND_HOURS
    return TimePattern(
        np.bincount(bands, minlength=7 * N_BANDS).reshape(7, N_BANDS),
        np.bincount(moments.weekdays[has_day], minlength=7),
        len(moments.weekdays),
    )
