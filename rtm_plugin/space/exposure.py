"""Rates: what the incidents of a cell are in proportion to (its denominator), and what is allowed for.

A denominator, such as residents or footfall, enters the model as exposure: its logarithm is an offset, so
that the relative risk values are ratios of *rates*. Adjustment covariates are in every model, unpenalised and
free in sign, and take no part in the selection.

Both come from layers of any layout. Amounts are split between cells exactly by area, whatever the sizes of
pixels, areas and cells.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from ..errors import ExposureError
from ..translation import tr
from .grid import edge_pieces
from .shapes import Shapes, expand, fingerprint

if TYPE_CHECKING:
    from ..progress import Progress
    from .grid import StudyGrid


_NOTHING = 1e-12  # part of a cell: less is rounding
LARGEST = 1e15  # amount or level of a cell: beyond it floats keep no units, and nothing on Earth is measured


@dataclass(frozen=True)
class Points:
    """Points (m, 2), each of which counts one (addresses, people, vehicles)."""

    points: np.ndarray

    def amount(self, grid: StudyGrid) -> np.ndarray:
        """(n_cells,) points in each model cell."""
        return grid.count(self.points).astype(np.float64)

    level = amount

    def fingerprint(self) -> str:
        """What tells it from another, see :func:`.shapes.fingerprint`."""
        return fingerprint(self.points)


@dataclass(frozen=True)
class Raster:
    """A north-up raster in the CRS of the study area.

    Attributes
    ----------
    values : (rows, cols) float64
        NaN where there is no data. Amounts per pixel where it is a denominator.
    x_min, y_max : float
        Top-left corner.
    pixel_width, pixel_height : float
        Positive, in map units.
    """

    values: np.ndarray
    x_min: float
    y_max: float
    pixel_width: float
    pixel_height: float

    def amount(self, grid: StudyGrid) -> np.ndarray:
        """(n_cells,) sum of the pixels in each model cell; a pixel on an edge is split by area."""
        return self._summed(grid, np.nan_to_num(self.values)) / (self.pixel_width * self.pixel_height)

    def level(self, grid: StudyGrid) -> np.ndarray:
        """(n_cells,) mean of the pixels in each model cell, weighted by area; NaN without data."""
        known = np.isfinite(self.values)
        area = self._summed(grid, known.astype(np.float64))
        return _ratio(self._summed(grid, np.where(known, self.values, 0.0)), area, grid)

    def fingerprint(self) -> str:
        """What tells it from another: the pixels' centres with their values, those without data left out."""
        row, column = np.nonzero(np.isfinite(self.values))
        x = self.x_min + (column + 0.5) * self.pixel_width
        y = self.y_max - (row + 0.5) * self.pixel_height
        return fingerprint(np.column_stack([x, y]), self.values[row, column])

    def _summed(self, grid: StudyGrid, values: np.ndarray) -> np.ndarray:
        """Integral of the raster over each model cell."""
        n_rows, n_cols = self.values.shape
        down = _overlaps(
            np.arange(grid.rows + 1) * grid.cell_size,
            grid.y_max - self.y_max + np.arange(n_rows + 1) * self.pixel_height,
        )
        across = _overlaps(
            np.arange(grid.cols + 1) * grid.cell_size,
            self.x_min - grid.x_min + np.arange(n_cols + 1) * self.pixel_width,
        )
        return (across @ (down @ values).T).T.ravel()[grid.cells]


