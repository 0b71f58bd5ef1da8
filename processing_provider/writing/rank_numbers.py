"""Ranks of places on a drawn map: numbers in circles that hide no other, each with a line to its place.

QGIS's own labelling looks for room close by only, and leaves numbers out where places lie close together. On paper the
scale is known, so the circles are laid out here, and QGIS draws them where they are told to lie.
"""

import itertools

from qgis.core import (
    QgsCallout,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsProperty,
    QgsSimpleLineCallout,
    QgsTextBackgroundSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QFont

from ..reading.priority_places import RANK

_RADIUS = 2.3  # of a circle, in millimetres of A4
_APART = 1.15  # radii from the middle of a circle to what it keeps clear of
_AWAY = (1.5, 2.0, 2.75, 3.75, 5.0, 7.0, 9.0, 12.0)  # radii from a place to the middle of its circle
_DIRECTIONS = 24
_ROUNDS = 5
_ROOM_FOR_LINES = 1.75  # radii from the middle of a circle to other places, which have lines of their own
_ON_A_PLACE = 10.0  # as bad as so many crossed lines
_MILLIMETRES = QgsUnitTypes.RenderUnit.RenderMillimeters


def number_places(layer, most, extent, crs, per_mm, scale=1.0):
    """Label the first ranks of a layer of places for a map of an extent in a CRS, of ``per_mm`` units a millimetre."""
    known = QgsProject.instance().transformContext()
    to_map, from_map = (QgsCoordinateTransform(*pair, known) for pair in ((layer.crs(), crs), (crs, layer.crs())))
    ids, places = [], []
    for feature in sorted(layer.getFeatures(), key=lambda one: _rank(one, most)):
        geometry = QgsGeometry(feature.geometry())
        if not geometry.isEmpty() and geometry.transform(to_map) == 0:
            ids.append(feature.id() if _rank(feature, most) <= most else None)
            places.append(geometry)
    n_numbers = sum(one is not None for one in ids)
    centres = circle_centres(places, n_numbers, extent, _RADIUS * scale * per_mm)
    at = {one: from_map.transform(centre) for one, centre in zip(ids, centres) if centre is not None}
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(at, scale)))
    layer.setLabelsEnabled(True)


def _rank(feature, most):
    """The rank of a feature; ``most`` + 1 for all that get no number."""
    try:
        return min(int(feature[RANK]), most + 1)
    except (TypeError, ValueError):  # NULL
        return most + 1


def circle_centres(places, n_numbers, extent, radius):
    """Middles of the circles of the first places, QgsPointXY each; None where the map has no room for one.

    No circle reaches beyond the extent or lies on another one. As near to the place as it can be, outwards first, it
    lies on no place, and its line meets no other place, circle or line. Where that is not to be had at once, they are
    laid out again, one after the other, around the others.
    """
    if not n_numbers:
        return []
    room = extent.buffered(-radius)
    everything = QgsGeometry.collectGeometry(places)
    middle = everything.centroid().asPoint()
    others = [QgsGeometry.collectGeometry(places[:one] + places[one + 1 :]) for one in range(n_numbers)]
    laid = [None] * n_numbers  # (crossed, middle, line)
    for _ in range(_ROUNDS):
        for number in range(n_numbers):
            rest = [one for other, one in enumerate(laid) if one is not None and other != number]
            circles, lines = [QgsGeometry.fromPointXY(one[1]) for one in rest], [one[2] for one in rest]
            laid[number] = None
            for spot in _spots(places[number], middle, radius):
                point = QgsGeometry.fromPointXY(spot)
                if not room.contains(spot) or any(point.distance(one) < 2 * _APART * radius for one in circles):
                    continue
                line = places[number].shortestLine(point)
                crossed = _ON_A_PLACE * (point.distance(everything) < _APART * radius)
                if not others[number].isEmpty():
                    crossed += line.intersects(others[number])
                    crossed += point.distance(others[number]) < _ROOM_FOR_LINES * radius
                crossed += sum(line.distance(one) < _APART * radius for one in circles)
                crossed += sum(point.distance(one) < _APART * radius or line.intersects(one) for one in lines)
                if laid[number] is None or crossed < laid[number][0]:
                    laid[number] = crossed, spot, line
                if not crossed:
                    break
        if not any(one is None or one[0] for one in laid):
            break
    return [None if one is None else one[1] for one in laid]


def _spots(place, middle, radius):
    """Where a place's circle may lie, the best first: near before far, away from the middle before towards it."""
    hull = place.convexHull()
    centre = hull.centroid().asPoint()
    outwards = middle.azimuth(centre) if middle.distance(centre) > 0 else 0.0

    def turned(spot):
        return round(abs((centre.azimuth(spot) - outwards + 180.0) % 360.0 - 180.0), 6)

    for away in _AWAY:
        reached = hull.buffer(away * radius, 8)
        around = QgsGeometry(reached.constGet().boundary())
        step = around.length() / _DIRECTIONS
        yield from sorted((around.interpolate(step * part).asPoint() for part in range(_DIRECTIONS)), key=turned)


def _labels(at, scale):
    """Settings that draw the rank of each feature (by its id) at a point, in a circle."""
    labels = QgsPalLayerSettings()
    labels.setFormat(_text(scale))
    labels.fieldName = RANK
    line = QgsSimpleLineCallout()
    line.setEnabled(True)
    line.setLineSymbol(QgsLineSymbol.createSimple({"line_color": "#000000", "line_width": str(0.3 * scale)}))
    line.setAnchorPoint(QgsCallout.AnchorPoint.PointOnExterior)
    line.setLabelAnchorPoint(QgsCallout.LabelAnchorPoint.LabelCentroid)  # beneath the circle
    labels.setCallout(line)
    properties = labels.dataDefinedProperties()
    placed = QgsProperty.fromExpression(f"array_contains(array({', '.join(map(str, at))}), $id)")
    properties.setProperty(QgsPalLayerSettings.Property.Show, placed)
    for axis, key in enumerate(("PositionX", "PositionY")):
        pairs = itertools.chain.from_iterable((f"'{one}'", repr(point[axis])) for one, point in at.items())
        where = QgsProperty.fromExpression(f"map_get(map({', '.join(pairs)}), to_string($id))")
        properties.setProperty(getattr(QgsPalLayerSettings.Property, key), where)
    properties.setProperty(QgsPalLayerSettings.Property.Hali, QgsProperty.fromValue("Center"))
    properties.setProperty(QgsPalLayerSettings.Property.Vali, QgsProperty.fromValue("Half"))
    labels.setDataDefinedProperties(properties)
    return labels


def _text(scale):
    background = QgsTextBackgroundSettings()
    background.setEnabled(True)
    background.setType(QgsTextBackgroundSettings.ShapeType.ShapeCircle)
    background.setSizeType(QgsTextBackgroundSettings.SizeType.SizeFixed)
    background.setSizeUnit(_MILLIMETRES)
    background.setSize(QSizeF(2 * _RADIUS * scale, 2 * _RADIUS * scale))
    background.setFillColor(QColor("#ffffff"))
    background.setStrokeColor(QColor("#000000"))
    background.setStrokeWidthUnit(_MILLIMETRES)
    background.setStrokeWidth(0.25 * scale)
    text = QgsTextFormat()
    font = QFont("Sans Serif")
    font.setBold(True)
    text.setFont(font)
    text.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    text.setSize(7.5 * scale)
    text.setColor(QColor("#000000"))
    text.setBackground(background)
    return text
