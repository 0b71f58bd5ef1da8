"""Terrain and history joined: what the landscape says about a cell, with what has happened in and around it.

The terrain tells *why*, past incidents tell *where again*. A negative binomial model already says how to
weigh a cell's own count against its expected one (empirical Bayes; Hauer 1997, Observational Before-After
Studies in Road Safety). What is expected of a cell is not left to the terrain alone, for the landscape never explains
everything: it is raised or lowered to the surface of what cells share (see :mod:`..space.likeness`), and averaged with
what happened in the cells next to it, the cell itself left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq
from scipy.special import digamma

from ..errors import GridError
from ..progress import Progress
from ..space.likeness import AlikeCells, likeness

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


REACH_CELLS = 2.0  # of the kernel over the neighbours: the eight cells around
NEIGHBOURS_SHARE = 1 / 3
SMALLEST_SIGMA = 1e-4  # below it a count cannot be told from a Poisson one
_LOWEST = 0.01  # of what the terrain expects, where the surface is lowest
_CLOSE = 1e-3  # of the surface: every run pays for it


@dataclass(frozen=True)
class JoinedRisk:
    """Expected incidents given terrain and history, as a sum of three parts.

    Attributes
    ----------
    terrain, neighbours, own : (n_cells,) float64
        Incidents that each part contributes to :attr:`expected`; together they are as many as were counted.
        ``terrain`` is what the landscape expects as far as the surroundings bear it out.
    sigma : float
        NB1 dispersion of the counts around the mean of surface and neighbours.
    """

    terrain: np.ndarray
    neighbours: np.ndarray
    own: np.ndarray
    sigma: float

    @property
    def expected(self) -> np.ndarray:
        """(n_cells,) float64: incidents of a period as long as that of the counts."""
        return self.terrain + self.neighbours + self.own

    @property
    def own_weight(self) -> float:
        """Share of a cell's own count in the sum, 0 to 1."""
        return self.sigma / (1.0 + self.sigma)

    def of_place(self, cells: np.ndarray | slice = slice(None)) -> tuple[float, ...]:
        """(terrain, neighbours, own): what each adds to the expected incidents of some cells together."""
        return tuple(float(part[cells].sum()) for part in (self.terrain, self.neighbours, self.own))


def join(
    grid: StudyGrid, expected: np.ndarray, counts: np.ndarray, family: str = "nb2", progress: Progress | None = None
) -> JoinedRisk:
    """Join what a model expects with the incidents that it was fitted to.

    With mu what the terrain expects, s the surface, mu times what cells share there, k the mean count of the cells
    around (weighted, the cell left out), y the cell's own count, and m = (2 s + k) / 3, each scaled to as many
    incidents as were counted:

        expected = (m + sigma y) / (1 + sigma),   sigma = NB1 dispersion of the counts around m

    Of s, the terrain's part is mu or s, whichever is less, and the rest is that of the surroundings.

    Parameters
    ----------
    grid : StudyGrid
    expected : (n_cells,) float64
        Expected incidents of the terrain; NaN where it has none, which stays NaN and out of the sums.
    counts : (n_cells,)
        Incidents of the period that the model was fitted to.
    family : str
        Of the count model.
    progress : Progress, optional

    Returns
    -------
    JoinedRisk
    """
    counts = np.asarray(counts, dtype=np.float64)
    known = np.isfinite(expected)
    total = counts[known].sum()
    terrain = np.where(known, expected, np.nan)
    terrain = terrain * (total / terrain[known].sum())
    surface = shared_surface(grid, terrain, counts, family, progress)
    around = neighbours_mean(grid, np.where(known, counts, np.nan), instead=terrain)
    around = around * (total / around[known].sum()) if around[known].sum() > 0 else terrain
    mean = (1.0 - NEIGHBOURS_SHARE) * surface + NEIGHBOURS_SHARE * around
    sigma = nb1_dispersion(mean[known], counts[known])
    rest = 1.0 / (1.0 + sigma)
    landscape = (1.0 - NEIGHBOURS_SHARE) * np.minimum(terrain, surface)
    return JoinedRisk(
        rest * landscape,
        rest * np.maximum(mean - landscape, 0.0),
        sigma * rest * np.where(known, counts, np.nan),
        sigma,
    )


