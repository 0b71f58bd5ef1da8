"""A small quadratic problem with variables that may not be negative, solved exactly."""

from __future__ import annotations

import numpy as np
from scipy.linalg.lapack import dposv


def nonnegative_quadratic(matrix: np.ndarray, linear: np.ndarray, free: np.ndarray, passive: np.ndarray) -> np.ndarray:
    """Minimise x'Ax/2 - c'x with x >= 0 except where ``free``, for several small problems at once.

    Block principal pivoting (Portugal, Judice & Vicente 1994; Kim & Park 2011): all infeasible variables change
    sides at once, and single ones (Murty's rule, which cannot cycle) when that stops helping.

    Parameters
    ----------
    matrix : (j, d, d) float64, positive definite
    linear : (j, d) float64
    free : (d,) bool
    passive : (j, d) bool
        Variables expected to be positive.

    Returns
    -------
    (j, d) float64, with exact zeros at the bound.
    """
    solution = np.zeros_like(linear)
    for matrix_, linear_, passive_, solution_ in zip(matrix, linear, passive | free, solution):
        small = 1e-13 * np.abs(linear_).max()
        fewest, patience = len(linear_) + 1, 3
        while True:
            inside = np.flatnonzero(passive_)
            solution_[:] = 0.0
            # Cholesky by LAPACK itself: at this size, what numpy wraps around it costs more than the work
            system = matrix_[inside[:, None], inside]
            failed = 0
            if len(inside):
                _, solution_[inside], failed = dposv(system, linear_[inside])
            if failed:  # equal columns and next to no ridge: a trace of one makes the answer unique
                system.flat[:: len(inside) + 1] *= 1.0 + 1e-10
                _, solution_[inside], failed = dposv(system, linear_[inside])
            slope = matrix_ @ solution_ - linear_
            infeasible = np.flatnonzero(
                np.where(passive_, ~free & (solution_ * matrix_.diagonal() < -small), slope < -small)
            )
            if not len(infeasible):
                break
            patience = 3 if len(infeasible) < fewest else patience - 1
            fewest = min(fewest, len(infeasible))
            flip = infeasible if patience >= 0 else infeasible[-1:]
            passive_[flip] = ~passive_[flip]
    return np.where(free, solution, np.maximum(solution, 0.0))
