"""Incidents with their dates, and the split into an earlier and a later period."""

import datetime
from dataclasses import dataclass, field

import numpy as np

from ...rtm_plugin.errors import IncidentError, RtmError, SettingsError
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import (
    NONE,
    improbable_gaps,
    last_day,
    range_of_days,
    read_days,
    read_days_and_months,
    split_day,
)
from .chosen_features import filter_expression
from .geometry import GeometryCollector
from .incident_dates import column_of, moment_of
from .personal_fields import tell_personal_fields
from .sources import check_has_crs, features_of, open_source, read_incidents, request_in, warn_of_skipped

MONTH = 31  # days: what the first or last incident may be short of the time that they are of


@dataclass(frozen=True)
class Periods:
    """Incidents (m, 2) to fit; those of the later period and its first day, None where nothing is split.

    ``recipe`` is what the model remembers of how they were chosen.
    """

    earlier: np.ndarray
    later: np.ndarray = None
    day: datetime.date = None
    recipe: dict = field(default_factory=dict)


def read_periods(request, study_area, context, progress):
    """The incidents of a :class:`ModelRequest`: those that its filter and its dates choose, split where it asks for it.

    Raises
    ------
    RtmError
        There is no incident, no such field, no date in it, no incident of those dates, or nothing on one side of the
        split.
    """
    source, name = open_source("INCIDENTS", request.incidents, context)
    check_has_crs(tr("Incidents"), name, source.sourceCrs())
    filter_expression(request.incident_filter, name, source.fields())  # says what is wrong with it
    recipe = {"incident_filter": request.incident_filter} if request.incident_filter else {}
    column = request.period_field
    if not column:
        return Periods(
            read_incidents(source, name, study_area.crs, context, progress, request.incident_filter), recipe=recipe
        )
    points, values = dated_points(source, name, column, study_area.crs, context, progress, request.incident_filter)
    try:
        days = read_days(values, tr("field '{field}'").format(field=column))
        chosen = _chosen(days, request, name, progress)
        points, days = points[chosen], [day for day, is_chosen in zip(days, chosen) if is_chosen]
        recipe |= {"period_field": column}
        recipe |= {key: getattr(request, key) for key in ("date_from", "date_to") if getattr(request, key)}
        if request.period_split.strip().casefold() == NONE:
            return Periods(points, recipe=recipe)
        day = split_day(days, request.period_split)
    except RtmError as error:
        raise IncidentError(
            tr("Incidents '{name}', date field '{field}': {error}").format(name=name, field=column, error=error)
        ) from error
    is_earlier = np.array([one < day for one in days])
    return Periods(points[is_earlier], points[~is_earlier], day, recipe | {"later_from": day.isoformat()})


def _undated_words(n, name, field):
    """A sentence on so many incidents of a layer that have no date."""
    if n == 1:
        return tr("1 incident of '{name}' has no date in '{field}' and is left out.").format(name=name, field=field)
    return tr("{n_days:,} incidents of '{name}' have no date in '{field}' and are left out.").format(
        n_days=n, name=name, field=field
    )


def _chosen(days, request, name, progress):
    """Which incidents (m,) have a date within the limits of a request; says how many have not."""
    first, last = range_of_days(request.date_from, request.date_to)
    is_dated = np.array([day is not None for day in days])
    chosen = np.array([day is not None and first <= day <= last for day in days])
    if not is_dated.all():
        progress.warn(_undated_words(int((~is_dated).sum()), name, request.period_field))
    if not is_dated.any():
        raise IncidentError(tr("No incident has a date that is understood: choose another field, or none."))
    if not chosen.any():
        known = [day for day in days if day is not None]
        raise IncidentError(
            tr("No incident is of these dates: theirs are {first} to {last}.").format(
                first=min(known).isoformat(), last=max(known).isoformat()
            )
        )
    if chosen.sum() < is_dated.sum():
        progress.info(
            tr("{n_chosen:,} of {n_dated:,} dated incidents are within the dates asked for.").format(
                n_chosen=int(chosen.sum()), n_dated=int(is_dated.sum())
            )
        )
    return chosen


