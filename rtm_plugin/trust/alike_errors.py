"""Standard errors that allow for what neighbouring cells share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..blas import product

if TYPE_CHECKING:
    from ..space.likeness import AlikeCells
    from .fitted_cells import FittedCells


def alike_covariance(fitted: FittedCells, alike: AlikeCells) -> np.ndarray:
    """Covariance (1 + q + k, 1 + q + k) of the coefficients where the counts have the covariance of alike cells.

    The sandwich A^-1 B A^-1 of the estimating equations X'W (y - mu) = 0, W being 1 for Poisson, 1 / (1 + sigma) for
    NB1 and 1 / (1 + mu / theta) for NB2, with A = X'W U X and B = X'W (V + U K U) W X (Liang & Zeger 1986,
    Biometrika 73; the middle is modelled, not taken from blocks of cells, of which a study area has few).
    """
    mean, design = fitted.mean, fitted.design

    def by_row(weights: np.ndarray) -> np.ndarray:
        return np.bincount(fitted.row_of, weights, minlength=len(design))

    def between(weights: np.ndarray) -> np.ndarray:
        return product((design * by_row(weights)[:, None]).T, design)

    weight = np.ones(len(mean))
    if fitted.family != "poisson":
        weight = 1.0 / (1.0 + (mean / fitted.dispersion if fitted.family == "nb2" else fitted.dispersion))
    middle = between(weight**2 * alike.variance(mean))
    if alike.alike.shared > 0:
        for place, column in enumerate(design.T):  # one at a time: all of them would need many rasters
            shared = alike.shared((column[fitted.row_of] * weight * mean)[None])[0]
            middle[place] += product(by_row(shared * weight * mean)[None], design)[0]
    bread = np.linalg.pinv(between(weight * mean), hermitian=True)
    return bread @ middle @ bread
