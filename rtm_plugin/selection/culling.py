"""Culling: which variables survive the cross-validated elastic net."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..progress import Progress
from ..variables.candidates import Candidates
from .elastic_net import ALPHAS, FOLD_TOLERANCE, TOLERANCE, Samples, fit_path
from .observations import Observations


@dataclass(frozen=True)
class Culling:
    """What the cross-validation chose.

    ``deviance`` (a, l) is the mean cross-validated Poisson deviance of a cell, averaged over the repeats, and
    ``deviance_se`` its standard error over the folds; ``coefficients`` (p,) belong to the chosen penalty on all
    cells; survivors are the non-zero ones.
    """

    alphas: np.ndarray
    lambdas: np.ndarray
    deviance: np.ndarray
    deviance_se: np.ndarray
    alpha: float
    penalty: float
    coefficients: np.ndarray
    residual: float

    @property
    def survivors(self) -> np.ndarray:
        return np.flatnonzero(self.coefficients > 0)


def cull(
    candidates: Candidates,
    observations: Observations,
    folds: np.ndarray,
    lambdas: np.ndarray | None = None,
    patience: int | None = None,
    tolerance: float = TOLERANCE,
    alphas: tuple[float, float] = ALPHAS,
    progress: Progress | None = None,
) -> Culling:
    """Cross-validate the elastic net and keep the variables of the (alpha, lambda) with the lowest mean deviance.

    Parameters
    ----------
    candidates : Candidates over n cells
    observations : Observations of them
    folds : (r, n) int
        Fold 0..k-1 of every cell, for each of r repeats.
    patience : int, optional; tolerance : float
        As in :func:`fit_path`.

    Returns
    -------
    Culling
        On ties the larger alpha loses and the larger lambda wins, as in ``cv.glmnet``'s ``lambda.min``.
    """
    progress = progress or Progress()
    folds = np.atleast_2d(folds)
    constant = observations.times * _deviance_constant(observations.counts, observations.offset)
    curves, spreads, residual = [], [], 0.0
    for repeat, deal in enumerate(folds):
        samples = Samples.of(candidates, observations, deal)
        path = fit_path(
            samples,
            alphas,
            lambdas,
            patience=patience,
            tolerance=tolerance,
            fold_tolerance=max(tolerance, FOLD_TOLERANCE),
            progress=progress.part(repeat / len(folds), (repeat + 1) / len(folds)),
        )
        lambdas = path.lambdas
        sizes = samples.cells
        by_fold = path.held_out + np.bincount(deal, weights=constant, minlength=samples.n_folds)[:, None]
        curves.append(by_fold.sum(axis=1) / sizes.sum())
        means = by_fold / sizes[:, None]
        spread = (means - curves[-1][:, None, :]) ** 2
        spreads.append(np.sqrt((spread * sizes[:, None]).sum(axis=1) / sizes.sum() / (samples.n_folds - 1)))
        residual = max(residual, path.residual)
    curves = [curve[:, : lambdas.shape[1]] for curve in curves]  # of paths that ended early, what all have
    spreads = [spread[:, : lambdas.shape[1]] for spread in spreads]
    deviance = np.mean(curves, axis=0)
    row, column = np.unravel_index(np.argmin(deviance), deviance.shape)
    return Culling(
        path.alphas,
        path.lambdas,
        deviance,
        np.mean(spreads, axis=0),
        float(path.alphas[row]),
        float(path.lambdas[row, column]),
        path.coefficients[row, 0, column],
        residual,
    )


def _deviance_constant(counts: np.ndarray, offset: np.ndarray | None) -> np.ndarray:
    """(n,) what turns -2 (y (eta - offset) - mu) into the Poisson deviance of a cell."""
    y = np.asarray(counts, dtype=np.float64)
    constant = 2.0 * (np.where(y > 0, y * np.log(np.where(y > 0, y, 1.0)), 0.0) - y)
    return constant if offset is None else constant - 2.0 * y * offset
