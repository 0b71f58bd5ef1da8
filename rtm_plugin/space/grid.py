"""The study area as square cells: which cells are in the model, and which cell an incident belongs to."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..errors import GridError
from ..lengths import check_length
from ..names import choice
from ..translation import tr
from .shapes import batches, expand

if TYPE_CHECKING:
    from .shapes import Shapes


CELL_RULES = ("overlap", "centroid")
MAX_CELLS = 25_000_000  # cells of the bounding rectangle

# In cells. A boundary that runs this close to a grid line runs along it: study areas that were drawn on the
# grid carry float noise, and an overlap thinner than this is a touch.
_TOUCH = 1e-6
# In cells. A point this close to a cell's edge lies on it (noise of the division by the cell size).
_ON_EDGE = 1e-9


@dataclass(frozen=True, eq=False)
class StudyGrid:
    """Square cells over the study area; those of ``mask`` are model cells, the rest is NoData.

    Every array "per model cell" in this package has the order of :attr:`cells`.

    Parameters
    ----------
    x_min, y_max : float
        Top-left (north-west) corner, in map units.
    cell_size : float
        In map units.
    mask : (rows, cols) bool
        Row 0 is the northernmost.
    """

    x_min: float
    y_max: float
    cell_size: float
    mask: np.ndarray

    @property
    def rows(self) -> int:
        return self.mask.shape[0]

    @property
    def cols(self) -> int:
        return self.mask.shape[1]

    @cached_property
    def cells(self) -> np.ndarray:
        """(n,) int64: flat indices of the model cells in the raster, row-major from the north-west."""
        return np.flatnonzero(self.mask)

    @property
    def n_cells(self) -> int:
        return len(self.cells)

    @property
    def column_x(self) -> np.ndarray:
        """(cols,) float64: x of the centroids of each column."""
        return self.x_min + (np.arange(self.cols) + 0.5) * self.cell_size

    @property
    def row_y(self) -> np.ndarray:
        """(rows,) float64: y of the centroids of each row, from north to south."""
        return self.y_max - (np.arange(self.rows) + 0.5) * self.cell_size

    @cached_property
    def centroids(self) -> np.ndarray:
        """(n, 2) float64: x, y of the model cells' centroids."""
        row, col = np.divmod(self.cells, self.cols)
        return np.column_stack([self.column_x[col], self.row_y[row]])

    def cell_of(self, points: np.ndarray) -> np.ndarray:
        """Model cell of each point.

        A point on a shared edge or corner belongs to the first model cell of those that touch it, in the
        order south-west, south-east, north-west, north-east; so a point on the outer edge is counted too.

        Parameters
        ----------
        points : (m, 2) float64

        Returns
        -------
        (m,) int64
            Index among the model cells, -1 outside all of them.
        """
        points = np.asarray(points, dtype=np.float64).reshape(-1, 2)
        u, on_vertical = _snapped((points[:, 0] - self.x_min) / self.cell_size)
        v, on_horizontal = _snapped((self.y_max - points[:, 1]) / self.cell_size)
        west, south = np.ceil(u) - 1, np.floor(v)
        found = np.full(len(points), -1, dtype=np.int64)
        for to_north, to_east in ((0, 0), (0, 1), (1, 0), (1, 1)):
            col = np.where(on_vertical, west + to_east, west)
            row = np.where(on_horizontal, south - to_north, south)
            within = (found < 0) & (col >= 0) & (col < self.cols) & (row >= 0) & (row < self.rows)
            open_points = np.flatnonzero(within)
            flat = row[open_points].astype(np.int64) * self.cols + col[open_points].astype(np.int64)
            in_model = self.mask.ravel()[flat]
            found[open_points[in_model]] = np.searchsorted(self.cells, flat[in_model])
        return found

    def count(self, points: np.ndarray) -> np.ndarray:
        """(n,) int64: number of points in each model cell."""
        cell = self.cell_of(points)
        return np.bincount(cell[cell >= 0], minlength=self.n_cells)

    def raster(self, values: np.ndarray, fill: float = np.nan) -> np.ndarray:
        """(rows, cols) float64: ``values`` (n,) of the model cells in their places, ``fill`` elsewhere."""
        full = np.full(self.mask.shape, fill, dtype=np.float64)
        full[self.mask] = values
        return full


def check_cell_rule(rule: str) -> None:
    """Raise :class:`GridError` for a rule that is not known."""
    if rule not in CELL_RULES:
        raise GridError(tr("Cell rule '{rule}' is not known; use {rules}.").format(rule=rule, rules=choice(CELL_RULES)))


