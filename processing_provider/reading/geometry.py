"""From QGIS geometries to arrays of vertices: multiparts split, curves segmentised, Z and M dropped."""

import struct

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes

from ...rtm_plugin.lengths import FARTHEST
from ...rtm_plugin.space.shapes import Shapes
from ...rtm_plugin.translation import tr

SHAPE_NAMES = {
    QgsWkbTypes.GeometryType.PointGeometry: "point",
    QgsWkbTypes.GeometryType.LineGeometry: "line",
    QgsWkbTypes.GeometryType.PolygonGeometry: "polygon",
}

_POINT, _LINE, _POLYGON, _COLLECTIONS, _TRIANGLE = 1, 2, 3, (4, 5, 6, 7), 17
_DIMENSIONS = (2, 3, 3, 4)  # of a type's thousands: none, Z, M, ZM
_PLAIN_POINT = b"\x01\x01\x00\x00\x00"  # how a 2D point in little-endian order begins; 16 bytes of x and y follow


class _CurvedError(ValueError):
    """A geometry type that has to be segmentised before its vertices can be read."""


class GeometryCollector:
    """Gathers the geometries of features, and counts what could not be used.

    Parameters
    ----------
    kind : {"point", "line", "polygon"}
        Parts of any other kind (in collections) are passed over.
    """

    def __init__(self, kind):
        self.kind = kind
        self.n_features = 0
        self.n_empty = 0
        self.n_invalid = 0
        self.n_repaired = 0
        self._points = []  # raw coordinates of plain points: they are many, and numpy reads them all at once
        self._parts = []  # of anything else: (n, 2) arrays, or for polygons lists of them

    def add(self, geometry):
        """Take one feature's geometry; count it where it is empty, invalid or had to be repaired."""
        self.n_features += 1
        if geometry.isNull() or geometry.isEmpty():
            self.n_empty += 1
            return
        if self.kind != "point" and not _is_on_earth(geometry.boundingBox()):
            self.n_invalid += 1  # GEOS cannot repair it
        elif self.kind == "polygon" and not geometry.isGeosValid():
            geometry = geometry.makeValid()
            self.n_repaired += 1
            if geometry.isNull() or not self._take(geometry):
                self.n_repaired -= 1
                self.n_invalid += 1
        elif not self._take(geometry):
            self.n_invalid += 1

    def _take(self, geometry):
        """Whether anything of the geometry could be used."""
        wkb = geometry.asWkb().data()
        if len(wkb) == 21 and wkb.startswith(_PLAIN_POINT) and self.kind == "point":
            self._points.append(wkb[5:])
            return True
        try:
            parts = _parts(wkb, self.kind)
        except _CurvedError:
            parts = _parts(QgsGeometry(geometry.constGet().segmentize()).asWkb().data(), self.kind)
        parts = [part for part in parts if _is_usable(part)]
        self._parts.extend(parts)
        return bool(parts)

    def shapes(self, bounds=None):
        """All usable parts as Shapes; with bounds (x_min, y_min, x_max, y_max) only those that meet them."""
        if self.kind == "point":
            xy = np.concatenate([self._plain_points(), *self._parts])
            xy = xy[_are_on_earth(xy)]
            if bounds is not None:
                xy = xy[((xy >= bounds[:2]) & (xy <= bounds[2:])).all(axis=1)]
            return Shapes.points(xy)
        parts = self._parts if bounds is None else [part for part in self._parts if _meets(part, bounds)]
        return Shapes.lines(parts) if self.kind == "line" else Shapes.polygons(parts)

    def _plain_points(self):
        return np.frombuffer(b"".join(self._points), dtype="<f8").reshape(-1, 2).astype(np.float64)

    @property
    def is_empty(self):
        return self.n_features == self.n_empty + self._n_invalid()

    def _n_invalid(self):
        """Plain points are looked at all at once, and only now."""
        return self.n_invalid + int((~_are_on_earth(self._plain_points())).sum())

    def complaint(self):
        """What was skipped or repaired, as words for a warning; '' where all was well."""
        words = []
        n_invalid = self._n_invalid()
        if self.n_empty:
            words.append(tr("{features} without a geometry skipped").format(features=_features(self.n_empty)))
        if n_invalid:
            words.append(tr("{features} with an invalid geometry skipped").format(features=_features(n_invalid)))
        if self.n_repaired:
            words.append(tr("{features} with an invalid geometry repaired").format(features=_features(self.n_repaired)))
        return ", ".join(words)