@dataclass(frozen=True, eq=False)
class DatedPoints:
    """Incidents that have a date.

    Attributes
    ----------
    points : (m, 2)
    days : (m,) int64
        Ordinals; of a month its first day.
    are_months : (m,) bool
        Whether the day is not known.
    undated : (k, 2)
        Incidents that have none, or none that can be read: they are in none of the above.
    """

    points: np.ndarray
    days: np.ndarray
    are_months: np.ndarray
    undated: np.ndarray

    @property
    def in_months(self):
        """Whether some have months only."""
        return bool(self.are_months.any())

    @property
    def first(self):
        return int(self.days.min())

    @property
    def last(self):
        """The last day, which of a month is its end."""
        return last_day(self.days, self.are_months)

    def check_covers(self, first, last):
        """Raise :class:`SettingsError` where the incidents do not reach over a time (ordinals): days of which none were
        given would be counted as days without any."""
        if first < self.first - MONTH or last > self.last + MONTH:
            raise SettingsError(
                tr(
                    "Incidents are from {first} to {last} only, not of all days from {start} to {end}: choose others."
                ).format(**days_in_words(first=self.first, last=self.last, start=first, end=last))
            )

    def reached(self, end):
        """The last day (ordinal) that can be counted of a time that ends on another: its own, where incidents reach to
        within a month of it, or else the last of theirs."""
        return end if end <= self.last + MONTH else self.last

    def gap_notes(self, *times):
        """Sentences on gaps that are no chance, of those that reach into one of some times (first, last)."""
        return [
            gap.words()
            for gap in improbable_gaps(self.days, self.are_months)
            if any(first <= gap.last and last >= gap.first for first, last in times)
        ]


def days_in_words(**ordinals):
    """Ordinals as days in words."""
    return {key: datetime.date.fromordinal(day).isoformat() for key, day in ordinals.items()}


def check_has_days(in_months, name):
    """Raise :class:`IncidentError` where a crossover is to be judged by incidents that have months only."""
    if in_months:
        raise IncidentError(tr("Incidents '{name}' have months only; a crossover needs days.").format(name=name))


def dated_incidents(source, name, field, crs, context, progress):
    """The :class:`DatedPoints` of a source; says how many incidents have no date.

    Raises :class:`IncidentError` where there is no such field, no date that is understood, or no point.
    """
    check_has_crs(tr("Incidents"), name, source.sourceCrs())
    points, values = dated_points(source, name, field, crs, context, progress)
    try:
        days, are_months = read_days_and_months(values, tr("field '{field}'").format(field=field))
    except RtmError as error:
        raise IncidentError(
            tr("Incidents '{name}', date field '{field}': {error}").format(name=name, field=field, error=error)
        ) from error
    ordinals = np.array([0 if day is None else day.toordinal() for day in days])
    n_undated = int((ordinals == 0).sum())
    if n_undated == len(ordinals):
        raise IncidentError(
            tr("No incident of '{name}' has a date in '{field}' that is understood: choose another field.").format(
                name=name, field=field
            )
        )
    if n_undated:
        progress.warn(_undated_words(n_undated, name, field))
    dated = ordinals > 0
    return DatedPoints(points[dated], ordinals[dated], np.array(are_months)[dated], points[~dated])


def dated_points(source, name, field, crs, context, progress, expression=""):
    """Points (m, 2) of a source and the raw dates (m) of their features."""
    index = column_of(source, name, field)
    tell_personal_fields(source, name, progress, (field,), expression)
    collectors, unusable = {}, GeometryCollector("point")
    for feature in features_of(source, request_in(crs, context, [index], expression), progress):
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            unusable.add(geometry)
            continue
        value = moment_of(feature.attribute(index))
        if value not in collectors:
            collectors[value] = GeometryCollector("point")
        collectors[value].add(geometry)
    for collector in (unusable, *collectors.values()):
        warn_of_skipped(tr("Incidents"), name, collector, progress)
    found = [(value, collector.shapes().vertices) for value, collector in collectors.items()]
    values = [value for value, points in found for _ in range(len(points))]
    if not values:
        raise IncidentError(
            tr("Incidents '{name}' has no usable point: choose a point layer that holds the incidents.").format(
                name=name
            )
        )
    return np.concatenate([points for _, points in found]), values
