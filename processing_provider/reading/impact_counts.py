"""When it was before and after, and how many incidents there were in each place then."""

import datetime
from dataclasses import dataclass, fields
from typing import Optional

import numpy as np

from ...rtm_plugin.errors import IncidentError, SettingsError
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import check_whole_months
from ...rtm_plugin.use.impact import Counted
from ...rtm_plugin.use.undated import Layer
from .periods import MONTH, DatedPoints, dated_incidents, days_in_words
from .sources import open_source, read_incidents
from .trial_places import incidents_in, n_in_several


@dataclass(frozen=True, eq=False)
class Incidents:
    """Those after and before; the same where they are of one layer, or have dates, which tell before from after.

    ``dated`` is None where dates are not known. ``gap`` is the first and last ordinal of more than a month between two
    layers, of which no incidents were given; None where there is none. ``layers`` are the :class:`DatedPoints` of
    each, of which ``dated`` are all.
    """

    points: np.ndarray
    dated: Optional[DatedPoints]
    earlier: np.ndarray
    gap: Optional[tuple] = None
    layers: tuple = ()

    @property
    def are_dated(self):
        return self.dated is not None

    def check_covers(self, first, last):
        """Raise :class:`SettingsError` where the incidents do not reach over a time (ordinals): days of which none were
        given would be counted as days without any."""
        self.dated.check_covers(first, last)
        if self.gap is not None and first <= self.gap[1] and last >= self.gap[0]:
            raise SettingsError(
                tr(
                    "No incident of either layer is from {first} to {last}, which the time from {start} to {end} "
                    "holds: choose other days, or give the incidents between."
                ).format(**days_in_words(first=self.gap[0], last=self.gap[1], start=first, end=last))
            )


def read_both(after, before, field, crs, context, progress):
    """The :class:`Incidents` of the values of two parameters, the second of which may be empty.

    ``field`` is that of their dates; empty where they have none. With dates two layers are as one.

    Raises :class:`SettingsError` where a day, or month, is in both layers; or where without dates both hold the same
    incidents.
    """
    has_two = before not in (None, "")
    parts = (progress.part(0.0, 0.5), progress.part(0.5, 1.0))
    given = [open_source("INCIDENTS", value, context) for value in ((after, before) if has_two else (after,))]
    if not field:
        points = [read_incidents(*one, crs, context, part) for one, part in zip(given, parts)]
        if has_two and np.array_equal(*points):
            raise SettingsError(
                tr(
                    "'{name}' holds the same incidents before and after, and nothing tells them apart: give another "
                    "layer, or filter, of those before, or choose the date field."
                ).format(name=given[1][1])
            )
        return Incidents(points[0], None, points[-1])
    dated = [dated_incidents(*one, field, crs, context, part) for one, part in zip(given, parts)]
    if not has_two:
        return Incidents(dated[0].points, dated[0], dated[0].points, layers=tuple(dated))
    _check_are_apart(*dated)
    both = DatedPoints(*(np.concatenate([getattr(one, key.name) for one in dated]) for key in fields(DatedPoints)))
    earlier, later = sorted(dated, key=lambda one: one.first)
    gap = earlier.last + 1, later.first - 1
    return Incidents(both.points, both, both.points, gap if gap[1] - gap[0] >= MONTH else None, tuple(dated))


def _check_are_apart(one, other):
    """Raise :class:`SettingsError` where two :class:`DatedPoints` share a day, or a month where one has months only:
    whether its incidents are the same cannot be told, and they must not count twice."""
    unit = "M" if one.in_months or other.in_months else "D"
    epoch = datetime.date(1970, 1, 1).toordinal()
    shared = np.intersect1d(
        *((dated.days - epoch).astype("datetime64[D]").astype(f"datetime64[{unit}]") for dated in (one, other))
    )
    if len(shared):
        raise SettingsError(
            tr(
                "Both layers hold incidents of {day}, which would count twice: let one end before the other begins, or "
                "give a single layer."
            ).format(day=shared[0])
        )


@dataclass(frozen=True)
class Limits:
    """First and last days that are asked for; None where they are not."""

    before_from: Optional[datetime.date] = None
    before_to: Optional[datetime.date] = None
    after_from: Optional[datetime.date] = None
    after_to: Optional[datetime.date] = None