def lay_grid(
    study_area: Shapes,
    cell_size: float,
    rule: str = "overlap",
    exclude: Shapes | None = None,
    max_cells: int = MAX_CELLS,
) -> StudyGrid:
    """Lay square cells over a study area, anchored at multiples of the cell size.

    Two runs on neighbouring areas with the same cell size have the same grid lines.

    Parameters
    ----------
    study_area : Shapes of kind "polygon"
        Polygons may overlap.
    cell_size : float
        In map units.
    rule : {"overlap", "centroid"}
        Model cells are those that the study area covers by some area (a touch does not count), or those whose
        centroid is inside; a centroid on the boundary belongs to one side only.
    exclude : Shapes of kind "polygon", optional
        Cells that lie wholly inside are no model cells. Polygons that meet inside a cell must be dissolved.
    max_cells : int
        Most cells of the bounding rectangle.

    Returns
    -------
    StudyGrid

    Raises
    ------
    GridError
        No polygon, too many cells, or no cell left.
    SettingsError
        A cell size that is no length.
    """
    if study_area.kind != "polygon" or study_area.is_empty:
        raise GridError(tr("The study area has no polygon; use a polygon layer with at least one feature."))
    x_min, y_min, x_max, y_max = study_area.bounds
    if x_min == x_max or y_min == y_max:
        raise GridError(tr("The study area is a line or a point and has no extent; use a layer of areas."))
    check_length(tr("cell size"), cell_size, tr("use a number above 0, usually half a block length"))
    check_cell_rule(rule)

    grid = _frame(study_area.bounds, cell_size, max_cells)
    mask = centres_inside(grid, study_area)
    if rule == "overlap":
        mask |= edges_through(grid, study_area)
    if not mask.any():
        remedy = tr("use smaller cells") if rule == "overlap" else tr("use smaller cells or the cell rule 'overlap'")
        raise GridError(
            tr("No cell of {cell_size:.9g} map units overlaps the study area; {remedy}.").format(
                cell_size=cell_size, remedy=remedy
            )
        )
    if exclude is not None and not exclude.is_empty:
        mask &= edges_through(grid, exclude) | ~centres_inside(grid, exclude)
        if not mask.any():
            raise GridError(tr("The areas to exclude cover every cell of the study area; exclude less."))
    return replace(grid, mask=mask)


def centres_inside(grid: StudyGrid, polygons: Shapes) -> np.ndarray:
    """(rows, cols) bool: cells of the whole raster whose centre is inside a polygon.

    Even-odd within a polygon, any of several. A centre on the boundary is inside on one side only, so that
    of two polygons that share an edge one has the cell.
    """
    u0, v0, u1, v1 = _in_cells(grid, polygons).T
    # Where every edge crosses the centre lines of rows; of a vertex on such a line only one of its edges does
    first = np.clip(np.ceil(np.minimum(v0, v1) - 0.5), 0, grid.rows)
    stop = np.clip(np.ceil(np.maximum(v0, v1) - 0.5), 0, grid.rows)
    edge, row = expand(first, stop - first)
    u = u0[edge] + (row + 0.5 - v0[edge]) * ((u1[edge] - u0[edge]) / (v1[edge] - v0[edge]))
    # From left to right along a row, a polygon's crossings are by turns its entries and exits
    order = np.lexsort((u, row, polygons.segment_polygon[edge]))
    col = np.clip(np.ceil(u[order] - 0.5), 0, grid.cols).astype(np.int64)
    place = row[order] * (grid.cols + 1) + col
    depth = np.zeros((grid.rows, grid.cols + 1), dtype=np.int32)
    np.add.at(depth.ravel(), place[0::2], 1)
    np.add.at(depth.ravel(), place[1::2], -1)
    np.cumsum(depth, axis=1, out=depth)
    return depth[:, :-1] > 0


def edges_through(grid: StudyGrid, polygons: Shapes) -> np.ndarray:
    """(rows, cols) bool: cells of the whole raster that a polygon's edge passes through, not just touches."""
    size = np.array([grid.cols, grid.rows])
    through = np.zeros(grid.rows * grid.cols, dtype=bool)
    for _, start, stop in edge_pieces(grid, polygons):
        middle = 0.5 * (start + stop)
        counts = (np.abs(middle - np.rint(middle)) > _TOUCH).all(axis=1)
        counts &= ((middle > 0) & (middle < size)).all(axis=1)
        col, row = np.floor(middle[counts]).astype(np.int64).T
        through[row * grid.cols + col] = True
    return through.reshape(grid.rows, grid.cols)


