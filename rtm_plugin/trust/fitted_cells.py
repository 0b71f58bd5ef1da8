"""The cells that a model was fitted to, and what it says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..variables.candidates import distinct_rows, unpack

if TYPE_CHECKING:
    from ..pipeline import RiskTerrain


@dataclass(frozen=True)
class FittedCells:
    """The cells that a model was fitted to, and what it says of them.

    Attributes
    ----------
    cells : (m,) int64
        Places among the model cells.
    counts, mean : (m,) float64
        Incidents, expected incidents.
    row_of : (m,) int64
        Which of the distinct rows each cell has.
    design : (r, 1 + q + k) float64
        The distinct rows: intercept, centred adjustments, and the selected variables with their signs.
    offset : (r,) float64
        Log of the denominator.
    coefficients : (1 + q + k,) float64
    """

    cells: np.ndarray
    counts: np.ndarray
    mean: np.ndarray
    row_of: np.ndarray
    design: np.ndarray
    offset: np.ndarray
    coefficients: np.ndarray
    family: str
    dispersion: float

    @classmethod
    def of(cls, terrain: RiskTerrain) -> FittedCells:
        model, laid = terrain.model, terrain.exposure
        n_cells = terrain.grid.n_cells
        cells = np.arange(n_cells) if laid.amounts is None else np.flatnonzero(laid.amounts > 0)
        signs = np.array([chosen.variable.sign for chosen in model.selected], dtype=np.float64)
        given = [] if laid.unpenalised is None else [laid.centred[cells]]
        given += [] if laid.amounts is None else [laid.offset[cells]]
        packed = np.packbits(terrain.flags, axis=0)
        packed = packed if len(cells) == n_cells else packed[:, cells]
        rows = distinct_rows(packed, np.column_stack(given) if given else None)
        beside = rows.unpenalised if laid.amounts is None else rows.unpenalised[:, :-1]
        bits = unpack(rows.packed, np.arange(len(signs))).T * signs
        coefficients = [
            model.intercept,
            *(one.coefficient for one in model.adjustments),
            *(one.coefficient for one in model.selected),
        ]
        return cls(
            cells,
            terrain.counts[cells].astype(np.float64),
            terrain.expected[cells],
            rows.row_of,
            np.column_stack([np.ones(rows.n_rows), beside, bits]),
            np.zeros(rows.n_rows) if laid.amounts is None else rows.unpenalised[:, -1],
            np.array(coefficients),
            model.family,
            np.nan if model.dispersion is None else model.dispersion,
        )

    @property
    def variance(self) -> np.ndarray:
        """(m,) variance of the counts under the fitted family."""
        if self.family == "nb1":
            return self.mean * (1.0 + self.dispersion)
        return self.mean + (self.mean**2 / self.dispersion if self.family == "nb2" else 0.0)

    @property
    def residuals(self) -> np.ndarray:
        """(m,) Pearson residuals."""
        return (self.counts - self.mean) / np.sqrt(self.variance)
