"""Priority places as the algorithm of that name has written them, and the incidents that were recorded in each."""

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import NULL, QgsFeature, QgsFeatureRequest, QgsRectangle

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.time_pattern import UNKNOWN, Moments, read_moments
from .geometry import GeometryCollector
from .incident_dates import column_of, hour_of, moment_of
from .personal_fields import tell_personal_fields
from .sources import check_has_crs, features_of, request_in

RANK = "rank"
# What recorded incidents can be read from: the parts of what is expected hold a share of them
_TELL_OBSERVED = ("observed", "observed_percent", "landscape", "around", "here")


@dataclass(frozen=True)
class PlacesRead:
    """Features by rank, their fields as the layer has them.

    Of those whose ranks are in ``few`` it is told only that they have fewer recorded incidents than ``smallest``.
    """

    name: str
    features: tuple[QgsFeature, ...]
    smallest: int = 0
    few: frozenset = frozenset()

    def first(self, n):
        """Those of the first ``n`` ranks."""
        return replace(self, features=self.features[:n])

    def without_few(self, smallest):
        """The same, where fewer incidents than ``smallest`` were recorded without their number and what tells it."""
        if not smallest:
            return self
        features, few = [], []
        for one in self.features:
            observed = value_of(one, "observed")
            if observed is None or observed < smallest:
                one = QgsFeature(one)
                for name in _TELL_OBSERVED:
                    if one.fields().lookupField(name) >= 0:
                        one[name] = None
            features.append(one)
            few += [one[RANK]] if observed is not None and observed < smallest else []
        return PlacesRead(self.name, tuple(features), smallest, frozenset(few))

    @property
    def has_parts(self):
        """Whether they say what landscape, cells around and incidents here add: those of terrain and history do."""
        return any(value_of(feature, "here") is not None for feature in self.features)


def check_places(name, fields, needed=(RANK,)):
    """Raise :class:`RtmError` where a layer lacks fields that priority places have."""
    for field in needed:
        if fields.lookupField(field) < 0:
            raise RtmError(
                tr(
                    "Priority places '{name}' have no field '{field}': use the layer that the algorithm “Priority "
                    "places” has written."
                ).format(name=name, field=field)
            )


def read_places(source, name, crs, context, needed=(RANK,)):
    """The places of a source by rank, in a CRS. Raises :class:`RtmError` where they are none."""
    check_places(name, source.fields(), needed)
    request = QgsFeatureRequest().setDestinationCrs(crs, context.transformContext())
    ranked = [one for one in source.getFeatures(request) if value_of(one, RANK) is not None]
    if not ranked:
        raise RtmError(tr("Priority places '{name}' hold no place: choose a layer that has some.").format(name=name))
    return PlacesRead(name, tuple(sorted(ranked, key=lambda one: one[RANK])))


def value_of(feature, name):
    """A feature's value of a field; None where it is NULL, or there is no such field."""
    index = feature.fields().lookupField(name)
    found = feature.attribute(index) if index >= 0 else None
    return None if found is None or found == NULL else found


def moments_in_places(places, source, name, date_field, hour_field, crs, context, progress):
    """The :class:`Moments` of the incidents in each place, a list in the order of the places.

    ``date_field`` and ``hour_field`` may be empty. Raises :class:`RtmError` for a field that the source does not
    have, or whose dates cannot be read.
    """
    check_has_crs(tr("Incidents"), name, source.sourceCrs())
    columns = [column_of(source, name, field) for field in (date_field, hour_field) if field]
    tell_personal_fields(source, name, progress, (date_field, hour_field))
    request = request_in(crs, context, columns)
    extent = QgsRectangle()
    for feature in places.features:
        extent.combineExtentWith(feature.geometry().boundingBox())
    request.setFilterRect(extent.buffered(1.0))
    points, dates, hours = [], [], []
    for feature in features_of(source, request, progress):
        at = [] if feature.geometry().isEmpty() else [(one.x(), one.y()) for one in feature.geometry().vertices()]
        points += at
        dates += [moment_of(value_of(feature, date_field)) if date_field else None] * len(at)
        hours += [hour_of(value_of(feature, hour_field)) if hour_field else UNKNOWN] * len(at)
    points = np.array(points, dtype=np.float64).reshape(-1, 2)
    try:
        moments = read_moments(dates, tr("field '{field}'").format(field=date_field))
    except RtmError as error:
        raise IncidentError(tr("Incidents '{name}': {error}").format(name=name, error=error)) from error
    if hour_field:
        moments = Moments(moments.weekdays, np.array(hours, dtype=np.int64))
    inside = []
    for feature in places.features:
        collector = GeometryCollector("polygon")
        collector.add(feature.geometry())
        inside.append(moments.of(contains(collector.shapes(), points)))
    return inside
