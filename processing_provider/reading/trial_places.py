"""The places of a trial, who of them is treated, and the incidents that lie in them or around them."""

from dataclasses import dataclass, field

import numpy as np
from qgis.core import NULL, QgsGeometry

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.space.shapes import Shapes, contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.trial import outline
from .geometry import GeometryCollector, dissolved
from .sources import features_of, request_in, warn_of_skipped

_TREATED = ("treatment", "treated", "true", "yes", "1")
_CONTROL = ("control", "untreated", "false", "no", "0")
_RING_SEGMENTS = 16  # of a quarter circle


@dataclass(frozen=True)
class TrialPlace:
    """One polygon feature: its shape, and its attributes by the fields' names in small letters."""

    geometry: QgsGeometry
    shapes: Shapes
    attributes: dict = field(default_factory=dict)

    @property
    def area(self):
        """Square map units."""
        return self.geometry.area()

    @property
    def outline(self):
        """A digest of its vertices, for the seal."""
        return outline(np.array([(vertex.x(), vertex.y()) for vertex in self.geometry.vertices()]).reshape(-1, 2))

    def get(self, name):
        """The value of a field; None where it is NULL or there is none."""
        return self.attributes.get(name.casefold())


def read_trial_places(source, name, crs, context, progress):
    """Every usable polygon of a source in a CRS. Raises :class:`RtmError` where there is none."""
    every, found = GeometryCollector("polygon"), []
    names = [one.casefold() for one in source.fields().names()]
    for feature in features_of(source, request_in(crs, context, range(len(names))), progress):
        every.add(feature.geometry())
        own = GeometryCollector("polygon")
        own.add(feature.geometry())
        if not own.is_empty:
            values = [None if value is None or value == NULL else value for value in feature.attributes()]
            found.append(TrialPlace(dissolved(own.shapes()), own.shapes(), dict(zip(names, values))))
    warn_of_skipped(tr("Places"), name, every, progress)
    if not found:
        problem = tr("has no feature") if every.n_features == 0 else tr("has no usable polygon")
        raise RtmError(
            tr("Places '{name}' {problem}: choose a polygon layer with at least one (valid) feature.").format(
                name=name, problem=problem
            )
        )
    return found


def field_of(source, layer, asked, usual=""):
    """The name of a field that is there: the one asked for, or the usual one; '' where only the usual one is missing.

    Raises :class:`RtmError` where the one asked for is missing.
    """
    if source.fields().lookupField(asked or usual) >= 0:
        return asked or usual
    if not asked:
        return ""
    raise RtmError(
        tr("Places '{layer}' have no field '{field}': choose one of {names}.").format(
            layer=layer, field=asked, names=", ".join(source.fields().names()) or tr("none")
        )
    )


def number_of(place, name, layer):
    """A field's value as a number, 0 where it is NULL. Raises :class:`RtmError` where it is none."""
    value = place.get(name)
    try:
        number = 0.0 if value is None else float(value)
    except (TypeError, ValueError):
        number = np.nan
    if not np.isfinite(number):
        raise RtmError(
            tr("Places '{layer}', field '{field}': '{value}' is no number; choose a field of numbers.").format(
                layer=layer, field=name, value=value
            )
        )
    return number


def in_order(places, field, layer, counts):
    """The places (n,) by priority: by a field, or where that is '' by their counts (n,), the most first."""
    priority = -counts
    if field:
        priority = [np.inf if place.get(field) is None else number_of(place, field, layer) for place in places]
    return np.argsort(np.asarray(priority, dtype=np.float64), kind="stable")


def is_treated(value):
    """Whether an arm's name is that of treatment (True) or control (False); None where it is neither."""
    word = str(value).strip().casefold()
    return True if word in _TREATED else False if word in _CONTROL else None


def pairs_within(places, distance):
    """Pairs (m, 2) of places that are nearer to each other than a distance in map units."""
    boxes = [place.geometry.boundingBox() for place in places]
    sides = np.array([(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in boxes])
    found = []
    for one, place in enumerate(places):
        rest = sides[one + 1 :]
        apart = np.maximum(np.maximum(rest[:, :2] - sides[one, 2:], sides[one, :2] - rest[:, 2:]), 0.0)
        near = one + 1 + np.flatnonzero(np.hypot(*apart.T) < distance)
        found += [(one, other) for other in near.tolist() if place.geometry.distance(places[other].geometry) < distance]
    return np.array(found, dtype=np.int64).reshape(-1, 2)


def incidents_in(shapes, points):
    """Which points (indices, rising) lie in each of some Shapes."""
    found = []
    for one in shapes:
        if one.is_empty or not len(points):
            found.append(np.empty(0, dtype=np.int64))
            continue
        x_min, y_min, x_max, y_max = one.bounds
        x, y = points.T
        near = np.flatnonzero((x >= x_min) & (x <= x_max) & (y >= y_min) & (y <= y_max))
        found.append(near[contains(one, points[near])])
    return found


def check_not_the_same(treated, control):
    """Raise :class:`RtmError` where a treated place is a control place: more than half of the smaller one lies in the
    other."""
    for one in treated:
        box = one.geometry.boundingBox()
        for other in control:
            if not box.intersects(other.geometry.boundingBox()):
                continue
            shared = one.geometry.intersection(other.geometry).area()
            if shared > 0.5 * min(one.area, other.area):
                raise RtmError(
                    tr(
                        "A treated place and a control place share {percent:.0f}% of the smaller one: a place cannot "
                        "be both; draw others."
                    ).format(percent=100 * shared / min(one.area, other.area))
                )


def rings_around(places, width):
    """The surroundings of each place up to a width, without all places: (Shapes, area) of each."""
    every = QgsGeometry.unaryUnion([place.geometry for place in places])
    found = []
    for place in places:
        ring = place.geometry.buffer(width, _RING_SEGMENTS).difference(every)
        collector = GeometryCollector("polygon")
        collector.add(ring)
        found.append((collector.shapes(), ring.area()))
    return found


def n_in_several(inside):
    """How many incidents lie in more than one place."""
    if not inside:
        return 0
    return int((np.unique(np.concatenate(inside), return_counts=True)[1] > 1).sum())
