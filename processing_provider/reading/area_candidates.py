"""Areas that may become study areas: given polygons, or shapes grown around hot spots."""

from dataclasses import dataclass

import numpy as np
from qgis.core import NULL, QgsGeometry

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.space.outlines import outlines
from ...rtm_plugin.space.shapes import Shapes, contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.study_areas import grow_areas, incidents_of_polygons
from .geometry import GeometryCollector, dissolved, polygons_geometry
from .sources import features_of, request_in, warn_of_skipped


@dataclass(frozen=True)
class Candidate:
    """One polygon or grown shape: its name, geometry, area in square map units, and incidents (indices)."""

    name: str
    geometry: QgsGeometry
    area: float
    incidents: np.ndarray


def read_polygons(source, layer_name, field, crs, context, progress):
    """(name or None, Shapes) of every usable polygon of a layer, named by ``field`` ("" for no names).

    Raises :class:`RtmError` where there is no such field, or no polygon.
    """
    column = source.fields().lookupField(field) if field else -1
    if field and column < 0:
        raise RtmError(
            tr("Polygon layer '{layer_name}' has no field '{field}': choose one that it has.").format(
                layer_name=layer_name, field=field
            )
        )
    every, found = GeometryCollector("polygon"), []
    request = request_in(crs, context, [column] if column >= 0 else [])
    for feature in features_of(source, request, progress):
        every.add(feature.geometry())
        own = GeometryCollector("polygon")
        own.add(feature.geometry())
        if not own.is_empty:
            value = feature.attributes()[column] if column >= 0 else None
            found.append((None if value is None or value == NULL else str(value), own.shapes()))
    warn_of_skipped(tr("Polygon layer"), layer_name, every, progress)
    if not found:
        problem = tr("has no feature") if every.n_features == 0 else tr("has no usable polygon")
        raise RtmError(
            tr(
                "Polygon layer '{layer_name}' {problem}: choose a polygon layer with at least one (valid) "
                "feature, or none."
            ).format(layer_name=layer_name, problem=problem)
        )
    return found


def rectangle_around(points, margin):
    """The rectangle around points, with a margin: a single place has an extent too."""
    west, south = points.min(axis=0) - margin
    east, north = points.max(axis=0) + margin
    return Shapes.polygons([[np.array([[west, south], [east, south], [east, north], [west, north]])]])


def frame_of(points, name, polygons, margin, progress):
    """Shapes of all ground that is looked at, and the number of points outside it.

    ``polygons`` are those of :func:`read_polygons`; where they are None, it is the rectangle around the points.
    Raises :class:`IncidentError` where no point lies in the polygons.
    """
    if polygons is None:
        return rectangle_around(points, margin), 0
    frame = together([shapes for _, shapes in polygons])
    outside = int((~contains(frame, points)).sum())
    if outside == len(points):
        raise IncidentError(
            tr(
                "None of the {n_points:,} incidents of '{name}' lies in the polygons: check that both show "
                "the same place."
            ).format(n_points=len(points), name=name)
        )
    if outside:
        progress.warn(
            tr("{outside:,} of {n_points:,} incidents of '{name}' lie outside the polygons.").format(
                outside=outside, n_points=len(points), name=name
            )
        )
    return frame, outside


def together(features):
    """The polygons of several features as one Shapes."""
    collector = GeometryCollector("polygon")
    for shapes in features:
        collector.add(dissolved(shapes))
    return collector.shapes()


def candidates_of_polygons(polygons, points, progress):
    found = []
    members = incidents_of_polygons([shapes for _, shapes in polygons], points, progress)
    for (name, shapes), incidents in zip(polygons, members):
        geometry = dissolved(shapes)
        found.append(Candidate(name, geometry, geometry.area(), incidents))
    return found


def hot_spots(grid, points, bandwidth, rules, progress):
    areas = grow_areas(grid, points, bandwidth, rules, progress)
    cell_of = grid.cell_of(points)
    shapes = outlines(grid, areas)
    return [
        Candidate(
            None,
            polygons_geometry(polygons),
            len(cells) * grid.cell_size**2,
            np.flatnonzero(np.isin(cell_of, cells)),
        )
        for cells, polygons in zip(areas, shapes)
    ]
