"""The classes of a risk terrain map: how far a relative risk score lies above the mean."""

from __future__ import annotations

import numpy as np

# In rising order; a score that equals a limit belongs to the class below it, so that the highest risk is
# *above* mean + 2 SD.
CLASSES = ("below mean", "mean to +1 SD", "+1 to +2 SD", "highest risk")
HIGHEST_RISK_SDS = 2.0
NO_DIFFERENCE = "no difference"  # the null model: all scores are the same


def highest_risk_threshold(mean: float, sd: float) -> float:
    """The relative risk score above which risk is highest: mean + 2 SD (Kansas City, crimesolutions.ojp.gov 1815)."""
    return mean + HIGHEST_RISK_SDS * sd


def n_highest_risk(scores: np.ndarray, mean: float, sd: float) -> int:
    """How many of (n,) scores lie above the threshold; none where all scores are the same (SD 0)."""
    return int((np.asarray(scores) > highest_risk_threshold(mean, sd)).sum()) if sd > 0 else 0


def class_limits(mean: float, sd: float) -> tuple[float, ...]:
    """Limits between the classes: mean, mean + 1 SD, mean + 2 SD; none where all scores are the same (SD 0)."""
    return (mean, mean + sd, highest_risk_threshold(mean, sd)) if sd > 0 else ()


def classify(scores: np.ndarray, mean: float, sd: float) -> np.ndarray:
    """(n,) class of each score: one of :data:`CLASSES`, or :data:`NO_DIFFERENCE` where SD is 0."""
    scores = np.asarray(scores, dtype=np.float64)
    limits = class_limits(mean, sd)
    if not limits:
        return np.full(scores.shape, NO_DIFFERENCE)
    return np.array(CLASSES)[np.searchsorted(limits, scores, side="left")]
