"""The cells of places that somebody has drawn or clicked."""

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsGeometry

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.translation import tr
from .geometry import SHAPE_NAMES, GeometryCollector


@dataclass(frozen=True)
class AskedPlace:
    """What is asked about: its name, its geometry in the grid's CRS, its cells (indices among the grid's)."""

    name: str
    geometry: QgsGeometry
    cells: np.ndarray


def places_in(grid, named, progress):
    """The places, of (name, QgsGeometry) in the grid's CRS, that have cells. Raises :class:`RtmError`: none has."""
    every = [AskedPlace(name, geometry, cells_of_place(grid, geometry)) for name, geometry in named]
    found = [place for place in every if len(place.cells)]
    n_outside = len(every) - len(found)
    if not found:
        raise RtmError(
            tr(
                "None of the {n_outside:,} places to explain lies in a cell of the risk terrain: check that "
                "they show the same place."
            ).format(n_outside=n_outside)
        )
    if n_outside:
        progress.warn(
            tr("Places outside the risk terrain, which are left out: {n_outside:,}.").format(n_outside=n_outside)
        )
    return found


def cells_of_place(grid, geometry):
    """Rising indices of the cells of a point or a polygon; of a polygon without any centroid, the cell it
    is in."""
    if SHAPE_NAMES.get(geometry.type()) != "polygon":
        return _cell_at(grid, geometry)
    collector = GeometryCollector("polygon")
    collector.add(geometry)
    polygons = collector.shapes()
    if polygons.is_empty:
        return np.empty(0, dtype=np.int64)
    x_min, y_min, x_max, y_max = polygons.bounds
    first, last = np.clip(
        [(grid.y_max - y_max) // grid.cell_size, (grid.y_max - y_min) // grid.cell_size + 1], 0, grid.rows
    ).astype(np.int64)
    start, stop = np.searchsorted(grid.cells, [first * grid.cols, last * grid.cols])
    near = np.arange(start, stop)
    x = grid.x_min + (grid.cells[near] % grid.cols + 0.5) * grid.cell_size
    near = near[(x >= x_min) & (x <= x_max)]
    row, col = np.divmod(grid.cells[near], grid.cols)
    centroids = np.column_stack([grid.column_x[col], grid.row_y[row]])
    cells = near[contains(polygons, centroids)]
    return cells if len(cells) else _cell_at(grid, geometry.pointOnSurface())


def _cell_at(grid, geometry):
    if geometry.isEmpty():
        return np.empty(0, dtype=np.int64)
    points = [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]
    cells = np.unique(grid.cell_of(np.array(points)))
    return cells[cells >= 0]


def only_cells(grid, places):
    """Rising indices of the cells that are asked about, and the grid that has no others."""
    asked = np.unique(np.concatenate([place.cells for place in places]))
    mask = np.zeros(grid.mask.shape, dtype=bool)
    mask.ravel()[grid.cells[asked]] = True
    return asked, replace(grid, mask=mask)