def _are_on_earth(xy):
    """(n,) whether each vertex is a place: neither endless nor farther than any projection reaches."""
    return (np.abs(xy) < FARTHEST).all(axis=1)


def _is_on_earth(box):
    return all(abs(side) < FARTHEST for side in (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()))


def extent_of(source):
    """The extent of a feature source; a null one where a feature is endless, which not every QGIS can sum up."""
    try:
        return source.sourceExtent()
    except Exception:  # of C++, of which Python knows no more
        return QgsRectangle()


def _features(count):
    return tr("1 feature") if count == 1 else tr("{count:,} features").format(count=count)


def _outline(part):
    """A part's own vertices: of a polygon those of its exterior ring."""
    return part[0] if isinstance(part, list) else part


def _is_usable(part):
    rings = part if isinstance(part, list) else [part]
    return bool(rings) and all(len(ring) and _are_on_earth(ring).all() for ring in rings)


def _meets(part, bounds):
    outline = _outline(part)
    return bool((outline.max(axis=0) >= bounds[:2]).all() and (outline.min(axis=0) <= bounds[2:]).all())


def _parts(wkb, kind):
    """The parts of one kind in a well-known binary geometry: arrays (n, 2), lists of rings for polygons."""
    found = []
    _walk(wkb, 0, kind, found)
    return found


def _walk(wkb, offset, kind, found):
    """Append the parts of the geometry at an offset to ``found``; return the offset behind it."""
    order = "<" if wkb[offset] == 1 else ">"
    (code,) = struct.unpack_from(order + "I", wkb, offset + 1)
    offset += 5
    has_old_z = bool(code & 0x80000000)  # the "2.5D" types of early years
    thousands, family = divmod(code & 0x7FFFFFFF, 1000)
    n_dimensions = _DIMENSIONS[thousands] + has_old_z

    def count():
        nonlocal offset
        (number,) = struct.unpack_from(order + "I", wkb, offset)
        offset += 4
        return number

    def vertices(number):
        nonlocal offset
        values = np.frombuffer(wkb, dtype=order + "f8", count=number * n_dimensions, offset=offset)
        offset += 8 * number * n_dimensions
        return values.reshape(number, n_dimensions)[:, :2].astype(np.float64)

    if family == _POINT:
        part, part_kind = vertices(1), "point"
    elif family == _LINE:
        part, part_kind = vertices(count()), "line"
    elif family in (_POLYGON, _TRIANGLE):
        part, part_kind = [vertices(count()) for _ in range(count())], "polygon"
    elif family in _COLLECTIONS:
        for _ in range(count()):
            offset = _walk(wkb, offset, kind, found)
        return offset
    else:
        raise _CurvedError(tr("geometry type {code}").format(code=code))
    if part_kind == kind:
        found.append(part)
    return offset


def dissolved(shapes):
    """All polygons as one QgsGeometry."""
    rings = [
        [QgsPointXY(x, y) for x, y in shapes.vertices[start:stop].tolist()]
        for start, stop in zip(shapes.starts[:-1], shapes.starts[1:])
    ]
    polygons = {}
    for ring, number in zip(rings, shapes.polygon.tolist()):
        polygons.setdefault(number, []).append(ring)
    return QgsGeometry.unaryUnion([QgsGeometry.fromPolygonXY(polygon) for polygon in polygons.values()])


def polygons_geometry(polygons):
    """A QgsGeometry from a list of polygons, each a list of rings (k, 2)."""
    return QgsGeometry.fromMultiPolygonXY(
        [[[QgsPointXY(x, y) for x, y in ring.tolist()] for ring in rings] for rings in polygons]
    )
