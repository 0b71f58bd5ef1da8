"""What was recorded in each place before a trial."""

import datetime
from dataclasses import dataclass, replace
from typing import Optional

import numpy as np

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import check_whole_months
from .periods import check_has_days, dated_incidents
from .sources import open_source, read_incidents
from .trial_places import incidents_in, n_in_several, number_of

DAYS_IN_MONTH = 365.25 / 12
_MIDDLE = 14  # days from the first of a month


@dataclass(frozen=True)
class Baseline:
    """What was recorded in each place before.

    Attributes
    ----------
    counts : (n,) int64
    months : float
    first : int
        Ordinal of the first day, and 0 where days are not known.
    n_days : int
        0 where days are not known.
    n_parts : int
        Into how many parts of which the incidents are known it can be divided at most: days, or months.
    days : tuple of (m,) int64
        Ordinals of each place's incidents, months by their middle; empty where days are not known.
    notes : tuple of str
        What the protocol has to say of them, in sentences.
    undated : (n,) int64 or None
        Incidents of each place that have no date and are in none of the counts; None where dates were not asked for.
    n_undated, n_given : int
        How many there are of these anywhere, and of how many incidents.
    """

    counts: np.ndarray
    months: float
    first: int = 0
    n_days: int = 0
    n_parts: int = 0
    days: tuple = ()
    notes: tuple = ()
    undated: Optional[np.ndarray] = None
    n_undated: int = 0
    n_given: int = 0

    @property
    def dates(self):
        """First and last day, as text; two empty ones where days are not known."""
        if not self.n_days:
            return "", ""
        return _iso(self.first), _iso(self.first + self.n_days - 1)

    def in_slices(self, n_slices):
        """Counts (n, slices) of equal slices of the time before; days that are over at its end are left out."""
        length = self.n_days // n_slices
        found = np.zeros((len(self.counts), n_slices), dtype=np.int64)
        for place, days in enumerate(self.days):
            number = (days - self.first) // length
            np.add.at(found[place], number[number < n_slices], 1)
        return found

    def in_order(self, order):
        """The same of the places in another order."""
        days = tuple(self.days[place] for place in order.tolist()) if self.days else ()
        undated = None if self.undated is None else self.undated[order]
        return replace(self, counts=self.counts[order], days=days, undated=undated)


@dataclass(frozen=True)
class TrialTime:
    """When a trial is.

    Attributes
    ----------
    steps : tuple of (datetime.date, datetime.date)
        First and last day of each of its steps, of which a trial without waves has one; empty where its first day is
        not set.
    by_day : bool
        Whether it is judged by single days.
    """

    steps: tuple = ()
    by_day: bool = False


def _before_trial(days, first, last, trial, name, progress):
    """The last day (ordinal) of the time before, which ends before the trial begins; a warning where that leaves out
    incidents.

    Raises :class:`IncidentError` where it leaves none.
    """
    if not trial.steps or last < trial.steps[0][0].toordinal():
        return last
    start = trial.steps[0][0].toordinal()
    chosen = days[(days >= first) & (days <= last)]
    n_left_out = int((chosen >= start).sum())
    if n_left_out == len(chosen):
        raise IncidentError(
            tr(
                "None of the incidents of '{name}' is from before the trial, which begins on {start}: give incidents "
                "of the time before, or a later first day."
            ).format(name=name, start=_iso(start))
        )
    if n_left_out:
        progress.warn(
            tr(
                "{n:,} incidents from {start} on, when the trial begins, are left out, for they are its outcome: the "
                "time before is from {first} to {last}."
            ).format(n=n_left_out, start=_iso(start), first=_iso(first), last=_iso(start - 1))
        )
    return start - 1


def _iso(day):
    return datetime.date.fromordinal(day).isoformat()


def counted_before(places, layer, field, months):
    """The :class:`Baseline` that a field of the places holds, of so many months.

    Raises :class:`RtmError` where it holds anything but counts.
    """
    numbers = [number_of(place, field, layer) for place in places]
    if min(numbers) < 0 or any(number % 1 for number in numbers):
        raise RtmError(
            tr("Places '{name}', field '{field}': counts are whole numbers from 0 on; choose another.").format(
                name=layer, field=field
            )
        )
    return Baseline(np.array(numbers, dtype=np.int64), months)


def read_baseline(places, incidents, field, first, last, months, crs, context, progress, trial=None):
    """The :class:`Baseline` of places by incidents; those from the trial's first day on, its outcome, are left out.

    Parameters
    ----------
    places : list of TrialPlace
    incidents
        The value of the incidents' parameter.
    field : str
        Of their dates; empty where they are all of the time before, ``months`` long.
    first, last : datetime.date or None
        Of the time before; None for the first or last of the dates.
    months : float
    trial : TrialTime, optional
        When the trial is, as far as that is known.

    Raises
    ------
    IncidentError
        None of the incidents is before the trial or lies in a place, or they have months only where days are needed.
    SettingsError
        They have months only, and the time before or the trial begins or ends within one; or the time before has days
        of which no incidents were given.
    """
    source, name = open_source("INCIDENTS", incidents, context)
    days, time, trial = None, {}, trial or TrialTime()
    if field:
        dated = dated_incidents(source, name, field, crs, context, progress)
        check_has_days(trial.by_day and dated.in_months, name)
        first = dated.first if first is None else first.toordinal()
        last = dated.last if last is None else last.toordinal()
        if dated.in_months:
            for start, end in trial.steps:
                check_whole_months(start.toordinal(), end.toordinal())
        last = _before_trial(dated.days, first, last, trial, name, progress)
        if dated.in_months:
            check_whole_months(first, last)
        dated.check_covers(first, last)
        notes = tuple(dated.gap_notes((first, last)))
        for note in notes:
            progress.warn(note)
        chosen = (dated.days >= first) & (dated.days <= last)
        points = dated.points[chosen]
        days = dated.days[chosen] + np.where(dated.are_months[chosen], _MIDDLE, 0)
        n_days = max(last - first + 1, 0)
        months = n_days / DAYS_IN_MONTH
        n_parts = round(months) if dated.in_months else n_days
        undated = incidents_in([place.shapes for place in places], dated.undated)
        time = {
            **{"first": first, "n_days": n_days, "n_parts": n_parts, "notes": notes},
            "undated": np.array([len(one) for one in undated], dtype=np.int64),
            **{"n_undated": len(dated.undated), "n_given": len(dated.undated) + len(dated.days)},
        }
    else:
        points = read_incidents(source, name, crs, context, progress)
    inside = incidents_in([place.shapes for place in places], points)
    counts = np.array([len(one) for one in inside], dtype=np.int64)
    if not counts.any():
        raise IncidentError(
            tr(
                "None of the incidents of '{name}' lies in a place: check that both show the same area, and the dates."
            ).format(name=name)
        )
    if n_in_several(inside):
        progress.warn(
            tr("{n:,} incidents lie in more than one place, for places overlap: they count in each.").format(
                n=n_in_several(inside)
            )
        )
    return Baseline(counts, months, days=() if days is None else tuple(days[one] for one in inside), **time)
