"""Which intervals to quote: one rule for sentences, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .diagnostics import FEW_BLOCKS

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel


@dataclass(frozen=True)
class QuotedIntervals:
    """95% intervals of the relative risk values.

    Attributes
    ----------
    robust : bool
        Whether they allow for the likeness of neighbouring cells (cluster-robust), or are the model's own.
    limits : dict of variable's name to (low, high)
    """

    robust: bool
    limits: dict[str, tuple[float, float]]


def quoted_intervals(model: RiskTerrainModel) -> QuotedIntervals:
    """The cluster-robust intervals where the diagnostics have them from 30 blocks or more, else the model's own.

    Neighbouring cells are rarely independent, so that the model's own intervals are too narrow; with fewer blocks
    the robust ones are rough themselves (Cameron, Gelbach & Miller 2008, Rev. Econ. Stat. 90(3)).
    """
    names = [chosen.variable.name for chosen in model.selected]
    n_blocks, rows = robust_rows(model)
    if n_blocks >= FEW_BLOCKS and names and set(names) <= set(rows):
        return QuotedIntervals(True, {name: (rows[name]["rrv_low"], rows[name]["rrv_high"]) for name in names})
    return QuotedIntervals(False, {chosen.variable.name: chosen.rrv_interval for chosen in model.selected})


def robust_rows(model: RiskTerrainModel) -> tuple[int, dict[str, dict]]:
    """From how many blocks the cluster-robust errors are, and what the diagnostics found of each variable by name."""
    for finding in model.inputs.get("diagnostics", ()):
        values = finding["values"]
        rows = {row["variable"]: row for row in values.get("variables", ()) if "robust_std_error" in row}
        if rows:
            return values.get("n_blocks", 0), rows
    return 0, {}
