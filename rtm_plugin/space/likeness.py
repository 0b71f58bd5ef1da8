"""How alike cells are in what a model leaves unexplained, and what can be estimated and tested with that in mind.

Counts y with mean mu are taken to have the covariance

    V + U K U,    U = diag(mu),    V = diag(mu + own mu^power),    K = shared rho(distance / reach):

what a cell has for itself (as in NB1, power 1, or NB2, power 2), and what it shares with the cells around, which no
factor knows of (footfall, lighting, policing). The three numbers come from the residuals by moments: the products of
residuals of cells at one distance over those of their means are what the cells share at that distance; what is own is
what Pearson's chi-square then leaves. That needs no
likelihood of a hidden field, no knots, and a few Fourier transforms for any number of cells; with the covariance the
estimating equations of Liang & Zeger (1986, Biometrika 73) are those of generalised least squares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import fft
from scipy.optimize import brentq

from ..blas import product
from ..errors import GridError
from ..progress import Progress
from ..translation import tr
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
_EXACT = 1e-7  # of a solution
_MAX_ITERATIONS = 5000


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
    power = 1 if family == "nb1" else 2
    squares = (counts - mean) ** 2
    # pairs are weighed by the inverse of the variance, all of it taken for the cells' own: hot cells have no more say
    # than is theirs
    weight = 1.0 / (1.0 + own_dispersion(squares, mean, power) * mean ** (power - 1))
    far = max(2, min(_MOST_CELLS, int(max(grid.mask.shape) * _FARTHEST)))
    lengths, stands_for = lag_lengths(far)
    near = (stands_for > 0) & (lengths <= far)
    # cells at one distance come together by its square, which is whole
    square, lag = np.unique(np.rint(lengths[near] ** 2).astype(np.int64), return_inverse=True)
    distance = np.sqrt(square)
    progress(0.0)
    residual = (counts - mean) * weight
    shared = np.bincount(lag.ravel(), (lag_sums(grid, cells, residual, far) * stands_for)[near])
    progress(0.0)
    pairs = np.bincount(lag.ravel(), (lag_sums(grid, cells, mean * weight, far) * stands_for)[near])
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
    return Likeness(name, reach * grid.cell_size, variance, own_dispersion(squares, mean, power, variance), power)


def own_dispersion(squares: np.ndarray, mean: np.ndarray, power: int, shared: float = 0.0) -> float:
    """The dispersion, at least 0, that makes Pearson's sum of squared residuals (m,) over variances the number of cells
    (Breslow 1984, Applied Statistics 33), for a mean (m,), its power and what is shared."""

    def excess(own: float) -> float:
        return float((squares / (mean + shared * mean**2 + own * mean**power)).sum()) - len(mean)

    if excess(0.0) <= 0:
        return 0.0
    high = 1.0
    while excess(high) > 0:
        high *= 8.0
    return float(brentq(excess, 0.0, high, rtol=1e-10))


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

    def information(self, mean: np.ndarray) -> np.ndarray:
        """(m,) what each count alone tells of the logarithm of its mean."""
        return mean**2 / (self.variance(mean) + self.alike.shared * mean**2)

    def gathered(self, values: np.ndarray) -> np.ndarray:
        """(k, patches) sums of values (k, m) by patch."""
        size = self.size[0] * self.size[1]
        return np.stack([np.bincount(self.place, row, minlength=size) for row in values])

    def shared(self, values: np.ndarray) -> np.ndarray:
        """K z of vectors (k, m)."""
        return self._between(self.gathered(values))[:, self.place]

    def _between(self, patches: np.ndarray) -> np.ndarray:
        """K of the patches themselves, times vectors (k, patches)."""
        spectra = fft.rfft2(patches.reshape(-1, *self.size), self.padded) * self.spectrum
        found = fft.irfft2(spectra, self.padded)[:, : self.size[0], : self.size[1]]
        return found.reshape(patches.shape)

    def solve(
        self, mean: np.ndarray, vectors: np.ndarray, progress: Progress | None = None, exact: float = _EXACT
    ) -> np.ndarray:
        """(V + U K U)^-1 v of vectors (k, m), until what is left of V^-1/2 v is ``exact`` of it.

        With z = V^1/2 times what is looked for and W = U V^-1/2, that is (I + W G K G' W) z = V^-1/2 v, G telling which
        patch a cell is in. Only what a patch has together is shared: with R the root of its sum of squared weights and
        h = R^-1 G' W V^-1/2 v, conjugate gradients find x of (I + R K R) x = h, and z = V^-1/2 v - W G R^-1 (h - x).

        Raises :class:`GridError` where what cells share so outweighs what they have for themselves that there is none.
        """
        progress = progress or Progress()
        root = 1.0 / np.sqrt(self.variance(mean))
        given = vectors * root
        if self.alike.shared == 0:
            return given * root
        weight = mean * root
        scale = np.sqrt(self.gathered((weight**2)[None])[0])
        inverse = np.divide(1.0, scale, out=np.zeros_like(scale), where=scale > 0)
        together = self.gathered(given * weight) * inverse
        found, left, way = np.zeros_like(together), together.copy(), together.copy()
        size = np.einsum("kp,kp->k", left, left)
        enough = exact**2 * np.einsum("km,km->k", given, given)
        for _ in range(_MAX_ITERATIONS):
            progress(0.0)
            if (size <= enough).all():
                return (given - weight * ((together - found) * inverse)[:, self.place]) * root
            moved = way + scale * self._between(scale * way)
            along = np.einsum("kp,kp->k", way, moved)
            step = np.divide(size, along, out=np.zeros_like(size), where=size > enough)
            found += step[:, None] * way
            left -= step[:, None] * moved
            before, size = size, np.einsum("kp,kp->k", left, left)
            way = left + np.divide(size, before, out=np.zeros_like(size), where=before > 0)[:, None] * way
        raise GridError(
            tr(
                "Neighbouring cells of {n_cells:,} are so alike that what each has for itself cannot be told apart; "
                "use larger cells, or no spatial test."
            ).format(n_cells=len(mean))
        )


@dataclass(frozen=True)
class AlikeFit:
    """Coefficients (k,) and their covariance (k, k) when what cells share is taken into account, the means (m,) of the
    cells, and the likeness that was found."""

    coefficients: np.ndarray
    covariance: np.ndarray
    mean: np.ndarray
    alike: Likeness

    @property
    def std_errors(self) -> np.ndarray:
        return np.sqrt(self.covariance.diagonal())


_ROUNDS, _STEPS, _SETTLED, _LONGEST = 2, 50, 1e-6, 1.0


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

    The likeness, unless it is ``known``, is that of the residuals of ``start``, and once more of what the first turn
    leaves: a factor that follows what cells share has taken some of it. More turns can run away, one with the other.

    Parameters
    ----------
    design : (k, m) float64, the columns of the model as rows; start : (k,) float64; offset : (m,) float64

    Raises
    ------
    GridError
        Where the equations have no solution that could be found.
    """
    progress = progress or Progress()
    b, alike = np.array(start, dtype=np.float64), known
    rounds = 1 if known else _ROUNDS
    for turn in range(rounds):
        mean = np.exp(product(b[None], design)[0] + offset)
        alike = known or likeness(grid, cells, counts, mean, family, progress)
        fitted, before = AlikeCells(grid, cells, alike), np.zeros_like(b)
        for _ in range(_STEPS):
            progress(turn / rounds)
            solved = fitted.solve(mean, design * mean, progress)
            bread = np.linalg.pinv(product(solved, (design * mean).T), hermitian=True)
            step = product(bread, product(solved, (counts - mean)[:, None]))[:, 0]
            longest = np.abs(step).max()
            if step @ before < 0:  # back and forth: the covariance, which moves with the means, was not foreseen
                step *= 0.5
            before, step = step, step * min(1.0, _LONGEST / max(longest, 1e-12))
            b = b + step
            mean = np.exp(product(b[None], design)[0] + offset)
            if longest < _SETTLED:
                break
        else:
            raise GridError(
                tr(
                    "The effects beside what neighbouring cells share could not be found in {n_cells:,} cells; use "
                    "larger cells, or no spatial test."
                ).format(n_cells=len(cells))
            )
    return AlikeFit(b, bread, mean, alike)