@dataclass(frozen=True)
class Areas:
    """Areas with a number each, such as the residents of output areas.

    Attributes
    ----------
    shapes : Shapes of polygons
    values : (f,) float64
        One for each feature.
    feature : (k,) int64
        Feature of each of the polygons in ``shapes``; a feature may have several.
    """

    shapes: Shapes
    values: np.ndarray
    feature: np.ndarray

    @classmethod
    def of(cls, shapes: Shapes, values: list[int]) -> Areas:
        """Areas whose features are single polygons."""
        return cls(shapes, np.asarray(values, dtype=np.float64), np.arange(len(values)))

    def fingerprint(self) -> str:
        """What tells it from another: the vertices with the number of their area."""
        area = np.repeat(self.feature[self.shapes.polygon], np.diff(self.shapes.starts))
        return fingerprint(self.shapes.vertices, self.values[area])

    def amount(self, grid: StudyGrid) -> np.ndarray:
        """(n_cells,) the values, spread evenly over their areas, that fall in each model cell."""
        feature_of_ring = self.feature[self.shapes.polygon]
        area = np.bincount(
            feature_of_ring,
            weights=np.abs(_ring_areas(self.shapes)) * _sides(self.shapes),
            minlength=len(self.values),
        )
        density = np.divide(self.values, area, out=np.zeros(len(area)), where=area > 0)
        return covered(grid, self.shapes, density[feature_of_ring])[grid.cells]

    def level(self, grid: StudyGrid) -> np.ndarray:
        """(n_cells,) mean of the values in each model cell, weighted by area; NaN where there is none."""
        feature_of_ring = self.feature[self.shapes.polygon]
        total = covered(grid, self.shapes, self.values[feature_of_ring])[grid.cells]
        area = covered(grid, self.shapes, np.ones(len(feature_of_ring)))[grid.cells]
        return _ratio(total, area, grid)


def covered(grid: StudyGrid, shapes: Shapes, weights: np.ndarray) -> np.ndarray:
    """Area of polygons in each cell of the whole raster, exactly.

    The area that an edge has to its right in its own cell, and in the cells further right, is added with the
    sign of its direction: over a closed ring what is outside cancels (Green's theorem, cell by cell).

    Parameters
    ----------
    weights : (r,) float64
        Factor for each ring of ``shapes``; the same for all rings of a polygon.

    Returns
    -------
    (rows * cols,) float64
        Sum of weight x area, in square map units.
    """
    total = np.zeros(grid.rows * (grid.cols + 1))
    for _, place, area in _beside_edges(grid, shapes, weights):
        total += np.bincount(place, area, minlength=len(total))
    cumulated = np.cumsum(total.reshape(grid.rows, -1), axis=1)[:, :-1]
    return cumulated.ravel() * grid.cell_size**2


def area_shares(grid: StudyGrid, shapes: Shapes, feature: np.ndarray, n_features: int) -> csr_matrix:
    """(n_features, n_cells) sparse: the part of each feature's area that lies in each model cell, exactly.

    As :func:`covered`, feature by feature: in a row of cells what is covered changes only where an edge passes, and
    is the same from there to the next one. Rows of features without an area are empty.

    Parameters
    ----------
    grid : StudyGrid
    shapes : Shapes of kind "polygon"
    feature : (k,) int64
        Feature of each of the polygons in ``shapes``.
    n_features : int
    """
    feature_of_ring = np.asarray(feature, dtype=np.int64)[shapes.polygon]
    width = grid.cols + 1
    found = [(np.empty(0, dtype=np.int64), np.empty(0))]
    for ring, place, area in _beside_edges(grid, shapes, np.ones(len(shapes.polygon))):
        found.append((feature_of_ring[ring] * (grid.rows * width) + place, area))
    keys, place = np.unique(np.concatenate([key for key, _ in found]), return_inverse=True)
    change = np.bincount(place.ravel(), np.concatenate([area for _, area in found]), minlength=len(keys))
    line, col = np.divmod(keys, width)  # a line is one feature's part of one row of cells
    first = np.flatnonzero(np.diff(line, prepend=-1))
    before = np.cumsum(change) - change
    value = before + change - np.repeat(before[first], np.diff(np.append(first, len(line))))
    stop = np.append(col[1:], grid.cols)
    stop[np.append(line[1:] != line[:-1], True)] = grid.cols
    run, at = expand(col, np.where(np.abs(value) > _NOTHING, stop - col, 0))
    cell_at = np.full(grid.mask.size, -1, dtype=np.int64)
    cell_at[grid.cells] = np.arange(grid.n_cells)
    owner, row = np.divmod(line[run], grid.rows)
    cell = cell_at[row * grid.cols + at]
    known = cell >= 0
    size = np.bincount(feature_of_ring, np.abs(_ring_areas(shapes)) * _sides(shapes), n_features)
    per_cell = np.divide(grid.cell_size**2, size, out=np.zeros(n_features), where=size > 0)
    shares = value[run[known]] * per_cell[owner[known]]
    return csr_matrix((shares, (owner[known], cell[known])), shape=(n_features, grid.n_cells))


