"""Incidents of an earlier and of a later period: what a model is made from, and what it is judged by."""

from __future__ import annotations

import datetime
from calendar import monthrange
from dataclasses import dataclass

import numpy as np

from ..errors import IncidentError, SettingsError, TableError
from ..files.dates import DateReader, find_order, read_limit
from ..files.numbers import number_in
from ..translation import tr

SHORTEST_MONTH = 28  # days: shorter gaps are not told, for files lack months
NO_CHANCE = 0.001  # a gap is told where one as long is less likely than this
HALF, NONE = "50%", "none"  # half of the incidents are the earlier ones; all are, and nothing is judged
_ENOUGH_FIRSTS = 10  # dates that are all the first of a month are months: so many are no accident


def read_days(values: list[datetime.date | datetime.datetime | str | None], source: str) -> list[datetime.date | None]:
    """The day of each value of a column, None where it has none.

    Parameters
    ----------
    values : sequence of datetime.date, datetime.datetime, str or None
        Texts may be ISO dates, with a time or without, months (2022-07, which stands for its first day), or
        dates with the day or the month first, if one of them decides which.
    source : str
        What to call the column in an error.

    Raises
    ------
    TableError
        Every date can be read with the day or the month first, and they differ.
    """
    return read_days_and_months(values, source)[0]


def read_days_and_months(
    values: list[datetime.date | datetime.datetime | str | None], source: str
) -> tuple[list[datetime.date | None], list[bool]]:
    """The same, and whether each is a month of which the day is not known.

    Dates that are the first of a month without exception are months, too, as some files and imports have them.
    """
    reader = DateReader(find_order((value for value in values if isinstance(value, str)), source))
    days, are_months = [], []
    for value in values:
        is_month = False
        if isinstance(value, str):
            value, is_month, _ = reader.read(value) if value.strip() else (None, False, None)
        if isinstance(value, datetime.datetime):
            value = value.date()
        days.append(value if isinstance(value, datetime.date) else None)
        are_months.append(is_month)
    known = [day for day in days if day is not None]
    if len(known) >= _ENOUGH_FIRSTS and all(day.day == 1 for day in known):
        are_months = [day is not None for day in days]
    return days, are_months


def last_day(days: np.ndarray, are_months: np.ndarray) -> int:
    """The ordinal of the last day of dates (m,), ordinals, of which some are months that last to their end."""
    last = int(days.max())
    if are_months.any():
        last = max(last, month_end(int(days[are_months].max())))
    return last


def month_end(ordinal: int) -> int:
    """The ordinal of the last day of the month that a day is in."""
    day = datetime.date.fromordinal(ordinal)
    return day.replace(day=monthrange(day.year, day.month)[1]).toordinal()


@dataclass(frozen=True)
class Gap:
    """Days without any incident, of which so many were to be expected at the mean rate; both ordinals included."""

    first: int
    last: int
    expected: float

    def words(self) -> str:
        return tr(
            "No incident is from {first} to {last}, where about {n:,.0f} were to be expected: if the data lack these "
            "days, they are counted as days without incidents; choose other days, or give what is missing."
        ).format(first=_iso(self.first), last=_iso(self.last), n=self.expected)


def improbable_gaps(days: np.ndarray, are_months: np.ndarray) -> list[Gap]:
    """Times of at least a month in which none of some incidents is, though chance would hardly leave any so long.

    Of n incidents that are spread evenly over T days, the first and the last of which hold one, the probability of any
    gap of g days is at most (n - 1) (1 - g / T)^(n - 2): so many gaps, each free of all others (Whitworth's sum, its
    first term). With few incidents an empty month is nothing strange.

    Parameters
    ----------
    days : (n,) int64
        Ordinals; of a month its first day.
    are_months : (n,) bool
        Whether an incident has a month only, which reaches to its end.
    """
    n, starts = len(days), np.unique(days)
    whole = np.isin(starts, days[are_months])
    ends = starts.copy()
    ends[whole] = [month_end(day) for day in starts[whole].tolist()]
    reached = np.maximum.accumulate(ends)
    span, lengths = int(reached[-1] - starts[0]) + 1, starts[1:] - reached[:-1] - 1
    likely = (n - 1) * (1 - lengths / span) ** (n - 2)
    return [
        Gap(int(reached[at]) + 1, int(starts[at + 1]) - 1, float(n * lengths[at] / (span - lengths[at])))
        for at in np.flatnonzero((lengths >= SHORTEST_MONTH) & (likely < NO_CHANCE)).tolist()
    ]


