"""How large an effect would be had it not had to be large to be found."""

from __future__ import annotations

from scipy.optimize import minimize_scalar
from scipy.special import log_ndtr


def shrunken(coefficient: float, std_error: float, least: float) -> float:
    """The conditional maximum likelihood estimate of a coefficient that was selected.

    A selected coefficient b is a draw from N(beta, se) that is known to exceed ``least``; the beta that makes it most
    likely is b where b is far above that, and down to 0 where it only just is (Zhong & Prentice 2008, Biostatistics 9).

    Parameters
    ----------
    coefficient : float, above 0; std_error : float
    least : float
        What it had to exceed to be selected: the price of a parameter in BIC is sqrt(ln n) of the standard errors by
        which it was selected.

    Returns
    -------
    float, 0 to ``coefficient``
    """
    if not std_error > 0:
        return coefficient
    z = coefficient / std_error
    limit = min(least / std_error, z)

    def unlikely(beta: float) -> float:
        return 0.5 * (z - beta) ** 2 + log_ndtr(beta - limit)

    return float(std_error * minimize_scalar(unlikely, bounds=(0.0, z), method="bounded", options={"xatol": 1e-9}).x)
