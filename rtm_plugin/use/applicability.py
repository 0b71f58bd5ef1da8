"""Where a model is asked about what it has not seen, and which factor makes the difference.

The idea is that of the area of applicability (Meyer & Pebesma 2021, Methods in Ecology and Evolution 12): how far is a
new place from the nearest one that the model was made from, each variable weighing as much as it does in the model, in
units of how far those are from each other? Here a place is a row of 0s and 1s, and the weight of a variable is the
logarithm of its relative risk value, so the nearest row is that of the smallest weighted Hamming distance. What has
been seen in a handful of cells has taught the model nothing, so that a row counts as seen from some cells on.

A row says *within 200 m of a bar* or not; that the nearest bar is five times as far as in any cell of the fit it does
not say. So what was measured is compared as well, as in the surfaces of Elith, Kearney & Phillips (2010, Methods in
Ecology and Evolution 1): how far beyond the lowest or highest of the fit does it lie, as a share of their range?
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ModelFileError
from ..progress import Progress
from ..translation import tr
from ..variables.candidates import distinct_rows, unpack
from .seen_rule import FEWEST_CELLS, check_fewest
from .what_if import NEGLIGIBLE

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel
    from ..model.seen import Seen
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes
    from ..variables.factors import Variable

DOUBTFUL_SHARE = 0.1  # of the cells, more than of the fitted ones, that makes a place another one
_SAME_PLACE = 1e-3  # of a cell: less is rounding in a file
_PAIRS = 1 << 20  # of a new and a seen combination, worked on at once


@dataclass(frozen=True)
class Applicability:
    """How unlike the cells of a fit those of a grid are.

    Attributes
    ----------
    variables : tuple of Variable, length k
        Those of the model, in its order.
    fewest : int
        Fitted cells from which on a combination counts as seen.
    dissimilarity : (n,) float64
        0 for what was seen; 1 as far as two of the fitted cells are from each other on average.
    driver : (n,) int64
        Number, from 1, of the variable with the largest part in it; 0 where there is none.
    alike : (n,) int64
        Fitted cells with this very combination.
    beyond : (n,) float64
        How far the variable that is farthest beyond the range of the fit lies beyond it, as a share of that range; at
        most 1.
    above : (n,) bool
        Whether the score is above the highest of the fit.
    fitted_outside : float
        Share of the fitted cells whose own combination counts as not seen; 0 in their own place.
    is_own : bool
        Whether the grid is that of the fit: then its cells are the fitted ones, with these layers or changed ones, and
        what a single one of them had was seen.
    """

    variables: tuple[Variable, ...]
    fewest: int
    dissimilarity: np.ndarray
    driver: np.ndarray
    alike: np.ndarray
    beyond: np.ndarray
    above: np.ndarray
    fitted_outside: float
    is_own: bool = False

    @property
    def unseen(self) -> np.ndarray:
        """(n,) bool: cells with a combination that too few of the fitted cells had; none without a variable."""
        return (self.alike < _least(self.fewest, self.is_own)) & bool(self.variables)

    @property
    def rare(self) -> np.ndarray:
        """(n,) bool: cells with a combination that some of the fitted cells had, but fewer than :attr:`fewest`."""
        return (self.alike >= 1) & (self.alike < self.fewest)

    @property
    def outside(self) -> np.ndarray:
        """(n,) bool: cells with such a combination, or beyond what was measured."""
        return self.unseen | (self.beyond > 0)

    @property
    def is_doubtful(self) -> bool:
        """Whether so many cells are outside that the place is another one than that of the fit."""
        return bool(self.outside.mean() > self.fitted_outside + DOUBTFUL_SHARE)

    @property
    def drivers(self) -> list[tuple[Variable, int]]:
        """Variables by how many of the cells outside they drive, most first; those that drive none left out."""
        times = np.bincount(self.driver[self.outside], minlength=len(self.variables) + 1)[1:].tolist()
        found = [(variable, n) for variable, n in zip(self.variables, times) if n]
        return sorted(found, key=lambda one: -one[1])


def assess(
    model: RiskTerrainModel,
    grid: StudyGrid,
    shapes: dict[str, Shapes],
    flags: np.ndarray,
    scores: np.ndarray,
    fewest: int = FEWEST_CELLS,
    progress: Progress | None = None,
) -> Applicability:
    """Compare the cells of a grid with those that a model was fitted to.

    With weights w = ln RRV, a cell's row b, and the seen row s that is nearest to it by the sum of w over the variables
    that differ, and e how far a variable is beyond its range (0 to 1):

        dissimilarity = sum_j w_j (|b_j - s_j| + e_j) / mean,    mean = sum_j w_j 2 p_j (1 - p_j) N / (N - 1)

    where p_j is the share of the N fitted cells in which variable j acts: the mean is that of the weighted Hamming
    distance over all pairs of fitted cells. The driver is the variable with the largest term.

    Parameters
    ----------
    model : RiskTerrainModel
    grid : StudyGrid
        Of the model's cell size.
    shapes : mapping of factor name to Shapes, in the grid's CRS
    flags : (k, n_cells) bool
    scores : (n_cells,) float64
        As :meth:`RiskTerrainModel.score` and the model's lowest rate give them.
    fewest : int
        Fitted cells from which on a combination counts as seen; not more than the most frequent one had. In the model's
        own place, whose cells are the fitted ones, a single one is enough.
    progress : Progress, optional

    Returns
    -------
    Applicability

    Raises
    ------
    ModelFileError
        The model's file does not hold what was seen.
    SettingsError
        The number is below 1.
    Cancelled
    """
    check_fewest(fewest)
    progress, seen = progress or Progress(), model.seen
    if seen is None:
        raise ModelFileError(not_kept())
    variables = tuple(chosen.variable for chosen in model.selected)
    n, none = grid.n_cells, np.zeros(grid.n_cells)
    above = scores > model.rrs_max * (1.0 + NEGLIGIBLE)
    if not variables:
        nothing = none.astype(np.int64)
        return Applicability((), fewest, none, nothing, nothing, none, above, 0.0, _is_own(model, grid))
    fewest = min(fewest, int(seen.cells.max()))  # a fit to a few cells has seen something, too
    weights = np.array([chosen.coefficient for chosen in model.selected])
    is_own = _is_own(model, grid)
    least = _least(fewest, is_own)
    known = _known(seen, least)
    rows = distinct_rows(np.packbits(flags, axis=0))
    bits = unpack(rows.packed, np.arange(len(variables))).T.view(bool)
    alike = _alike(bits, seen)
    differs = np.zeros(bits.shape, dtype=bool)
    new = np.flatnonzero(alike < least)
    for some, nearest in _nearest(bits[new], seen.flags[known], weights, progress.part(0.0, 0.5)):
        differs[new[some]] = bits[new[some]] != seen.flags[known[nearest]]
    total, largest = np.zeros(n), np.zeros(n)
    beyond, driver = np.zeros(n), np.zeros(n, dtype=np.int64)
    for place, variable in enumerate(variables):  # one after the other, so that what was measured takes no room
        step = progress.part(0.5 + 0.5 * place / len(variables), 0.5 + 0.5 * (place + 1) / len(variables))
        (measured,) = variable.kind.measure(grid, shapes[variable.factor], [variable.distance], step, everywhere=True)
        excess = beyond_range(measured, *seen.ranges[place])
        term = weights[place] * (differs[rows.row_of, place] + excess)
        driver[term > largest] = place + 1
        total += term
        np.maximum(largest, term, out=largest)
        np.maximum(beyond, excess, out=beyond)
    scale = mean_distance(seen, weights)
    return Applicability(
        variables,
        fewest,
        total / scale if scale > 0 else total,
        driver,
        alike[rows.row_of],
        beyond,
        above,
        float(seen.cells[seen.cells < least].sum() / seen.cells.sum()),
        is_own,
    )


def _least(fewest: int, is_own: bool) -> int:
    """Fitted cells from which on a combination counts as seen."""
    return 1 if is_own else fewest


def _is_own(model: RiskTerrainModel, grid: StudyGrid) -> bool:
    """Whether a grid is laid as that of the fit, with as many cells."""
    frame = model.frame
    size = frame.cell_size
    apart = max(abs(grid.x_min - frame.x_min), abs(grid.y_max - frame.y_max), abs(grid.cell_size - size))
    same = (grid.rows, grid.cols, grid.n_cells) == (frame.rows, frame.columns, frame.n_cells)
    return same and apart <= _SAME_PLACE * size


def not_kept() -> str:
    """What there is to say of a model file that an earlier version has written."""
    return tr(
        "The file does not hold which combinations of factors the model was fitted to, so where it applies cannot be "
        "told: fit the model again."
    )


def _known(seen: Seen, fewest: int) -> np.ndarray:
    """(m,) int64: places of the combinations that count as seen, those of most cells first."""
    known = np.flatnonzero(seen.cells >= fewest)
    return known[np.argsort(-seen.cells[known], kind="stable")]


def _alike(bits: np.ndarray, seen: Seen) -> np.ndarray:
    """(r,) int64: fitted cells with the combination of each of the rows (r, k)."""
    cells = dict(zip((row.tobytes() for row in seen.flags), seen.cells.tolist()))
    return np.array([cells.get(row.tobytes(), 0) for row in np.ascontiguousarray(bits)], dtype=np.int64)


def _nearest(
    bits: np.ndarray, known: np.ndarray, weights: np.ndarray, progress: Progress
) -> Iterator[tuple[slice, np.ndarray]]:
    """Batches of the rows (r, k), and for each of their rows the place of the nearest (m, k) known one.

    Sums are made variable by variable, so that all machines have the same; of equally near ones the first counts.
    """
    size = max(1, _PAIRS // len(known))
    for start in range(0, len(bits), size):
        some = slice(start, start + size)
        distance = np.zeros((len(bits[some]), len(known)))
        for place, weight in enumerate(weights.tolist()):
            distance += weight * (bits[some, place, None] != known[None, :, place])
        yield some, distance.argmin(axis=1)
        progress(min(1.0, (start + size) / len(bits)))


def beyond_range(measured: np.ndarray, low: float, high: float) -> np.ndarray:
    """How far (n,) values lie outside of a range, as a share of it; 0 inside and for rounding, at most 1."""
    outside = np.maximum(np.maximum(low - measured, measured - high), 0.0)
    span = high - low
    share = outside / span if span > 0 else np.sign(outside)
    return np.where(outside > NEGLIGIBLE * max(abs(low), abs(high)), np.minimum(share, 1.0), 0.0)


def mean_distance(seen: Seen, weights: np.ndarray) -> float:
    """Mean weighted Hamming distance of two different fitted cells."""
    n_cells = float(seen.cells.sum())
    share = seen.cells @ seen.flags / n_cells
    return float(weights @ (2.0 * share * (1.0 - share)) * n_cells / max(n_cells - 1.0, 1.0))