@dataclass(frozen=True)
class Periods:
    """Lengths of the time before and of the steps after; and, where incidents have dates, when that was.

    ``days_before`` are the first and last ordinal, ``edges`` the first ordinal of each step and that after the last;
    ``notes`` say, in sentences, where they are not those of the trial, and where data seem to lack; ``origin`` where
    the time before is that of the trial's lots, and is empty otherwise.
    """

    before: float
    steps: tuple
    days_before: tuple = ()
    edges: tuple = ()
    notes: tuple = ()
    origin: str = ""

    def times(self):
        """(first, last) ordinals of the time before, and of each step after."""
        return [self.days_before, *((first, end - 1) for first, end in zip(self.edges, self.edges[1:]))]

    def words(self):
        """(what, which) of both, for the page."""
        if not self.edges:
            after = plain_number(sum(self.steps))
            return [(tr("Length of the time before"), plain_number(self.before)), (tr("After"), after)]
        return [
            (tr("Before"), _span_of(self.days_before)),
            (tr("After"), _span_of((self.edges[0], self.edges[-1] - 1))),
        ]


def span(first, last):
    """Two days in words, and how many they span."""
    return tr("{first} to {last}, {n:,} days").format(
        first=first.isoformat(), last=last.isoformat(), n=(last - first).days + 1
    )


def periods_of(arms, incidents, limits):
    """The :class:`Periods` of dated incidents: as asked for, as the places say, or else all dates that there are.

    The time before is that of the trial's lots where the places tell it and no other is asked for. A trial beyond whose
    end, or a month short of it, the dates do not reach is judged up to the last of them.

    Raises :class:`SettingsError` where treatment has no beginning, a period no day, or days of which no incidents were
    given, or where one divides a month of incidents that have months only.
    """
    starts = [day.toordinal() for day in arms.starts]
    if limits.after_from is not None:
        starts = [limits.after_from.toordinal(), *starts[1:]]
    if not starts:
        raise SettingsError(tr("When treatment began is not known: give the first day after, such as 2025-03-01."))
    steps = starts if arms.in_waves else starts[:1]
    end = incidents.dated.last if arms.ends is None else incidents.dated.reached(arms.ends.toordinal())
    end = end if limits.after_to is None else limits.after_to.toordinal()
    own = tuple(day.toordinal() for day in arms.baseline) or (incidents.dated.first, steps[0] - 1)
    first = own[0] if limits.before_from is None else limits.before_from.toordinal()
    last = min(own[1], steps[0] - 1) if limits.before_to is None else limits.before_to.toordinal()
    if limits.before_from is None and not arms.baseline and first >= steps[0]:
        raise SettingsError(
            tr(
                "Treatment began on {start}, and the first incident is from {first}, so that there are none before: "
                "give incidents that begin sooner, or those before as a layer of their own."
            ).format(**days_in_words(start=steps[0], first=first))
        )
    for start, stop in ((steps[0], end), (first, last)):
        _check_span(start, stop)
        incidents.check_covers(start, stop)
    if last >= steps[0]:
        raise SettingsError(tr("The time before ends after treatment began: let it end sooner."))
    if steps[-1] > end:
        raise SettingsError(tr("The last wave begins after the last day: give a later last day, or wait."))
    edges = (*steps, end + 1)
    if incidents.dated.in_months:
        for start, stop in zip(edges, edges[1:]):
            check_whole_months(start, stop - 1)
        check_whole_months(first, last)
    notes = (
        *_notes(arms, (steps[0], end), (first, last), limits),
        *incidents.dated.gap_notes((first, last), (steps[0], end)),
    )
    lengths = tuple(np.diff(edges).tolist())
    return Periods(last - first + 1, lengths, (first, last), edges, notes, _origin(arms, (first, last)))


def _notes(arms, after, before, limits):
    """What there is to say where times (first and last ordinals) are not those of the trial."""
    said = []
    is_cut = arms.ends is not None and limits.after_to is None and after[1] < arms.ends.toordinal()
    if is_cut:
        said.append(
            tr("The incidents end on {last}, before the trial does on {end}: judged is up to then.").format(
                **days_in_words(last=after[1]), end=arms.ends.isoformat()
            )
        )
    planned = (arms.starts[0], arms.ends) if arms.ends is not None and arms.starts else ()
    if planned and after != (_ordinals(planned)[0], after[1] if is_cut else _ordinals(planned)[1]):
        said.append(
            tr(
                "The trial is from {planned}, but judged is {judged}: where that was decided after the result was "
                "known, it has to be called so."
            ).format(planned=span(arms.starts[0], arms.ends), judged=_span_of(after))
        )
    if arms.baseline and before != _ordinals(arms.baseline):
        said.append(
            tr(
                "The trial's time before is {planned}, but taken is {taken}: where that was decided after the result "
                "was known, it has to be called so."
            ).format(planned=span(*arms.baseline), taken=_span_of(before))
        )
    return tuple(said)


def _origin(arms, before):
    """A sentence where the time before (first and last ordinal) is the trial's own."""
    if not arms.baseline or before != _ordinals(arms.baseline):
        return ""
    return tr("The time before is that by which the trial's lots were drawn: {time}.").format(time=_span_of(before))


