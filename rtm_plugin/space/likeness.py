"""How alike cells are in what a model leaves unexplained, and what can be estimated and tested with that in mind.

Counts y with mean mu are taken to have the covariance

    V + U K U,    U = diag(mu),    V = diag(mu + own mu^power),    K = shared rho(distance / reach):

what a cell has for itself (as in NB1, power 1, or NB2, power 2), and what it shares with the cells around, which no
factor knows of (footfall, lighting, policing). The three numbers come from the residuals by moments: the products of
residuals of cells at one distance over those of their means are what the cells share at that distance. That needs no
likelihood of a hidden field, no knots, and a few Fourier transforms for any number of cells; with the covariance the
estimating equations of Liang & Zeger (1986, Biometrika 73) are those of generalised least squares.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from scipy import fft

from ..blas import product
from ..progress import Progress
from .lags import lag_lengths, lag_sums

if TYPE_CHECKING:
    from .grid import StudyGrid


# correlation by distance over reach, and the distance at which it is next to nothing
SHAPES = {
    "exponential": (lambda x: np.exp(-x), 7.0),
    "matern": (lambda x: (1.0 + 3**0.5 * x) * np.exp(-(3**0.5) * x), 5.5),  # of smoothness 3/2
    "gaussian": (lambda x: np.exp(-(x**2)), 2.7),
}
_N_REACHES = 25
_FARTHEST, _MOST_CELLS = 1 / 3, 200  # of the longer side: beyond, too few pairs are left
_PER_REACH = 6  # patches, within which all is shared, to one reach: below it, cells themselves
_EXACT = 1e-8  # of a solution
_MAX_ITERATIONS = 500


@dataclass(frozen=True)
class Likeness:
    """What cells share: its ``shape`` and ``reach`` (map units), its variance ``shared`` (of the rate, as a share of
    the squared mean), and the variance ``own`` that each cell has for itself, as a share of the mean's ``power``."""

    shape: str
    reach: float
    shared: float
    own: float
    power: int = 2


def likeness(
    grid: StudyGrid,
    cells: np.ndarray,
    counts: np.ndarray,
    mean: np.ndarray,
    family: str = "nb2",
    progress: Progress | None = None,
) -> Likeness:
    """What the counts of cells share beyond their means, by least squares over all pairs of cells.

    Pairs count by the product of their means, up to a third of the study area's longer side or 200 cells apart.

    Parameters
    ----------
    cells : (m,) int64, places among the model cells; counts, mean : (m,) float64
    family : str
        Of the count model: NB1's variance goes with the mean, that of the others with its square.

    Returns
    -------
    Likeness
        ``shared`` is 0 where what neighbours have in common is not above 0.
    """
    progress = progress or Progress()
    far = max(2, min(_MOST_CELLS, int(max(grid.mask.shape) * _FARTHEST)))
    lengths, stands_for = lag_lengths(far)
    near = (stands_for > 0) & (lengths <= far)
    # cells at one distance come together by its square, which is whole
    squares, lag = np.unique(np.rint(lengths[near] ** 2).astype(np.int64), return_inverse=True)
    distance = np.sqrt(squares)
    progress(0.0)
    shared = np.bincount(lag.ravel(), (lag_sums(grid, cells, counts - mean, far) * stands_for)[near])
    progress(0.0)
    pairs = np.bincount(lag.ravel(), (lag_sums(grid, cells, mean, far) * stands_for)[near])
    found = ("exponential", 1.0, 0.0)
    least = np.inf
    for name, (correlation, _) in SHAPES.items():
        for reach in np.geomspace(1.0, far, _N_REACHES).tolist():
            progress(0.0)
            rho = correlation(distance / reach)
            variance = max(0.0, float(rho @ shared) / float(rho @ (pairs * rho)))
            # the sum of pairs (shared / pairs - variance rho)^2, without what is the same for all
            misfit = variance**2 * float(rho @ (pairs * rho)) - 2.0 * variance * float(rho @ shared)
            if misfit < least - 1e-12 * abs(least if np.isfinite(least) else 0.0):
                least, found = misfit, (name, reach, variance)
    name, reach, variance = found
    power = 1 if family == "nb1" else 2
    squares = float((mean**2).sum())
    own = float(((counts - mean) ** 2 - mean).sum()) - variance * squares
    own /= float(mean.sum()) if power == 1 else squares
    return Likeness(name, reach * grid.cell_size, variance, max(0.0, own), power)


