"""What was counted in each cell, and what is given about it: the same for every step of the selection."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Observations:
    """Counts of n cells.

    Attributes
    ----------
    counts : (n,)
        Incidents.
    offset : (n,) float64, optional
        Log exposure.
    unpenalised : (n, q) float64, optional
        Adjustment columns: in every model, never penalised, free in sign.
    weights : (n,), optional
        How often each cell counts: 0 leaves it out, and a cell drawn twice is in one fold both times.
    """

    counts: np.ndarray
    offset: np.ndarray | None = None
    unpenalised: np.ndarray | None = None
    weights: np.ndarray | None = None

    @property
    def times(self) -> np.ndarray:
        """(n,) float64: the weights, 1 without any."""
        return np.ones(len(self.counts)) if self.weights is None else np.asarray(self.weights, dtype=np.float64)

    @property
    def used(self) -> np.ndarray:
        """Rising indices of the cells that count."""
        return np.arange(len(self.counts)) if self.weights is None else np.flatnonzero(self.weights)

    def of_cells(self, cells: np.ndarray) -> Observations:
        """The same of some cells (their indices)."""

        def part(values: np.ndarray | None) -> np.ndarray | None:
            return None if values is None else values[cells]

        return Observations(self.counts[cells], part(self.offset), part(self.unpenalised), part(self.weights))