def _beside_edges(grid: StudyGrid, shapes: Shapes, weights: np.ndarray) -> Iterator[tuple[np.ndarray, ...]]:
    """What :func:`covered` adds up, in cells: batches of (ring (k,), place (k,), area (k,)).

    The place is row * (cols + 1) + column of the first cell that the area counts for; it counts for all to its right.
    """
    sign = -np.sign(_ring_areas(shapes)) * _sides(shapes) * weights
    ring = np.repeat(np.arange(len(shapes.starts) - 1), np.maximum(np.diff(shapes.starts) - 1, 0))
    for edge, start, stop in edge_pieces(grid, shapes):
        x, y = (0.5 * (start + stop)).T
        inside = (y > 0) & (y < grid.rows) & (x < grid.cols)
        x, y = np.maximum(x[inside], 0.0), y[inside]
        owner = ring[edge[inside]]
        height = (stop - start)[inside, 1] * sign[owner]
        col = np.floor(x).astype(np.int64)
        place = np.floor(y).astype(np.int64) * (grid.cols + 1) + col
        share = x - col
        yield owner, place, height * (1.0 - share)
        yield owner, place + 1, height * share


def _ring_areas(shapes: Shapes) -> np.ndarray:
    """(r,) area of each ring, negative where it runs anticlockwise on a map (y upwards)."""
    origin = shapes.vertices.min(axis=0) if len(shapes.vertices) else 0.0
    x, y = (shapes.vertices - origin).T
    cross = np.zeros(len(x))
    cross[:-1] = x[1:] * y[:-1] - x[:-1] * y[1:]
    cross[shapes.starts[1:] - 1] = 0.0
    return 0.5 * np.add.reduceat(np.append(cross, 0.0), shapes.starts[:-1])


def _sides(shapes: Shapes) -> np.ndarray:
    """(r,) +1 for a polygon's first ring, its outside; -1 for its holes."""
    first = np.ones(len(shapes.polygon), dtype=bool)
    first[1:] = shapes.polygon[1:] != shapes.polygon[:-1]
    return np.where(first, 1.0, -1.0)


