"""Incidents with their dates, and the split into an earlier and a later period."""

import datetime
from dataclasses import dataclass

import numpy as np

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.periods import read_days, split_day
from .geometry import GeometryCollector
from .incident_dates import column_of, moment_of
from .sources import check_has_crs, features_of, open_source, read_incidents, request_in, warn_of_skipped


@dataclass(frozen=True)
class Periods:
    """Incidents (m, 2) to fit; those of the later period and its first day, None where nothing is split."""

    earlier: np.ndarray
    later: np.ndarray = None
    day: datetime.date = None
    field: str = ""

    @property
    def recipe(self):
        """What the model remembers of the split."""
        return {"period_field": self.field, "later_from": self.day.isoformat()} if self.day else {}


def read_periods(request, study_area, context, progress):
    """The incidents of a :class:`ModelRequest`, split where a field of dates is given.

    Raises
    ------
    RtmError
        There is no incident, no such field, no date in it, or nothing on one side of the split.
    """
    source, name = open_source("INCIDENTS", request.incidents, context)
    field = request.period_field
    if not field:
        return Periods(read_incidents(source, name, study_area.crs, context, progress))
    check_has_crs(tr("Incidents"), name, source.sourceCrs())
    points, values = _dated_points(source, name, field, study_area.crs, context, progress)
    try:
        days = read_days(values, tr("field '{field}'").format(field=field))
        dated = [day for day in days if day is not None]
        day = split_day(dated, request.period_split)
    except RtmError as error:
        raise IncidentError(
            tr("Incidents '{name}', date field '{field}': {error}").format(name=name, field=field, error=error)
        ) from error
    if len(dated) < len(days):
        progress.warn(
            tr("{n_days} incidents of '{name}' have no date in '{field}' and are left out.").format(
                n_days=len(days) - len(dated), name=name, field=field
            )
        )
    earlier = np.array([one is not None and one < day for one in days])
    later = np.array([one is not None and one >= day for one in days])
    return Periods(points[earlier], points[later], day, field)


def _dated_points(source, name, field, crs, context, progress):
    """Points (m, 2) of a source and the raw dates (m) of their features."""
    index = column_of(source, name, field)
    collectors, unusable = {}, GeometryCollector("point")
    for feature in features_of(source, request_in(crs, context, [index]), progress):
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
