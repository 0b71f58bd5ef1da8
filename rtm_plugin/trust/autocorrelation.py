"""Whether what is near each other is alike: Moran's I on the grid, and by distance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import fft
from scipy.special import ndtr

from ..progress import Progress
from ..space.lags import lag_lengths, lag_sums

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


@dataclass(frozen=True)
class Moran:
    """Moran's I, what chance alone expects, one-sided permutation p; cells used, cells without neighbours."""

    value: float
    expected: float
    p_value: float
    n_cells: int
    n_islands: int


def morans_i(
    grid: StudyGrid,
    cells: np.ndarray,
    values: np.ndarray,
    n_permutations: int,
    rng: np.random.RandomState,
    progress: Progress | None = None,
) -> Moran:
    """Moran's I with queen's neighbours on the grid, row-standardised: z'Wz / z'z.

    Cells without a neighbour are left out (nobody loses one by that, so that once is enough). The p-value is
    (1 + k) / (permutations + 1) with k permutations that reach the observed value (Anselin 1995).

    Parameters
    ----------
    cells : (m,) int64, places among the model cells; values : (m,) float64
    """
    progress = progress or Progress()
    cols = grid.cols + 2
    row, col = np.divmod(grid.cells[cells], grid.cols)
    place = (row + 1) * cols + col + 1
    raster = np.zeros((grid.rows + 2, cols))

    def around(numbers: np.ndarray) -> np.ndarray:
        """Sum over the eight neighbours, for numbers of the cells at ``place``."""
        raster.ravel()[place] = numbers
        wide = raster[:, :-2] + raster[:, 1:-1]
        wide += raster[:, 2:]
        tall = wide[:-2] + wide[1:-1]
        tall += wide[2:]
        return tall[row, col] - numbers

    n_neighbours = around(np.ones(len(place)))
    kept = n_neighbours > 0.5
    n_islands = int((~kept).sum())
    place, row, col, n_neighbours = place[kept], row[kept], col[kept], n_neighbours[kept]
    raster[:] = 0.0
    z = values[kept] - values[kept].mean() if kept.any() else values[kept]
    squares = float(z @ z)
    if len(z) < 3 or squares == 0:
        return Moran(0.0, 0.0, 1.0, len(z), n_islands)
    observed = float((z / n_neighbours) @ around(z)) / squares
    as_high = 0
    for number in range(n_permutations):
        progress(number / n_permutations)
        shuffled = rng.permutation(z)
        as_high += (shuffled / n_neighbours) @ around(shuffled) / squares >= observed
    p_value = (1 + int(as_high)) / (n_permutations + 1)
    return Moran(observed, -1.0 / (len(z) - 1), p_value, len(z), n_islands)


def correlogram(
    grid: StudyGrid, cells: np.ndarray, values: np.ndarray, edges: np.ndarray, progress: Progress | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Moran's I by bands of distance between centroids: (0, edges[0]], (edges[0], edges[1]], ...

    All pairs are summed lag by lag with Fourier transforms. Weights are 1 within a band; the one-sided
    p-values are those of the normal distribution, with mean and variance under randomisation (Cliff & Ord
    1981).

    Returns
    -------
    I, p : (b,) float64
        I is 0 and p is 1 for bands without pairs.
    """
    progress = progress or Progress()
    edges = np.asarray(edges, dtype=np.float64)
    z = values - values.mean()
    n = float(len(z))
    squares = float(z @ z)
    kurtosis = n * float((z**4).sum()) / squares**2
    far = int(np.ceil(edges[-1] / grid.cell_size))
    lengths, stands_for = lag_lengths(far)
    band = np.searchsorted(edges * (1 + 1e-9), lengths * grid.cell_size)
    products = lag_sums(grid, cells, z, far) * stands_for
    crossed = np.bincount(band.ravel(), products.ravel(), minlength=len(edges) + 1)
    shape = [fft.next_fast_len(size + far, real=True) for size in grid.mask.shape]
    row, col = np.divmod(grid.cells[cells], grid.cols)
    place = row * shape[1] + col
    del row, col
    raster = np.zeros(shape)
    raster.ravel()[place] = 1.0
    ones = fft.rfft2(raster)

    def partners_in(number: int) -> np.ndarray:
        """How many cells each cell has in a band."""
        raster[:] = 0.0
        for down, right in np.argwhere((band == number) & (stands_for > 0)) - [0, far]:
            raster[down, right] = raster[-down, -right] = 1.0
        spectrum = fft.rfft2(raster)
        spectrum *= ones
        return np.rint(fft.irfft2(spectrum, shape, overwrite_x=True).ravel()[place])

    found, p_values = np.zeros(len(edges)), np.ones(len(edges))
    for number in range(len(edges)):
        progress(number / len(edges))
        partners = partners_in(number)
        s0 = float(partners.sum())
        if s0 == 0 or n < 4:
            continue
        s1, s2 = 2.0 * s0, 4.0 * float((partners**2).sum())
        found[number] = n / s0 * crossed[number] / squares
        mean = -1.0 / (n - 1.0)
        square = n * ((n**2 - 3 * n + 3) * s1 - n * s2 + 3 * s0**2)
        square -= kurtosis * ((n**2 - n) * s1 - 2 * n * s2 + 6 * s0**2)
        variance = square / ((n - 1) * (n - 2) * (n - 3) * s0**2) - mean**2
        if variance > 0:
            p_values[number] = ndtr(-(found[number] - mean) / np.sqrt(variance))
    return found, p_values