def shared_surface(
    grid: StudyGrid, terrain: np.ndarray, counts: np.ndarray, family: str = "nb2", progress: Progress | None = None
) -> np.ndarray:
    """What the terrain expects, raised and lowered by what neighbouring cells share beyond it.

    The best linear prediction of mu (1 + z) from the counts, z being the field with the covariance K of
    :mod:`..space.likeness`: mu (1 + K mu S^-1 (y - mu)), at least a hundredth of mu, scaled to as many incidents.

    Parameters
    ----------
    terrain, counts : (n_cells,) float64
        NaN, or 0, where nothing is expected, which stays so.

    Returns
    -------
    (n_cells,) float64
    """
    cells = np.flatnonzero(np.nan_to_num(terrain) > 0)
    mean, own = terrain[cells], counts[cells]
    alike = AlikeCells(grid, cells, likeness(grid, cells, own, mean, family, progress))
    try:
        solved = alike.solve(mean, (own - mean)[None], progress, _CLOSE)
    except GridError:  # cells have next to nothing for themselves, so that their counts say all there is to say
        return terrain
    raised = mean * np.maximum(1.0 + alike.shared(mean * solved)[0], _LOWEST)
    surface = terrain.copy()
    surface[cells] = raised * (mean.sum() / raised.sum())
    return surface


def neighbours_mean(grid: StudyGrid, values: np.ndarray, instead: np.ndarray) -> np.ndarray:
    """Mean of the values of the cells around each cell, without its own.

    Epanechnikov's weights 1 - (d / h)^2 by the distance d between centroids, h being two cells: 3/4 for the
    four cells that share an edge, 1/2 for the four at the corners. Cells outside the model, or of no value,
    do not count.

    Parameters
    ----------
    grid : StudyGrid
    values : (n_cells,) float64, NaN where there is none
    instead : (n_cells,) float64
        What a cell without neighbours gets.

    Returns
    -------
    (n_cells,) float64
    """
    edge = int(REACH_CELLS)
    known = np.pad(grid.raster(np.isfinite(values), 0.0), edge)
    filled = np.pad(grid.raster(np.nan_to_num(values), 0.0), edge)
    total, weights = np.zeros(grid.mask.shape), np.zeros(grid.mask.shape)
    rows, cols = grid.mask.shape
    for down in range(-edge, edge + 1):
        for right in range(-edge, edge + 1):
            weight = 1.0 - (down**2 + right**2) / REACH_CELLS**2
            if weight <= 0 or (down, right) == (0, 0):
                continue
            window = slice(edge + down, edge + down + rows), slice(edge + right, edge + right + cols)
            total += weight * filled[window]
            weights += weight * known[window]
    total, weights = total[grid.mask], weights[grid.mask]
    return np.where(weights > 0, total / np.where(weights > 0, weights, 1.0), instead)


def nb1_dispersion(mean: np.ndarray, counts: np.ndarray) -> float:
    """sigma of NB1 (variance mean (1 + sigma)) by maximum likelihood, for given means (0 does not count)."""
    hit = (counts > 0) & (mean > 0)
    y, hit_mean, total = counts[hit], mean[hit], mean.sum()

    def slope(log_sigma: float) -> float:
        """Of the log-likelihood, by log sigma; with r = mean / sigma the cells' sizes."""
        sigma = np.exp(log_sigma)
        size = hit_mean / sigma
        gain = (size * (digamma(y + size) - digamma(size))).sum()
        return y.sum() / (1.0 + sigma) + total * (np.log1p(sigma) / sigma - 1.0 / (1.0 + sigma)) - gain

    low, high = np.log(SMALLEST_SIGMA), -np.log(SMALLEST_SIGMA)
    if slope(low) <= 0:
        return SMALLEST_SIGMA
    return float(np.exp(brentq(slope, low, high, xtol=1e-13))) if slope(high) < 0 else 1.0 / SMALLEST_SIGMA
