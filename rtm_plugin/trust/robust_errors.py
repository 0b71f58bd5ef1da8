"""Standard errors that allow for likeness within blocks of cells."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from scipy.special import digamma

from ..blas import product
from ..selection.count_models import nb1_terms, trigamma

if TYPE_CHECKING:
    from .fitted_cells import FittedCells


def robust_covariance(fitted: FittedCells, block: np.ndarray) -> np.ndarray:
    """Covariance (1 + q + k, 1 + q + k) of the coefficients that allows for any likeness within blocks of
    cells.

    The sandwich A^-1 B A^-1 with A the information and B the sum over the blocks of the outer products of
    their scores, times G / (G - 1) for G blocks (Zeileis, Koell & Graham 2020, J. Stat. Software 95(1); HC0).
    As for the model's own errors, the dispersion is taken as known for NB2, and estimated with the
    coefficients for NB1.
    """
    score, last_score, information = _scores(fitted)
    _, block = np.unique(block, return_inverse=True)
    n_blocks = int(block.max()) + 1
    by_cell = (column[fitted.row_of] * score for column in fitted.design.T)
    columns = by_cell if last_score is None else chain(by_cell, [last_score])
    summed = np.column_stack([np.bincount(block, column, minlength=n_blocks) for column in columns])
    bread = np.linalg.pinv(information, hermitian=True)
    size = fitted.design.shape[1]
    return (bread @ product(summed.T, summed) @ bread)[:size, :size] * n_blocks / (n_blocks - 1.0)


def _scores(fitted: FittedCells) -> tuple[np.ndarray, np.ndarray | None, np.ndarray]:
    """Derivatives of each cell's log-likelihood by its linear predictor (m,) and by the dispersion where that is a
    parameter (m,), and the information (p, p) of all parameters."""
    y, mean, design, sigma = fitted.counts, fitted.mean, fitted.design, fitted.dispersion

    def by_row(weights: np.ndarray) -> np.ndarray:
        return np.bincount(fitted.row_of, weights, minlength=len(design))

    if fitted.family != "nb1":
        weight = 1.0 if fitted.family == "poisson" else 1.0 / (1.0 + mean / sigma)
        return (y - mean) * weight, None, product((design * by_row(mean * weight)[:, None]).T, design)
    size = mean / sigma
    hit = y > 0
    first, second = np.zeros(len(y)), np.zeros(len(y))
    first[hit] = digamma(y[hit] + size[hit]) - digamma(size[hit])
    second[hit] = trigamma(y[hit] + size[hit]) - trigamma(size[hit])
    score, curvature, drift, share = nb1_terms(first, second, size, size, sigma)
    cross = -curvature - drift
    last_score = -score + y / (1.0 + sigma) - drift
    last_curvature = curvature + drift * (2.0 - 1.0 / (1.0 + sigma)) - y * share / (1.0 + sigma)
    corner = -product(design.T, by_row(cross)[:, None])
    upper = -product((design * by_row(curvature)[:, None]).T, design)
    information = np.block([[upper, corner], [corner.T, -last_curvature.sum()]])
    return score, last_score, information
