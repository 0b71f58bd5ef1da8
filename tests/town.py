"""A made-up town of 2 km by 2 km: incidents gather around bars, shops have no effect. Numbers only, no QGIS."""

import numpy as np

X, Y, SIDE = 530000.0, 180000.0, 2000.0  # south-west corner and side, EPSG:27700
SQUARE = f"POLYGON (({X} {Y}, {X + SIDE} {Y}, {X + SIDE} {Y + SIDE}, {X} {Y + SIDE}, {X} {Y}))"
ROAD = f"LINESTRING ({X} {Y + 700}, {X + SIDE} {Y + 900})"

_random = np.random.RandomState(7)


def _inside(n):
    return np.column_stack([X + _random.uniform(100, SIDE - 100, n), Y + _random.uniform(100, SIDE - 100, n)])


BARS, SHOPS = _inside(12), _inside(25)
INCIDENTS = np.clip(
    np.vstack([np.repeat(BARS, 40, axis=0) + _random.normal(0, 50, (480, 2)), _inside(150)]),
    (X + 1, Y + 1),
    (X + SIDE - 1, Y + SIDE - 1),
)


def points(xy):
    """The points (n, 2) as WKT."""
    return [f"POINT ({x} {y})" for x, y in np.asarray(xy).tolist()]
