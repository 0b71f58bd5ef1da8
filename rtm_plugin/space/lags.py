"""Sums over all pairs of cells by how far they are apart, with Fourier transforms instead of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy import fft

if TYPE_CHECKING:
    from .grid import StudyGrid


def lag_sums(grid: StudyGrid, cells: np.ndarray, values: np.ndarray, far: int) -> np.ndarray:
    """Sums of v_i v_j over the pairs of cells with j so many rows below i and columns to the right of it.

    Parameters
    ----------
    cells : (m,) int64, places among the model cells; values : (m,) float64
    far : int
        The largest lag, in cells.

    Returns
    -------
    (far + 1, 2 far + 1) float64
        Row d, column far + r is the lag of d rows and r columns; the other half of all lags is its mirror image.
    """
    shape = [fft.next_fast_len(size + far, real=True) for size in grid.mask.shape]
    raster = np.zeros(shape)
    row, col = np.divmod(grid.cells[cells], grid.cols)
    raster[row, col] = values
    del row, col
    spectrum = fft.rfft2(raster, overwrite_x=True)
    del raster
    spectrum *= spectrum.conj()
    sums = fft.irfft2(spectrum, shape, overwrite_x=True)
    return np.concatenate([sums[: far + 1, -far:], sums[: far + 1, : far + 1]], axis=1)


def lag_lengths(far: int) -> tuple[np.ndarray, np.ndarray]:
    """Distance in cells of each lag of :func:`lag_sums`, and how many of the ordered pairs it stands for: those of the
    pairs at no distance 0, those that are their own mirror image 1, the others 2."""
    down, right = np.arange(far + 1)[:, None], np.arange(-far, far + 1)
    stands_for = np.where(down > 0, 2.0, 1.0) * np.ones(len(right))
    stands_for[0, far] = 0.0
    return np.hypot(down, right), stands_for
