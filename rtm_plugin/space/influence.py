"""Spatial influence of a risk factor: how far each cell's centroid is from it, and how dense it is there.

Both are exact to the true geometry. Features outside the study area count as far as they reach.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
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

# Blocks of 8 x 8 cells are not halved any further: all their cells by all their candidates is less work.
_LEAF_LEVEL = 3
_LEAF = 1 << _LEAF_LEVEL

# In cells. Windows within the largest are wider than a bandwidth by more than the rounding of their ends.
_MARGIN = 1e-6


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
    # Whole leaves, of which the raster is the north-west: blocks by row, rows of cells, blocks by column, columns
    blocks = np.full((-(-grid.rows // _LEAF), _LEAF, -(-grid.cols // _LEAF), _LEAF), np.inf)
    distance = blocks.reshape(len(blocks) * _LEAF, -1)[: grid.rows, : grid.cols]
    if not shapes.is_empty:
        wanted = grid.mask
        if shapes.kind == "polygon":
            inside = centres_inside(grid, shapes)
            distance[inside] = 0.0
            wanted = wanted & ~inside
        features = _points_measure(shapes) if shapes.kind == "point" else _segments_measure(shapes)
        _descend(grid, wanted, *features, limit, blocks, progress)
    progress(1.0)
    return distance[grid.mask]


def _descend(
    grid: StudyGrid,
    wanted: np.ndarray,
    n_features: int,
    measure: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray],
    limit: float,
    blocks: np.ndarray,
    progress: Progress,
) -> None:
    """Write the distance to the nearest feature, up to the limit, of every wanted cell into the leaves.

    Branch and bound on square blocks of cells, from one that holds the whole grid down to the leaves. All
    centroids of a block lie within a radius r of its centre. If the centre's nearest feature is d away, then
    that of any centroid is at most d + r away from it, and so at most d + 2 r from the centre: other features
    are no candidates for the block's four quarters. Where d - r > limit, the block is done.
    """
    top = max(max(wanted.shape).bit_length(), _LEAF_LEVEL)
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
        far = np.sqrt(measure(x[block], y[block], candidate))
        nearest = np.minimum.reduceat(far, np.cumsum(count) - count)
        keep = far <= _SLACK * np.minimum(nearest + 2 * radius, limit + radius)[block]
        pool, block = candidate[keep], block[keep]
        if level == _LEAF_LEVEL:
            _measure_leaves(grid, row[block], col[block], pool, measure, limit, blocks)
            done += len(row) * 4.0**level
        else:
            count = np.bincount(block, minlength=len(row))
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


def _measure_leaves(
    grid: StudyGrid,
    row: np.ndarray,
    col: np.ndarray,
    feature: np.ndarray,
    measure: Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray],
    limit: float,
    blocks: np.ndarray,
) -> None:
    """Lower the distances in leaves by row and column to those of the features beside them; a leaf's are in a row."""
    within = np.arange(_LEAF)[:, None] + 0.5
    step = max(_BATCH // _LEAF**2, 1)
    for start in range(0, len(row), step):
        batch = slice(start, start + step)
        x = grid.x_min + (col[batch] * _LEAF + within) * grid.cell_size
        y = grid.y_max - (row[batch] * _LEAF + within) * grid.cell_size
        squared = measure(x[None], y[:, None], feature[batch])
        first = np.flatnonzero(np.diff(row[batch], prepend=-1) | np.diff(col[batch], prepend=-1))
        nearest = np.sqrt(np.minimum.reduceat(squared, first, axis=2)).transpose(2, 0, 1)
        nearest[nearest > limit] = np.inf
        leaf = row[batch][first], slice(None), col[batch][first]
        blocks[leaf] = np.minimum(blocks[leaf], nearest)


def _halved(mask: np.ndarray) -> np.ndarray:
    """Which blocks of 2 x 2 cells hold any of the mask."""
    rows, cols = mask.shape
    even = np.zeros((rows + rows % 2, cols + cols % 2), dtype=bool)
    even[:rows, :cols] = mask
    return even[0::2, 0::2] | even[0::2, 1::2] | even[1::2, 0::2] | even[1::2, 1::2]


def _points_measure(shapes: Shapes) -> tuple[int, Callable]:
    """Number of distinct points, and the squared distance from x, y to the points of given numbers."""
    x, y = np.ascontiguousarray(_distinct(shapes.vertices).T)

    def measure(from_x: np.ndarray, from_y: np.ndarray, point: np.ndarray) -> np.ndarray:
        dx, dy = from_x - x[point], from_y - y[point]
        return dx * dx + dy * dy

    return len(x), measure


def _segments_measure(shapes: Shapes) -> tuple[int, Callable]:
    """Number of distinct segments, and the squared distance from x, y to the segments of given numbers."""
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
        t = dx * unit_x[segment] + dy * unit_y[segment]
        np.clip(t, 0.0, 1.0, out=t)
        dx = dx - t * along_x[segment]
        dy = dy - t * along_y[segment]
        return dx * dx + dy * dy

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
    density = np.empty((len(bandwidths), grid.n_cells))
    for number, values in enumerate(kernel_densities(grid, points, bandwidths, progress)):
        density[number] = values
    return density


def kernel_densities(
    grid: StudyGrid, points: np.ndarray, bandwidths: Sequence, progress: Progress | None = None
) -> Iterator[np.ndarray]:
    """:func:`kernel_density`, one bandwidth after the other: (n_cells,) float64 each."""
    progress = progress or Progress()
    reach = max(bandwidths)
    column_x, row_y = grid.column_x, grid.row_y
    near = (points[:, 0] > column_x[0] - reach) & (points[:, 0] < column_x[-1] + reach)
    near &= (points[:, 1] > row_y[-1] - reach) & (points[:, 1] < row_y[0] + reach)
    points = points[near]
    points = points[np.lexsort(points.T)]  # a canonical order: sums are the same to the last bit
    x, y = points.T
    place = np.full(grid.mask.shape, grid.n_cells, dtype=np.int32)  # of each cell among the model cells
    place[grid.mask] = np.arange(grid.n_cells, dtype=np.int32)
    place = place.ravel()

    # Each point reaches a window of the grid, the same number of rows and columns, shifted to fit
    widest = min(math.ceil(2 * reach / grid.cell_size), grid.cols)
    highest = min(math.ceil(2 * reach / grid.cell_size), grid.rows)
    west = np.floor((x - reach - column_x[0]) / grid.cell_size).astype(np.int64) + 1
    north = np.floor((row_y[0] - y - reach) / grid.cell_size).astype(np.int64) + 1
    west, north = np.clip(west, 0, grid.cols - widest), np.clip(north, 0, grid.rows - highest)
    in_batch = list(batches(np.full(len(points), widest * highest), _BATCH))

    for number, h in enumerate(bandwidths):
        h2 = float(h) ** 2
        density = np.zeros(grid.n_cells)
        # A smaller bandwidth has a window within that of the largest
        window = math.floor(2 * h / grid.cell_size + 2 * _MARGIN) + 1
        width, height = min(window, widest), min(window, highest)
        left = np.ceil((x - h - column_x[0]) / grid.cell_size - _MARGIN).astype(np.int64)
        upper = np.ceil((row_y[0] - y - h) / grid.cell_size - _MARGIN).astype(np.int64)
        left, upper = np.clip(left, west, west + widest - width), np.clip(upper, north, north + highest - height)
        for batch in in_batch:
            # Points from south to north: a batch reaches a slab of rows, and so a slice of the model cells
            col = left[batch, None] + np.arange(width)
            row = upper[batch, None] + np.arange(height)
            lo, hi = np.searchsorted(grid.cells, [row.min() * grid.cols, (row.max() + 1) * grid.cols])
            dx2 = (column_x[col] - x[batch, None]) ** 2
            dy2 = (row_y[row] - y[batch, None]) ** 2
            weight = (dy2[:, :, None] + dx2[:, None, :]).ravel()
            weight /= h2
            np.subtract(1.0, weight, out=weight)
            np.maximum(weight, 0.0, out=weight)
            cell = place[((row * grid.cols)[:, :, None] + col[:, None, :]).ravel()]
            np.minimum(cell, hi, out=cell)
            cell -= lo
            density[lo:hi] += np.bincount(cell, weight, minlength=hi - lo)[: hi - lo]
            progress((number + batch.stop / len(points)) / len(bandwidths))
        density *= 2.0 / (math.pi * h2)
        progress((number + 1) / len(bandwidths))
        yield density
