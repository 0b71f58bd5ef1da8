"""Spatial influence of a risk factor: how far each cell's centroid is from it, and how dense it is there.

Both are exact to the true geometry. Features outside the study area count as far as they reach.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..progress import Progress
from .grid import centres_inside
from .shapes import batches, expand

if TYPE_CHECKING:
    from .grid import StudyGrid
    from .shapes import Shapes


# Pairs of a cell and a feature worked on at once: temporaries of a megabyte each, near the processor.
_BATCH = 1 << 17

# Bounds are loosened by more than any rounding, so that a cell's smallest distance, to the last bit, is among
# its candidates, whatever the order of the features.
_SLACK = 1 + 1e-9


def distance_to(grid: StudyGrid, shapes: Shapes, limit: float, progress: Progress | None = None) -> np.ndarray:
    """Distance from every model cell's centroid to the nearest feature.

    Euclidean, to points, to lines, and to polygons' edges; 0 inside a polygon. The features' order has no
    effect.

    Parameters
    ----------
    grid : StudyGrid
    shapes : Shapes
    limit : float
        Distances beyond it are not told apart; may be infinite.
    progress : Progress, optional

    Returns
    -------
    (n_cells,) float64
        In map units, at most ``limit``; ``inf`` where no feature is that near.

    Raises
    ------
    Cancelled
    """
    progress = progress or Progress()
    distance = np.full(grid.mask.shape, np.inf)
    if not shapes.is_empty:
        wanted = grid.mask
        if shapes.kind == "polygon":
            inside = centres_inside(grid, shapes)
            distance[inside] = 0.0
            wanted = wanted & ~inside
        features = _points_measure(shapes) if shapes.kind == "point" else _segments_measure(shapes)
        _descend(grid, wanted, *features, limit, distance.ravel(), progress)
    progress(1.0)
    distance = distance.ravel()[grid.cells]
    distance[distance > limit] = np.inf
    return distance


def _descend(
    grid: StudyGrid,
    wanted: np.ndarray,
    n_features: int,
    measure: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray],
    limit: float,
    distance: np.ndarray,
    progress: Progress,
) -> None:
    """Write the distance to the nearest feature of every wanted cell into ``distance`` (rows * cols,).

    Branch and bound on square blocks of cells, from one that holds the whole grid down to single cells. All
    centroids of a block lie within a radius r of its centre. If the centre's nearest feature is d away, then
    that of any centroid is at most d + r away from it, and so at most d + 2 r from the centre: other features
    are no candidates for the block's four quarters. Where d - r > limit, the block is done.
    """
    top = max(wanted.shape).bit_length()
    levels = [wanted]
    for _ in range(top):
        levels.append(_halved(levels[-1]))
    done, everything = 0.0, 4.0**top

    # Entries of the stack: blocks of one level by row and column; each one's candidates are a range of a pool
    origin = np.zeros(1, dtype=np.int64)
    stack = [(top, origin, origin, origin, np.array([n_features]), np.arange(n_features))]
    while stack:
        level, row, col, first, count, pool = stack.pop()
        size = 1 << level
        radius = (size - 1) * grid.cell_size * math.sqrt(0.5)
        x = grid.x_min + (col * size + 0.5 * size) * grid.cell_size
        y = grid.y_max - (row * size + 0.5 * size) * grid.cell_size
        block, member = expand(first, count)
        candidate = pool[member]
        far = measure(x[block], y[block], candidate)
        nearest = np.minimum.reduceat(far, np.cumsum(count) - count)
        if level == 0:
            distance[row * grid.cols + col] = nearest
            done += len(row)
        else:
            keep = far <= _SLACK * np.minimum(nearest + 2 * radius, limit + radius)[block]
            pool = candidate[keep]
            count = np.bincount(block[keep], minlength=len(row))
            first = np.cumsum(count) - count
            below = levels[level - 1]
            parent = np.tile(np.arange(len(row)), 4)
            row = 2 * row[parent] + np.repeat([0, 0, 1, 1], len(row))
            col = 2 * col[parent] + np.repeat([0, 1, 0, 1], len(col))
            goes_on = (row < below.shape[0]) & (col < below.shape[1]) & (count[parent] > 0)
            goes_on[goes_on] = below[row[goes_on], col[goes_on]]
            done += (len(goes_on) - goes_on.sum()) * 4.0 ** (level - 1)
            row, col, parent = row[goes_on], col[goes_on], parent[goes_on]
            first, count = first[parent], count[parent]
            for batch in batches(count, _BATCH):
                stack.append((level - 1, row[batch], col[batch], first[batch], count[batch], pool))
        progress(done / everything)


def _halved(mask: np.ndarray) -> np.ndarray:
    """Which blocks of 2 x 2 cells hold any of the mask."""
    rows, cols = mask.shape
    even = np.zeros((rows + rows % 2, cols + cols % 2), dtype=bool)
    even[:rows, :cols] = mask
    return even[0::2, 0::2] | even[0::2, 1::2] | even[1::2, 0::2] | even[1::2, 1::2]


def _points_measure(shapes: Shapes) -> tuple[int, Callable]:
    """Number of distinct points, and the distance from x, y to the points of given numbers."""
    x, y = np.ascontiguousarray(_distinct(shapes.vertices).T)

    def measure(from_x: np.ndarray, from_y: np.ndarray, point: np.ndarray) -> np.ndarray:
        dx, dy = from_x - x[point], from_y - y[point]
        return np.sqrt(dx * dx + dy * dy)

    return len(x), measure


def _segments_measure(shapes: Shapes) -> tuple[int, Callable]:
    """Number of distinct segments, and the distance from x, y to the segments of given numbers."""
    ends = shapes.segments
    x0, y0, x1, y1 = ends.T
    backwards = (x1 < x0) | ((x1 == x0) & (y1 < y0))  # as neighbours draw their common edge
    ends[backwards] = ends[backwards][:, [2, 3, 0, 1]]
    x0, y0, x1, y1 = np.ascontiguousarray(_distinct(ends).T)
    along_x, along_y = x1 - x0, y1 - y0
    squared = along_x**2 + along_y**2
    squared[squared == 0] = 1.0
    unit_x, unit_y = along_x / squared, along_y / squared

    def measure(from_x: np.ndarray, from_y: np.ndarray, segment: np.ndarray) -> np.ndarray:
        dx, dy = from_x - x0[segment], from_y - y0[segment]
        t = dx * unit_x[segment]
        t += dy * unit_y[segment]
        np.clip(t, 0.0, 1.0, out=t)
        dx -= t * along_x[segment]
        dy -= t * along_y[segment]
        return np.sqrt(dx * dx + dy * dy)

    return len(x0), measure


def _distinct(rows: np.ndarray) -> np.ndarray:
    """Rows of a table in a canonical order, each once."""
    rows = rows[np.lexsort(rows.T)]
    new = np.ones(len(rows), dtype=bool)
    new[1:] = (rows[1:] != rows[:-1]).any(axis=1)
    return rows[new]


def kernel_density(
    grid: StudyGrid, points: np.ndarray, bandwidths: Sequence, progress: Progress | None = None
) -> np.ndarray:
    """Kernel density of points at every model cell's centroid, for several bandwidths at once.

    Epanechnikov's kernel, summed over the points (not divided by their number), without edge correction:
    K(u) = 2 / (pi h^2) (1 - u^2) for u = distance / h <= 1. The points' order has no effect.

    Parameters
    ----------
    grid : StudyGrid
    points : (m, 2) float64
    bandwidths : sequence of float
        h, in map units.
    progress : Progress, optional

    Returns
    -------
    (len(bandwidths), n_cells) float64
        Points per square map unit.

    Raises
    ------
    Cancelled
    """
    progress = progress or Progress()
    density = np.zeros((len(bandwidths), grid.n_cells))
    reach = max(bandwidths)
    column_x, row_y = grid.column_x, grid.row_y
    near = (points[:, 0] > column_x[0] - reach) & (points[:, 0] < column_x[-1] + reach)
    near &= (points[:, 1] > row_y[-1] - reach) & (points[:, 1] < row_y[0] + reach)
    points = points[near]
    points = points[np.lexsort(points.T)]  # a canonical order: sums are the same to the last bit

    # Each point reaches a window of the grid, the same number of rows and columns, shifted to fit
    width = min(math.ceil(2 * reach / grid.cell_size), grid.cols)
    height = min(math.ceil(2 * reach / grid.cell_size), grid.rows)
    left = np.floor((points[:, 0] - reach - column_x[0]) / grid.cell_size).astype(np.int64) + 1
    upper = np.floor((row_y[0] - points[:, 1] - reach) / grid.cell_size).astype(np.int64) + 1
    left, upper = np.clip(left, 0, grid.cols - width), np.clip(upper, 0, grid.rows - height)
    from_large = np.argsort(bandwidths, kind="stable")[::-1]

    for batch in batches(np.full(len(points), width * height), _BATCH):
        # Points from south to north: a batch reaches a slab of rows, and so a slice of the model cells
        col = left[batch, None] + np.arange(width)
        row = upper[batch, None] + np.arange(height)
        slab_start, slab_stop = row.min() * grid.cols, (row.max() + 1) * grid.cols
        lo, hi = np.searchsorted(grid.cells, [slab_start, slab_stop])
        in_slab = grid.cells[lo:hi] - slab_start
        dx2 = (column_x[col] - points[batch, 0, None]) ** 2
        dy2 = (row_y[row] - points[batch, 1, None]) ** 2
        squared = (dy2[:, :, None] + dx2[:, None, :]).ravel()
        cell = (row[:, :, None] * grid.cols - slab_start + col[:, None, :]).ravel()
        for number in from_large:
            h2 = float(bandwidths[number]) ** 2
            within = squared < h2
            squared, cell = squared[within], cell[within]
            sums = np.bincount(cell, 1.0 - squared / h2, minlength=slab_stop - slab_start)
            density[number, lo:hi] += sums[in_slab]
        progress(batch.stop / len(points))
    for number, h in enumerate(bandwidths):
        density[number] *= 2.0 / (math.pi * float(h) ** 2)
    progress(1.0)
    return density