def check_whole_months(first: int, last: int) -> None:
    """Raise :class:`SettingsError` where a time (ordinals) in which incidents have months only does not begin with a
    month and end with one."""
    for day, edge in ((first, first), (last, last + 1)):
        if datetime.date.fromordinal(edge).day != 1:
            raise SettingsError(
                tr(
                    "The incidents have months only, which {day} divides: let the time begin with a month's first day "
                    "and end with a month's last."
                ).format(day=_iso(day))
            )


def range_of_days(first: str, last: str) -> tuple[datetime.date, datetime.date]:
    """The days that two limits stand for (2022-07-01, or 2022-07), the last included; what is empty limits nothing.

    Raises :class:`SettingsError` where one is no date, or they leave no day.
    """
    try:
        start = read_limit(first) if first.strip() else datetime.date.min
        end = read_limit(last, end=True) if last.strip() else datetime.date.max
    except TableError as error:
        raise SettingsError(str(error)) from error
    if start > end:
        raise SettingsError(
            tr("No day is from {first} to {last}: let the first date be the earlier one.").format(
                first=first, last=last
            )
        )
    return start, end


def split_day(days: list, split: str = HALF) -> datetime.date:
    """First day of the later period.

    Parameters
    ----------
    days : sequence of datetime.date
        Of the incidents that have one.
    split : str
        A date (2022-07-01, or 2022-07 for its first day), or the share of the incidents that are to be
        earlier ("0.5", "50%"): the first day that leaves as many before it. No day, or month, is divided.

    Raises
    ------
    SettingsError
        It is neither.
    IncidentError
        It leaves nothing on one side.
    """
    distinct, counts = np.unique(np.array([day.toordinal() for day in days]), return_counts=True)
    if len(distinct) < 2:
        raise IncidentError(
            tr("All dated incidents are of {first}: there is no later period to judge by.").format(
                first=_iso(distinct[0])
            )
            if len(distinct)
            else tr("No incident has a date that is understood: choose another field, or none.")
        )
    share = _share(split)
    if share is not None:
        before = np.cumsum(counts)[:-1] / counts.sum()  # at each day but the first
        enough = np.flatnonzero(before >= share - 1e-12)
        return datetime.date.fromordinal(int(distinct[1:][enough[0]] if len(enough) else distinct[-1]))
    try:
        day = read_limit(split)
    except TableError as error:
        raise SettingsError(
            tr("'{split}' is neither a date nor a share: write 2022-07-01, 2022-07, 0.5 or 50%.").format(split=split)
        ) from error
    if not distinct[0] < day.toordinal() <= distinct[-1]:
        raise IncidentError(
            tr(
                "A split at {day} leaves nothing on one side: the incidents' dates are {first} to {last}; "
                "choose a day after the first, up to the last."
            ).format(day=day.isoformat(), first=_iso(distinct[0]), last=_iso(distinct[-1]))
        )
    return day


def _share(text: str) -> float | None:
    """A share between 0 and 1, or None where the text is no number."""
    text = text.strip() or HALF
    number = number_in(text.rstrip("% "))
    if number is None:
        return None
    share = number / (100.0 if text.endswith("%") else 1.0)
    if text.endswith("%") or not text.isdecimal():
        if not 0 < share < 1:
            raise SettingsError(
                tr("A share of '{text}' leaves nothing on one side: use for example 0.5 or 50%.").format(text=text)
            )
        return share
    return None


def _iso(ordinal: int) -> str:
    return datetime.date.fromordinal(int(ordinal)).isoformat()
