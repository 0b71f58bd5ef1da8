"""What if? The scores of other features beside those of before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel

NEGLIGIBLE = 1e-6  # relative difference of scores that is rounding


@dataclass(frozen=True)
class WhatIf:
    """Scores after a change and, where they are known, before it.

    Attributes
    ----------
    scores, scores_before : (n,) float64
        Relative to the least risky cell of the model's own study area, both.
    expected, expected_before : (n,) float64 or None
        Expected incidents; None where they are in proportion to a denominator that is not known here.
    """

    scores: np.ndarray
    expected: np.ndarray | None
    scores_before: np.ndarray | None = None
    expected_before: np.ndarray | None = None

    @property
    def change(self) -> np.ndarray | None:
        """(n,) float64: of the scores, rounding set to 0; None where nothing is known of before."""
        return _without_noise(self.scores, self.scores_before)

    @property
    def expected_change(self) -> np.ndarray | None:
        """(n,) float64: of expected incidents, rounding set to 0; None where it is not known."""
        return _without_noise(self.expected, self.expected_before)


def what_if(
    model: RiskTerrainModel,
    rates: np.ndarray,
    scores_before: np.ndarray | None = None,
    expected_before: np.ndarray | None = None,
) -> WhatIf:
    """Compare a model's new rates (n,), as :meth:`RiskTerrainModel.score` gives them, with scores of before.

    With a denominator expected incidents need those of before: it stays the same, so that they change as the
    scores do.
    """
    scores = rates / model.lowest
    if model.denominator is None:
        if scores_before is not None and expected_before is None:
            expected_before = scores_before * model.lowest
        return WhatIf(scores, rates, scores_before, expected_before)
    if expected_before is None:
        return WhatIf(scores, None, scores_before)
    return WhatIf(scores, expected_before * scores / scores_before, scores_before, expected_before)


def _without_noise(after: np.ndarray | None, before: np.ndarray | None) -> np.ndarray | None:
    if after is None or before is None:
        return None
    change = after - before
    return np.where(np.abs(change) <= NEGLIGIBLE * np.maximum(np.abs(after), np.abs(before)), 0.0, change)
