"""Areas that may become study areas: given polygons, or shapes grown around hot spots."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsGeometry,
)

from ...rtm_plugin.space.outlines import outlines
from ...rtm_plugin.space.shapes import Shapes
from ...rtm_plugin.use.study_areas import grow_areas, incidents_of_polygons
from .geometry import GeometryCollector, dissolved, polygons_geometry


@dataclass(frozen=True)
class Candidate:
    """One polygon or grown shape: its name, geometry, area in square map units, and incidents (indices)."""

    name: str
    geometry: QgsGeometry
    area: float
    incidents: np.ndarray


def rectangle_around(points, margin):
    """The rectangle around points, with a margin: a single place has an extent too."""
    west, south = points.min(axis=0) - margin
    east, north = points.max(axis=0) + margin
    return Shapes.polygons([[np.array([[west, south], [east, south], [east, north], [west, north]])]])


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
