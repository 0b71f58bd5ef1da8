"""Geometry as flat arrays: the vertices of many points, lines or polygons in one piece."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..errors import RtmError
from ..translation import tr

_HASHED_DECIMALS = 2  # of a metre or foot: below it, two versions of a library need not agree on a projected place
BATCH = 500_000  # pairs worked on at once: temporaries stay at a few megabytes each

# A point this many units in the last place of the coordinates away from an edge lies on it: coordinates that
# were interpolated along an edge are rounded by about one.
_ON_EDGE_ULPS = 4


def fingerprint(vertices: np.ndarray, values: np.ndarray | None = None) -> str:
    """SHA-256 of coordinates (v, 2) to the centimetre of a map in metres, with a number (v,) each if there are any,
    whatever their order."""
    rounded = np.round(np.asarray(vertices, dtype=np.float64), _HASHED_DECIMALS) + 0.0  # no -0
    if values is not None:
        rounded = np.column_stack([rounded, np.asarray(values, dtype=np.float64) + 0.0])
    order = np.lexsort(rounded.T)
    return hashlib.sha256(np.ascontiguousarray(rounded[order], dtype="<f8").tobytes()).hexdigest()


@dataclass(frozen=True, eq=False)
class Shapes:
    """The geometry of one layer, in map units, made with :meth:`points`, :meth:`lines` or :meth:`polygons`.

    Parameters
    ----------
    kind : {"point", "line", "polygon"}
    vertices : (v, 2) float64
    starts : (r + 1,) int64
        Part r owns ``vertices[starts[r]:starts[r + 1]]``: a point, a line, or a ring whose last vertex is its
        first.
    polygon : (r,) int64
        Number of the polygon that a ring belongs to, exterior and holes alike; ``arange(r)`` for others.
    n_features : int
        Features of the layer: a multipart feature is one of them, however many parts it has.
    """

    kind: str
    vertices: np.ndarray
    starts: np.ndarray
    polygon: np.ndarray
    n_features: int

    @classmethod
    def points(cls, xy: np.ndarray, n_features: int | None = None) -> Shapes:
        """Points from coordinates of shape (n, 2)."""
        xy = _coordinates(xy)
        n = len(xy)
        return cls("point", xy, np.arange(n + 1), np.arange(n), n if n_features is None else n_features)

    @classmethod
    def lines(cls, lines: list, n_features: int | None = None) -> Shapes:
        """Lines from a sequence of (k, 2) coordinates; a lone vertex is a line of length 0."""
        parts = [_coordinates(line) for line in lines]
        parts = [np.repeat(part, 2, axis=0) if len(part) == 1 else part for part in parts if len(part)]
        n_features = len(parts) if n_features is None else n_features
        return cls._of_parts("line", parts, np.arange(len(parts)), n_features)

    @classmethod
    def polygons(cls, polygons: list, n_features: int | None = None) -> Shapes:
        """Polygons from a sequence of ``[exterior, hole, hole, ...]``, each ring (k, 2).

        Open rings are closed. The parts of a multipolygon are polygons of their own.
        """
        parts, owners = [], []
        for number, rings in enumerate(polygons):
            for ring in rings:
                ring = _coordinates(ring)
                if len(ring):
                    parts.append(ring if (ring[0] == ring[-1]).all() else np.vstack([ring, ring[:1]]))
                    owners.append(number)
        owners = np.asarray(owners, dtype=np.int64)
        return cls._of_parts("polygon", parts, owners, len(polygons) if n_features is None else n_features)

    @classmethod
    def _of_parts(cls, kind: str, parts: list, polygon: np.ndarray, n_features: int) -> Shapes:
        starts = np.cumsum([0] + [len(part) for part in parts], dtype=np.int64)
        return cls(kind, np.concatenate([np.empty((0, 2)), *parts]), starts, polygon, n_features)

    @property
    def is_empty(self) -> bool:
        return len(self.vertices) == 0

    @property
    def bounds(self) -> tuple[float, ...]:
        """x_min, y_min, x_max, y_max. Raises :class:`RtmError` where there is nothing to bound."""
        if self.is_empty:
            raise RtmError(tr("A layer without any geometry has no extent; use a layer that has features."))
        return (*self.vertices.min(axis=0).tolist(), *self.vertices.max(axis=0).tolist())

    @cached_property
    def _segment_starts(self) -> np.ndarray:
        """Vertices that a segment starts from: all but the last of each part."""
        starts_one = np.ones(len(self.vertices), dtype=bool)
        starts_one[self.starts[1:] - 1] = False
        return np.flatnonzero(starts_one)

    @property
    def segments(self) -> np.ndarray:
        """(s, 4) float64: x0, y0, x1, y1 of every straight piece of a line or ring; none for points."""
        first = self._segment_starts
        return np.hstack([self.vertices[first], self.vertices[first + 1]])

    @property
    def segment_polygon(self) -> np.ndarray:
        """(s,) int64: number of the polygon that each of :attr:`segments` belongs to."""
        return np.repeat(self.polygon, np.maximum(np.diff(self.starts) - 1, 0))


def _coordinates(xy: np.ndarray) -> np.ndarray:
    xy = np.asarray(xy, dtype=np.float64)
    xy = xy[:, :2] if xy.size else np.empty((0, 2))
    wrong = ~np.isfinite(xy).all(axis=1)
    if wrong.any():
        x, y = xy[wrong][0]
        raise RtmError(
            tr(
                "{wrong:,} vertices have coordinates that are not numbers, the first ({x}, {y}); repair these "
                "geometries or leave them out."
            ).format(wrong=wrong.sum(), x=x, y=y)
        )
    return np.ascontiguousarray(xy)


def expand(first: np.ndarray, count: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """All members of many integer ranges at once: the range of each member, and the member.

    ``first`` and ``count`` (n,) describe the ranges first[i], first[i] + 1, ..., first[i] + count[i] - 1.
    """
    count = np.maximum(count, 0).astype(np.int64)
    owner = np.repeat(np.arange(len(count)), count)
    before = np.cumsum(count) - count
    return owner, np.arange(len(owner)) + (np.asarray(first).astype(np.int64) - before)[owner]


def batches(sizes: np.ndarray, most: int = BATCH) -> Iterator[Any]:
    """Slices of consecutive items whose sizes add up to at most ``most``; a larger item stands alone."""
    ends = np.cumsum(sizes)
    start = 0
    while start < len(ends):
        done = ends[start - 1] if start else 0
        stop = max(int(np.searchsorted(ends, done + most, side="right")), start + 1)
        yield slice(start, stop)
        start = stop


def contains(polygons: Shapes, points: np.ndarray) -> np.ndarray:
    """Which points lie inside a polygon or on its edge.

    Even-odd rule within a polygon (so that holes are outside), any of several polygons that may overlap.

    Parameters
    ----------
    polygons : Shapes of kind "polygon"
    points : (n, 2) float64

    Returns
    -------
    (n,) bool
    """
    points = _coordinates(points)
    inside = np.zeros(len(points), dtype=bool)
    if polygons.is_empty or not len(points):
        return inside
    edges, owner = polygons.segments, polygons.segment_polygon
    near = _ON_EDGE_ULPS * np.finfo(float).eps * max(np.abs(polygons.vertices).max(), 1.0)
    bottom = np.minimum(edges[:, 1], edges[:, 3]) - near
    top = np.maximum(edges[:, 1], edges[:, 3]) + near

    # Only edges that share a point's y matter. Points are in order of y, so those of an edge are one range of
    # them; a batch holds all edges of its points, so that a point's parity is complete within its batch.
    by_y = np.argsort(points[:, 1], kind="stable")
    x, y = points[by_y].T
    n_edges = np.searchsorted(np.sort(bottom), y, side="right") - np.searchsorted(np.sort(top), y)
    n_polygons = int(owner.max()) + 1
    for batch in batches(n_edges):
        bx, by = x[batch], y[batch]
        here = np.flatnonzero((bottom <= by[-1]) & (top >= by[0]))
        first = np.searchsorted(by, bottom[here])
        pair, point = expand(first, np.searchsorted(by, top[here], side="right") - first)
        edge = here[pair]
        x0, y0, x1, y1 = edges[edge].T
        px, py = bx[point], by[point]
        dx, dy = x1 - x0, y1 - y0
        side = dx * (py - y0) - dy * (px - x0)

        on_edge = np.abs(side) <= near * np.hypot(dx, dy)
        on_edge &= (px >= np.minimum(x0, x1) - near) & (px <= np.maximum(x0, x1) + near)
        inside[by_y[batch][point[on_edge]]] = True

        upwards = y1 > py  # the half-open rule counts a shared vertex once
        crosses = ((y0 > py) != upwards) & ((side > 0) == upwards)
        key, times = np.unique(point[crosses] * n_polygons + owner[edge[crosses]], return_counts=True)
        inside[by_y[batch][key[times % 2 == 1] // n_polygons]] = True
    return inside
