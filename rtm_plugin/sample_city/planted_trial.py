"""A trial in the sample city: squares of which half were treated in the second period, with an effect that is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..space.shapes import Shapes, contains
from ..use.trial import TrialRules, deal
from .town import CityLayer

if TYPE_CHECKING:
    from ..space.grid import StudyGrid

N_PLACES = 40
SIDE = 4  # cells
_GAP = 4  # cells between two places, at the least
TAKEN_AWAY = 0.5  # share of the second period's incidents in treated places
LAYER = "trial_places"


def lay_places(seed: int, grid: StudyGrid, expected: np.ndarray, counts: np.ndarray) -> CityLayer:
    """Squares where most is expected, a gap apart, and lots drawn in pairs of them.

    Parameters
    ----------
    seed : int
    grid : StudyGrid
    expected : (n_cells,)
        Incidents in one period.
    counts : (n_cells,)
        Incidents of the first period.

    Returns
    -------
    CityLayer
        With the fields that the algorithm “Trial design” writes and “Impact” reads.
    """
    inside = _squares(grid.raster(np.ones(grid.n_cells), 0.0))
    sums, recorded = (_squares(grid.raster(values.astype(np.float64), 0.0)) for values in (expected, counts))
    sums = np.where(inside == SIDE**2, sums, -1.0)
    corners = []
    reach = SIDE + _GAP
    for _ in range(N_PLACES):
        row, col = np.unravel_index(int(sums.argmax()), sums.shape)
        corners.append((row, col))
        sums[max(row - reach + 1, 0) : row + reach, max(col - reach + 1, 0) : col + reach] = -1.0
    rows, cols = np.array(corners).T
    known = np.column_stack([_squares(grid.raster(expected, 0.0))[rows, cols], recorded[rows, cols]])
    _, design = deal(known, np.arange(N_PLACES), TrialRules(), seed)
    x = grid.x_min + cols * grid.cell_size
    y = grid.y_max - rows * grid.cell_size
    side = SIDE * grid.cell_size
    around = side * np.array([[0, 0], [1, 0], [1, -1], [0, -1], [0, 0]])
    squares = [[np.array([left, top]) + around] for left, top in zip(x.tolist(), y.tolist())]
    ranks = list(range(1, N_PLACES + 1))
    return CityLayer(
        LAYER,
        Shapes.polygons(squares),
        {
            "place": ranks,
            "rank": ranks,
            "label": [f"Square {rank}" for rank in ranks],
            "arm": ["treatment" if arm else "control" for arm in design.arms.tolist()],
            "block": (design.strata + 1).tolist(),
            "observed": recorded[rows, cols].astype(int).tolist(),
        },
    )


def _squares(raster: np.ndarray) -> np.ndarray:
    """Sums over the square whose upper left corner is in each place."""
    sums = np.zeros((raster.shape[0] + 1, raster.shape[1] + 1))
    sums[1:, 1:] = raster.cumsum(axis=0).cumsum(axis=1)
    return sums[SIDE:, SIDE:] - sums[:-SIDE, SIDE:] - sums[SIDE:, :-SIDE] + sums[:-SIDE, :-SIDE]


def take_away(seed: int, layer: CityLayer, places: CityLayer) -> CityLayer:
    """The incidents of a layer without those that treatment has taken away."""
    is_treated = [arm == "treatment" for arm in places.attributes["arm"]]
    squares = [
        [places.shapes.vertices[start:stop]]
        for start, stop, treated in zip(places.shapes.starts[:-1], places.shapes.starts[1:], is_treated)
        if treated
    ]
    points = layer.shapes.vertices
    drawn = np.random.RandomState([seed, N_PLACES]).random_sample(len(points))  # its own: nothing else is moved
    kept = ~(contains(Shapes.polygons(squares), points) & (drawn < TAKEN_AWAY))
    attributes = {
        name: [value for value, is_kept in zip(values, kept.tolist()) if is_kept]
        for name, values in layer.attributes.items()
    }
    return replace(layer, shapes=Shapes.points(points[kept]), attributes=attributes)