def _ordinals(days):
    return tuple(day.toordinal() for day in days)


def _span_of(ordinals):
    return span(*map(datetime.date.fromordinal, ordinals))


def _check_span(first, last):
    if first > last:
        raise SettingsError(
            tr("No day is from {first} to {last}: let the first date be the earlier one.").format(
                first=datetime.date.fromordinal(first).isoformat(), last=datetime.date.fromordinal(last).isoformat()
            )
        )


def several_words(inside, around=False):
    """What there is to say of incidents in more than one place, or ``around`` more than one: a sentence, or none."""
    n = n_in_several(inside)
    if not n:
        return []
    share = 100 * n / len(np.unique(np.concatenate(inside)))
    words = (
        tr("{share:.3g}% of the incidents around places ({n:,}) lie around more than one, and count for each.")
        if around
        else tr(
            "{share:.3g}% of the incidents in places ({n:,}) lie in more than one, for they overlap, and count in each."
        )
    )
    return [words.format(share=share, n=n)]


def count(shapes, areas, incidents, periods, progress, notes, around=False):
    """The :class:`Counted` of some Shapes, one for each place or ``around`` it, and their areas (n,).

    ``notes`` is a list to which is added what there is to say on the page.
    """
    inside = incidents_in(shapes, incidents.points)
    is_one_layer = incidents.earlier is incidents.points
    inside_before = inside if is_one_layer else incidents_in(shapes, incidents.earlier)
    for note in several_words(inside, around):
        progress.warn(note)
        notes.append(note)
    if not periods.edges:
        before, after = ([len(one) for one in found] for found in (inside_before, inside))
        return Counted(np.array(before), np.array(after)[:, None], areas)
    first, last = periods.days_before
    days = [incidents.dated.days[one] for one in inside_before]
    edges = [*periods.edges[:-1], periods.edges[-1] - 0.5]  # the last bin of a histogram holds its upper edge
    return Counted(
        np.array([int(((one >= first) & (one <= last)).sum()) for one in days]),
        np.array([np.histogram(incidents.dated.days[one], edges)[0] for one in inside]),
        areas,
    )


def check_any_before(counted, name):
    """Raise :class:`IncidentError` where no incident before of a layer is in a :class:`Counted`, though some after is:
    that there was nothing before would be taken for a fact."""
    if not counted.before.any() and counted.after.any():
        raise IncidentError(
            tr(
                "None of the incidents before of '{name}' lies in a place: check that it shows the same area, and the "
                "dates."
            ).format(name=name)
        )


def count_days(shapes, incidents, calendar, progress, notes):
    """(rows of the calendar,) how many incidents there were on each day of each place."""
    first, last = calendar.first.toordinal(), calendar.last.toordinal()
    incidents.check_covers(first, last)
    for note in incidents.dated.gap_notes((first, last)):
        progress.warn(note)
        notes.append(note)
    counts = np.zeros((len(shapes), last - first + 1), dtype=np.int64)
    found = incidents_in(shapes, incidents.points)
    for note in several_words(found):
        progress.warn(note)
        notes.append(note)
    for place, inside in enumerate(found):
        days = incidents.dated.days[inside] - first
        np.add.at(counts[place], days[(days >= 0) & (days <= last - first)], 1)
    return counts[calendar.places, calendar.days - first]


def undated_layers(shapes, incidents, times):
    """A :class:`Layer` of each layer of dated incidents that has any of some times: what those of another have no date
    of is from other times, too.

    ``shapes`` are Shapes, one for each place or around it; ``times`` are (first, last) ordinals, one for each period of
    a difference. Gives how many of them have no date, and how many there are, too.
    """
    layers, n, n_all = [], 0, 0
    for dated in incidents.layers:
        holds = np.array([bool(((dated.days >= first) & (dated.days <= last)).any()) for first, last in times])
        if not holds.any():
            continue
        undated = np.array([len(one) for one in incidents_in(shapes, dated.undated)], dtype=np.int64)
        compares = undated.any() and len(incidents.layers) > 1  # of one layer nothing hangs on those with a date
        days = [dated.days[one] for one in incidents_in(shapes, dated.points)] if compares else []
        held = [time for time, is_held in zip(times, holds) if is_held]
        within = [sum(int(((one >= first) & (one <= last)).sum()) for first, last in held) for one in days]
        layers.append(Layer(undated, np.array(within or np.zeros(len(undated)), dtype=np.int64), holds))
        n, n_all = n + len(dated.undated), n_all + len(dated.undated) + len(dated.days)
    return layers, n, n_all
