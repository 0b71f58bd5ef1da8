"""Which operationalisation suits a factor: the nearest-neighbour test on its points."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..rounding import plain_number
from ..translation import tr

CRITICAL_Z = -1.96  # clustered at the 5% level, two-sided
MIN_POINTS = 5  # the test's normal approximation means nothing for fewer

# Mean and standard error of the distance to the nearest neighbour of n points at random on an area A, times
# sqrt(A / n) and sqrt(A) / n: Clark & Evans 1954, Ecology 35(4).
_EXPECTED, _STANDARD_ERROR = 0.5, 0.26136


@dataclass(frozen=True)
class Suggestion:
    """An operationalisation and the reason for it.

    ``observed`` and ``expected`` are mean distances to the nearest neighbour in map units, ``index`` their
    ratio (below 1: clustered), ``z`` the test statistic; all NaN where there are too few points.
    """

    operationalisation: str
    why: str
    n_points: int
    observed: float = math.nan
    expected: float = math.nan
    index: float = math.nan
    z: float = math.nan


def suggest_operationalisation(points: np.ndarray, area: float, max_influence: float) -> Suggestion:
    """Proximity or density, by the points' spacing.

    Density where the points are significantly clustered *and* on average no farther from their nearest
    neighbour than the maximum influence, so that a kernel of that size finds more than one of them; else
    proximity.

    Parameters
    ----------
    points : (n, 2) float64
        The factor's points within the study area, in map units.
    area : float
        Of the study area, in square map units.
    max_influence : float
        Largest spatial influence asked of the factor, in map units.

    Returns
    -------
    Suggestion
    """
    from scipy.spatial import cKDTree

    points = np.asarray(points, dtype=np.float64).reshape(-1, 2)
    n = len(points)
    if n < MIN_POINTS:
        why = tr("only {n} of its points are within the study area, too few to test for clustering").format(n=n)
        return Suggestion("proximity", why, n)

    observed = float(cKDTree(points).query(points, k=2)[0][:, 1].mean())
    expected = _EXPECTED * math.sqrt(area / n)
    index = observed / expected
    z = (observed - expected) / (_STANDARD_ERROR * math.sqrt(area) / n)

    clustered, near = z <= CRITICAL_Z, observed <= max_influence
    distances = tr("mean distance to the nearest neighbour {observed}, {expected} if random, z = {z:.1f}").format(
        observed=plain_number(round(observed, 1)), expected=plain_number(round(expected, 1)), z=z
    )
    if not clustered:
        why = tr("its points are not significantly clustered ({distances})").format(distances=distances)
    elif not near:
        why = tr(
            "its points are clustered but farther apart than the maximum influence of {max_influence} ({distances})"
        ).format(max_influence=plain_number(max_influence), distances=distances)
    else:
        why = tr("its points are significantly clustered ({distances})").format(distances=distances)
    kind = "density" if clustered and near else "proximity"
    return Suggestion(kind, why, n, observed, expected, index, z)
