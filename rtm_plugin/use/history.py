"""Terrain and history joined: what the landscape says about a cell, with what has happened in and around it.

The terrain tells *why*, past incidents tell *where again*. A negative binomial model already says how to
weigh a cell's own count against its expected one (empirical Bayes; Hauer 1997, Observational Before-After
Studies in Road Safety). Two things are added here, because the landscape never explains everything:

- what the terrain expects is averaged with what happened in the cells around, the cell itself left out;
- a cell's own count weighs at most a half. The dispersion of one period also holds what will not come back
  (many reports of one event, points moved to the same place), and cannot tell it from what will.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import brentq
from scipy.special import digamma

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


REACH_CELLS = 2.0  # of the kernel over the neighbours: the eight cells around
NEIGHBOURS_SHARE = 0.5
LARGEST_SIGMA = 1.0  # sigma / (1 + sigma) = 1/2
SMALLEST_SIGMA = 1e-4  # below it a count cannot be told from a Poisson one


@dataclass(frozen=True)
class JoinedRisk:
    """Expected incidents given terrain and history, as a sum of three parts.

    Attributes
    ----------
    terrain, neighbours, own : (n_cells,) float64
        Incidents that each part contributes to :attr:`expected`; together they are as many as were counted.
    sigma : float
        NB1 dispersion of the counts around the mean of terrain and neighbours, before it is limited.
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
        """Share of a cell's own count in the sum, 0 to 1/2."""
        sigma = min(self.sigma, LARGEST_SIGMA)
        return sigma / (1.0 + sigma)

    def of_place(self, cells: np.ndarray | slice = slice(None)) -> tuple[float, ...]:
        """(terrain, neighbours, own): what each adds to the expected incidents of some cells together."""
        return tuple(float(part[cells].sum()) for part in (self.terrain, self.neighbours, self.own))


def join(grid: StudyGrid, expected: np.ndarray, counts: np.ndarray) -> JoinedRisk:
    """Join what a model expects with the incidents that it was fitted to.

    With mu what the terrain expects, k the mean count of the cells around (weighted, the cell left out), y
    the cell's own count, and m = (mu + k) / 2, each scaled to as many incidents as were counted:

        expected = (m + sigma y) / (1 + sigma),   sigma = min(NB1 dispersion of the counts around m, 1)

    so no more than half of the estimate is a cell's own count, and the rest is halved between terrain and
    neighbours.

    Parameters
    ----------
    grid : StudyGrid
    expected : (n_cells,) float64
        Expected incidents of the terrain; NaN where it has none, which stays NaN and out of the sums.
    counts : (n_cells,)
        Incidents of the period that the model was fitted to.

    Returns
    -------
    JoinedRisk
    """
    counts = np.asarray(counts, dtype=np.float64)
    known = np.isfinite(expected)
    total = counts[known].sum()
    terrain = np.where(known, expected, np.nan)
    terrain = terrain * (total / terrain[known].sum())
    around = neighbours_mean(grid, np.where(known, counts, np.nan), instead=terrain)
    around = around * (total / around[known].sum()) if around[known].sum() > 0 else terrain
    mean = (1.0 - NEIGHBOURS_SHARE) * terrain + NEIGHBOURS_SHARE * around
    sigma = nb1_dispersion(mean[known], counts[known])
    weight = min(sigma, LARGEST_SIGMA) / (1.0 + min(sigma, LARGEST_SIGMA))
    rest = 1.0 - weight
    return JoinedRisk(
        rest * (1.0 - NEIGHBOURS_SHARE) * terrain,
        rest * NEIGHBOURS_SHARE * around,
        weight * np.where(known, counts, np.nan),
        sigma,
    )


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
