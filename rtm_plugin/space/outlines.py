"""Outlines of groups of cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .grid import StudyGrid


_STRAIGHT = 1e-9  # a turn of less is no corner, but rounding
_STEP = np.array([[0, 1], [1, 0], [0, -1], [-1, 0]])  # row and column: east, south, west, north


def outlines(
    grid: StudyGrid, groups: Sequence[np.ndarray], smooth: bool = False, bridge: bool = True
) -> list[list[list[np.ndarray]]]:
    """Outlines of groups of cells: edges of whole cells, neither clipped nor generalised.

    Smoothing cuts corners only, between the midpoints of cell edges, so that a group keeps exactly its
    cells: the centroid of each lies inside, that of every other cell outside.

    Parameters
    ----------
    grid : StudyGrid
    groups : sequence of (k,) int64
        Indices of the cells of each group, places for example.
    smooth : bool
    bridge : bool
        As the groups were made: smoothed outlines then run through the corners where cells of a group touch.

    Returns
    -------
    list of list of list of (k, 2) float64
        For each group its polygons, for each polygon its rings, the exterior first; closed, in map units.
        Parts that touch at a corner are polygons of their own unless smoothed.
    """
    numbers = np.zeros(grid.n_cells, dtype=np.int64)
    for index, cells in enumerate(groups, 1):
        numbers[cells] = index
    raster = grid.raster(numbers, fill=0).astype(np.int64)
    parts, owners = (raster, [0, *range(len(groups))]) if smooth and bridge else _edge_connected(raster)
    polygons = [[] for _ in groups]
    by_part = {}
    for part, corners in _rings(parts):
        ring = _round_off(corners) if smooth else corners
        by_part.setdefault(part, []).append(ring)
    for part in sorted(by_part):
        rings = sorted(by_part[part], key=_signed_area)  # the exterior is the only one that turns clockwise
        polygons[owners[part]].append([_in_map_units(grid, ring) for ring in rings])
    return polygons


def _edge_connected(raster: np.ndarray) -> tuple[np.ndarray, list[int]]:
    """Numbers of the parts that hang together by edges, and the place (from 0) that each belongs to.

    Patrol places may be neighbours, so each cell is only joined to those of its own place.
    """
    from scipy import ndimage

    parts = np.zeros_like(raster)
    owners = [0]
    for index, where in enumerate(ndimage.find_objects(raster), 1):
        found, n_parts = ndimage.label(raster[where] == index)
        parts[where] += np.where(found > 0, found + len(owners) - 1, 0)
        owners += [index - 1] * n_parts
    return parts, owners


def _rings(parts: np.ndarray) -> list[tuple[int, np.ndarray]]:
    """(part, (k, 2) rows and columns of the corners along it, open) for every ring of a label raster.

    Every edge between a part and something else is walked once, with the part on the right hand. Where two
    cells of one part touch at a corner, the walk crosses to the other cell: so no ring touches itself as
    long as parts hang together by edges.
    """
    framed = np.pad(parts, 1)
    inside = framed[1:-1, 1:-1]
    beyond = (framed[:-2, 1:-1], framed[1:-1, 2:], framed[2:, 1:-1], framed[1:-1, :-2])
    width = parts.shape[1] + 1
    starts, directions, owner = [], [], []
    for direction, (to_row, to_col) in enumerate(((0, 0), (0, 1), (1, 1), (1, 0))):
        row, col = np.nonzero((inside > 0) & (inside != beyond[direction]))
        starts.append((row + to_row) * width + col + to_col)
        directions.append(np.full(len(row), direction))
        owner.append(inside[row, col])
    starts, directions, owner = map(np.concatenate, (starts, directions, owner))
    keys = starts * 4 + directions
    order = np.argsort(keys)
    starts, directions, owner, keys = starts[order], directions[order], owner[order], keys[order]
    ends = starts + _STEP[directions, 0] * width + _STEP[directions, 1]
    following = np.full(len(starts), -1, dtype=np.int64)
    for turn in (1, 0, -1):  # right, straight on, left: the last that is possible holds
        wanted = ends * 4 + (directions + turn) % 4
        edge = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        possible = (keys[edge] == wanted) & (owner[edge] == owner)
        following[possible] = edge[possible]
    corner = directions[following] != directions  # at the end of an edge
    return list(_walk(following.tolist(), corner.tolist(), ends.tolist(), owner.tolist(), width))


def _walk(
    following: list[int], corner: list[bool], ends: list[int], owner: list[int], width: int
) -> Iterator[tuple[int, np.ndarray]]:
    seen = [False] * len(following)
    for first in range(len(following)):
        if seen[first]:
            continue
        ring, edge = [], first
        while not seen[edge]:
            seen[edge] = True
            if corner[edge]:
                ring.append(ends[edge])
            edge = following[edge]
        yield owner[first], np.column_stack(np.divmod(np.array(ring), width)).astype(np.float64)


def _signed_area(ring: np.ndarray) -> float:
    """Twice the area of a ring of rows and columns: negative where it turns clockwise on the map."""
    following = np.roll(ring, -1, axis=0)
    return float((ring[:, 0] * following[:, 1] - ring[:, 1] * following[:, 0]).sum())


def _round_off(corners: np.ndarray) -> np.ndarray:
    """Cut a ring's corners: between the midpoints of the cell edges there, then a quarter of what is left.

    Whatever is cut off or added lies within the triangle of a corner and two midpoints, which no centroid
    is in.
    """
    to_next = np.sign(np.roll(corners, -1, axis=0) - corners)
    to_previous = np.sign(np.roll(corners, 1, axis=0) - corners)
    once = np.stack([corners + 0.5 * to_previous, corners + 0.5 * to_next], axis=1).reshape(-1, 2)
    once = once[(once != np.roll(once, 1, axis=0)).any(axis=1)]  # an edge of one cell has one midpoint
    following = np.roll(once, -1, axis=0)
    side = following - once
    cut = 0.25 * side / np.maximum(np.hypot(*side.T), 1.0)[:, None]  # of a long side, a quarter of a cell
    return _without_needless(np.stack([once + cut, following - cut], axis=1).reshape(-1, 2))


def _without_needless(ring: np.ndarray) -> np.ndarray:
    """A ring without the vertices that lie on a straight line."""
    before, after = ring - np.roll(ring, 1, axis=0), np.roll(ring, -1, axis=0) - ring
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    return ring[np.abs(turn) > _STRAIGHT]


def _in_map_units(grid: StudyGrid, ring: np.ndarray) -> np.ndarray:
    ring = np.vstack([ring, ring[:1]])
    x, y = grid.x_min + ring[:, 1] * grid.cell_size, grid.y_max - ring[:, 0] * grid.cell_size
    return np.column_stack([x, y])