class AlikeCells:
    """Cells with a :class:`Likeness`: products with their covariance, and with its inverse.

    Where the reach is many cells, what is shared is shared by square patches of them, a sixth of the reach wide.
    """

    def __init__(self, grid: StudyGrid, cells: np.ndarray, alike: Likeness) -> None:
        self.alike = alike
        reach = alike.reach / grid.cell_size
        side = max(1, int(reach / _PER_REACH))
        row, col = np.divmod(grid.cells[cells], grid.cols)
        rows, cols = -(-grid.rows // side), -(-grid.cols // side)
        self.place = (row // side) * cols + col // side
        self.size = rows, cols
        correlation, reaches = SHAPES[alike.shape]
        far = int(np.ceil(min(reaches * reach / side, max(rows, cols)))) + 1
        self.padded = [fft.next_fast_len(size + far, real=True) for size in self.size]
        down, across = (np.minimum(np.arange(size), size - np.arange(size)) for size in self.padded)
        kernel = alike.shared * correlation(np.hypot(down[:, None], across) * side / reach)
        # what is cut off may leave powers a little below 0: they are none
        self.spectrum = np.maximum(fft.rfft2(kernel).real, 0.0)

    def variance(self, mean: np.ndarray) -> np.ndarray:
        """(m,) variance of the counts but for what is shared."""
        return mean + self.alike.own * mean**self.alike.power

    def gathered(self, values: np.ndarray) -> np.ndarray:
        """(k, patches) sums of values (k, m) by patch."""
        size = self.size[0] * self.size[1]
        return np.stack([np.bincount(self.place, row, minlength=size) for row in values])

    def shared(self, patches: np.ndarray) -> np.ndarray:
        """K z of vectors (k, patches)."""
        rasters = patches.reshape(-1, *self.size)
        spectra = fft.rfft2(rasters, self.padded) * self.spectrum
        return fft.irfft2(spectra, self.padded)[:, : self.size[0], : self.size[1]].reshape(patches.shape)

    def solve(self, mean: np.ndarray, vectors: np.ndarray, progress: Progress | None = None) -> np.ndarray:
        """(V + U K U)^-1 v of vectors (k, m), by conjugate gradients over the patches (Woodbury's identity)."""
        progress = progress or Progress()
        inverse = 1.0 / self.variance(mean)
        if self.alike.shared == 0:
            return vectors * inverse
        weight = mean * inverse
        given = self.gathered(vectors * weight)
        root = np.sqrt(self.gathered((mean * weight)[None])[0])
        right = root * self.shared(given)
        found, left = np.zeros_like(right), right.copy()
        way, size = left.copy(), np.einsum("kp,kp->k", left, left)
        enough = _EXACT**2 * size
        for _ in range(_MAX_ITERATIONS):
            progress(0.0)
            if (size <= enough).all():
                break
            moved = way + root * self.shared(root * way)
            along = np.einsum("kp,kp->k", way, moved)
            step = np.divide(size, along, out=np.zeros_like(size), where=(along > 0) & (size > enough))
            found += step[:, None] * way
            left -= step[:, None] * moved
            before, size = size, np.einsum("kp,kp->k", left, left)
            way = left + np.divide(size, before, out=np.zeros_like(size), where=before > 0)[:, None] * way
        return vectors * inverse - weight * self.shared(given - root * found)[:, self.place]


@dataclass(frozen=True)
class AlikeFit:
    """Coefficients (k,) and their covariance (k, k) when what cells share is taken into account; ``mean`` (m,) of the
    cells, ``alike`` the :class:`AlikeCells`, and ``solved`` (k, m) the inverse covariance times U design."""

    coefficients: np.ndarray
    covariance: np.ndarray
    mean: np.ndarray
    alike: AlikeCells
    solved: np.ndarray

    @cached_property
    def std_errors(self) -> np.ndarray:
        return np.sqrt(self.covariance.diagonal())


_ROUNDS, _STEPS, _SETTLED, _LONGEST = 4, 25, 1e-6, 1.0


def fit_alike(
    grid: StudyGrid,
    cells: np.ndarray,
    counts: np.ndarray,
    design: np.ndarray,
    start: np.ndarray,
    offset: np.ndarray | float = 0.0,
    family: str = "nb2",
    known: Likeness | None = None,
    progress: Progress | None = None,
) -> AlikeFit:
    """Log-linear means by the estimating equations D' S^-1 (y - mu) = 0 with S the covariance above.

    Likeness and coefficients are found by turns, unless the likeness is ``known``.

    Parameters
    ----------
    design : (k, m) float64, the columns of the model as rows; start : (k,) float64; offset : (m,) float64
    """
    progress = progress or Progress()
    b, last = np.array(start, dtype=np.float64), None
    for turn in range(1 if known else _ROUNDS):
        mean = np.exp(product(b[None], design)[0] + offset)
        alike = known or likeness(grid, cells, counts, mean, family, progress)
        fitted = AlikeCells(grid, cells, alike)
        for _ in range(_STEPS):
            progress(turn / _ROUNDS)
            solved = fitted.solve(mean, design * mean, progress)
            information = product(solved, (design * mean).T)
            step = np.linalg.solve(information, product(solved, (counts - mean)[:, None])[:, 0])
            step *= min(1.0, _LONGEST / max(np.abs(step).max(), 1e-12))
            b = b + step
            mean = np.exp(product(b[None], design)[0] + offset)
            if np.abs(step).max() < (_SETTLED if known or turn == _ROUNDS - 1 else 1e-3):
                break
        if last == alike:
            break
        last = alike
    return AlikeFit(b, np.linalg.inv(information), mean, fitted, solved)