def _overlaps(edges: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Lengths that the intervals between rising ``edges`` (rows) and ``others`` (columns) share, sparse."""
    cuts = np.unique(np.concatenate([edges, others]))
    middle, length = 0.5 * (cuts[1:] + cuts[:-1]), np.diff(cuts)
    row, col = np.searchsorted(edges, middle) - 1, np.searchsorted(others, middle) - 1
    both = (row >= 0) & (row < len(edges) - 1) & (col >= 0) & (col < len(others) - 1)
    return csr_matrix((length[both], (row[both], col[both])), shape=(len(edges) - 1, len(others) - 1))


def _ratio(total: np.ndarray, area: np.ndarray, grid: StudyGrid) -> np.ndarray:
    """``total / area``; NaN where the area is nothing but rounding."""
    known = area > 1e-9 * grid.cell_size**2
    return np.divide(total, area, out=np.full(len(total), np.nan), where=known)


@dataclass(frozen=True)
class Exposure:
    """A denominator (or None) and (name, source) pairs of adjustment covariates; sources as above."""

    denominator: Points | Raster | Areas | None = None
    denominator_name: str = ""
    adjustments: tuple = ()

    def on(self, grid: StudyGrid, progress: Progress) -> CellExposure:
        """Lay them on a grid.

        Returns
        -------
        CellExposure

        Raises
        ------
        ExposureError
            Negative amounts, or no cell with any; a covariate that is nowhere known.
        """
        amounts = None
        if self.denominator is not None:
            amounts = self.denominator.amount(grid)
            _check_size(tr("denominator"), self.denominator_name, amounts)
            lowest = amounts.min()
            if lowest < -1e-9 * max(amounts.max(), 1e-300):
                raise ExposureError(
                    tr(
                        "The denominator '{denominator_name}' is negative in a cell ({lowest:.6g}); use amounts of 0 "
                        "and more, such as numbers of people."
                    ).format(denominator_name=self.denominator_name, lowest=lowest)
                )
            # what rounding leaves of cells beside an area is no exposure
            amounts = np.where(amounts > 1e-9 * amounts.max(), amounts, 0.0)
            if not amounts.any():
                raise ExposureError(
                    tr(
                        "The denominator '{denominator_name}' is 0 in every cell of the study area; check that the "
                        "layer covers it."
                    ).format(denominator_name=self.denominator_name)
                )
        columns = []
        for name, source in self.adjustments:
            level = source.level(grid)
            known = np.isfinite(level)
            if not known.any():
                raise ExposureError(
                    tr(
                        "The adjustment '{name}' has no value in any cell of the study area; check that the layer "
                        "covers it."
                    ).format(name=name)
                )
            if not known.all():
                progress.warn(
                    tr(
                        "The adjustment '{name}' has no value in {value:,} of {n_cells:,} cells: they are given the "
                        "mean of the others."
                    ).format(name=name, value=int((~known).sum()), n_cells=grid.n_cells)
                )
            _check_size(tr("adjustment"), name, level[known])
            columns.append(np.where(known, level, level[known].mean()))
        return CellExposure(
            amounts,
            np.column_stack(columns) if columns else None,
            self.denominator_name if amounts is not None else None,
            tuple(name for name, _ in self.adjustments),
        )


def _check_size(what: str, name: str, values: np.ndarray) -> None:
    """Raise :class:`ExposureError` where numbers are none that anybody has measured."""
    largest = float(np.abs(values).max())
    if not largest <= LARGEST:
        raise ExposureError(
            tr(
                "The {what} '{name}' reaches {largest:.3g} in a cell, which is no measure: have the layer say which "
                "number means no data."
            ).format(what=what, name=name, largest=largest)
        )


@dataclass(frozen=True)
class CellExposure:
    """Denominator (n_cells,) and adjustment columns (n_cells, q) of the model cells, or None; their names."""

    amounts: np.ndarray = None
    unpenalised: np.ndarray = None
    denominator: str = None
    names: tuple = ()

    @property
    def offset(self) -> np.ndarray | None:
        """(n,) log of the amounts, 0 where there are none; None without a denominator."""
        return None if self.amounts is None else np.log(np.where(self.amounts > 0, self.amounts, 1.0))

    @property
    def centre(self) -> np.ndarray:
        """(q,) means of the adjustment columns over the fitted cells."""
        return self.unpenalised[slice(None) if self.amounts is None else self.amounts > 0].mean(axis=0)

    @property
    def centred(self) -> np.ndarray | None:
        """(n, q) adjustments less their centre, so that the intercept is that of an average cell; or None."""
        return None if self.unpenalised is None else self.unpenalised - self.centre

    @property
    def weights(self) -> np.ndarray | None:
        """(n,) 1.0 for cells with some of the denominator, which are fitted, and 0.0 for those without."""
        return None if self.amounts is None else (self.amounts > 0).astype(np.float64)

    def without_constants(self, progress: Progress) -> CellExposure:
        """The same, without adjustment columns that do not differ between the fitted cells."""
        if self.unpenalised is None:
            return self
        fitted = slice(None) if self.amounts is None else self.amounts > 0
        columns = self.unpenalised[fitted]
        varies = np.ptp(columns, axis=0) > 1e-9 * np.abs(columns).max(axis=0)  # more than rounding
        for name in (name for name, differs in zip(self.names, varies) if not differs):
            progress.warn(
                tr("The adjustment '{name}' is the same in every cell and has no effect: it is left out.").format(
                    name=name
                )
            )
        kept = tuple(name for name, differs in zip(self.names, varies) if differs)
        return CellExposure(self.amounts, self.unpenalised[:, varies] if kept else None, self.denominator, kept)