def edge_pieces(grid: StudyGrid, polygons: Shapes) -> Iterator[tuple[np.ndarray, ...]]:
    """The polygons' edges, cut at every grid line that they cross: each piece is within one cell.

    Yields batches of (edge (k,) int64, start (k, 2), stop (k, 2)): which of ``polygons.segments`` a piece
    belongs to, and its ends in columns and rows from the top-left corner. What lies above, below or to the
    right of the raster may be left out; to the left of it, pieces are within one row.
    """
    edges = _in_cells(grid, polygons)
    low, high = np.minimum(edges[:, :2], edges[:, 2:]), np.maximum(edges[:, :2], edges[:, 2:])
    size = np.array([grid.cols, grid.rows])
    near = np.flatnonzero((high[:, 1] >= 0) & (low <= size).all(axis=1))
    edges, low, high = edges[near], low[near], high[near]
    line = np.maximum(np.floor(low) + 1, 0)
    n_lines = np.maximum(np.minimum(np.ceil(high) - 1, size) - line + 1, 0)
    for batch in batches(n_lines.sum(axis=1) + 2):
        start, along = edges[batch, :2], edges[batch, 2:] - edges[batch, :2]
        ends = np.arange(len(start))
        cuts = [(ends, np.zeros(len(start))), (ends, np.ones(len(start)))]
        for axis in (0, 1):
            edge, at = expand(line[batch, axis], n_lines[batch, axis])
            cuts.append((edge, (at - start[edge, axis]) / along[edge, axis]))
        edge = np.concatenate([edge for edge, _ in cuts])
        t = np.concatenate([t for _, t in cuts])
        order = np.lexsort((t, edge))
        edge, t = edge[order], t[order]
        piece = edge[1:] == edge[:-1]
        edge, begin, end = edge[1:][piece], t[:-1][piece], t[1:][piece]
        start, along = start[edge], along[edge]
        yield near[batch][edge], start + begin[:, None] * along, start + end[:, None] * along


def _in_cells(grid: StudyGrid, shapes: Shapes) -> np.ndarray:
    """(s, 4) segments in cells from the top-left corner: column and row of start and end."""
    x0, y0, x1, y1 = shapes.segments.T
    ends = (x0 - grid.x_min, grid.y_max - y0, x1 - grid.x_min, grid.y_max - y1)
    return np.column_stack(ends) / grid.cell_size


def _snapped(position: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Positions in cells, those on a grid line exactly so; and which are."""
    line = np.rint(position)
    on_line = np.abs(position - line) <= _ON_EDGE
    return np.where(on_line, line, position), on_line


def _frame(bounds: tuple[float, ...], cell_size: float, max_cells: int) -> StudyGrid:
    """The grid of the whole bounding rectangle. Raises :class:`GridError` before anything large is made."""
    west, south, east, north = _lines(bounds, cell_size)
    if not (east - west) * (north - south) <= max_cells:
        raise GridError(
            tr(
                "Cells of {cell_size:.9g} map units are too small for this study area, whose bounding "
                "rectangle may have {max_cells:,} cells; use a cell size of {fitting_size:g} or more."
            ).format(cell_size=cell_size, max_cells=max_cells, fitting_size=_fitting_size(bounds, max_cells))
        )
    every_cell = np.broadcast_to(True, (int(north - south), int(east - west)))
    return StudyGrid(west * cell_size, north * cell_size, float(cell_size), every_cell)


def _lines(bounds: tuple[float, ...], cell_size: float) -> tuple[float, ...]:
    """Numbers of the grid lines around the bounds: west, south, east, north."""
    low = [float(np.floor(bound / cell_size + _TOUCH)) for bound in bounds[:2]]
    high = [float(np.ceil(bound / cell_size - _TOUCH)) for bound in bounds[2:]]
    return (*low, *high)


def _fitting_size(bounds: tuple[float, ...], max_cells: int) -> float:
    """The smallest cell size of two digits whose grid holds at most ``max_cells``."""
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    least = max(math.sqrt(width * height / max_cells), width / max_cells, height / max_cells)
    exponent = math.floor(math.log10(least)) - 1
    digits = math.ceil(least / 10.0**exponent)
    while True:
        size = float(f"{digits}e{exponent}")
        west, south, east, north = _lines(bounds, size)
        if (east - west) * (north - south) <= max_cells:
            return size
        digits += 1
