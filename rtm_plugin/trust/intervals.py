"""Which intervals to quote, and which values not: one rule for sentences, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel, SelectedVariable

_HALF = 0.5  # of an effect, on the scale of the logarithm


@dataclass(frozen=True)
class QuotedIntervals:
    """95% intervals of the relative risk values.

    Attributes
    ----------
    alike : bool
        Whether they allow for what neighbouring cells share, or are the model's own.
    limits : dict of variable's name to (low, high)
    beside : dict of variable's name to what was found of it beside a smooth surface, where that was looked at
    shrunken : dict of variable's name to its relative risk value with the selection allowed for
    """

    alike: bool
    limits: dict[str, tuple[float, float]]
    beside: dict[str, dict] = field(default_factory=dict)
    shrunken: dict[str, float] = field(default_factory=dict)

    def left_of(self, chosen: SelectedVariable) -> float:
        """What is left of a relative risk value where the selection is allowed for; all, where that is not known."""
        return self.shrunken.get(chosen.variable.name, chosen.rrv)

    def hardly_stood_out(self, chosen: SelectedVariable) -> bool:
        """Whether less than half of an effect, on the scale of the logarithm, is left."""
        return log(self.left_of(chosen)) < _HALF * log(chosen.rrv)

    def holds_one(self, chosen: SelectedVariable) -> bool:
        """Whether the interval does not tell more incidents from fewer."""
        low, high = self.limits.get(chosen.variable.name, (chosen.rrv, chosen.rrv))
        return low <= 1.0 <= high

    def is_in_doubt(self, chosen: SelectedVariable) -> bool:
        """Whether a factor is not to be built on: it hardly stood out, or its interval holds 1."""
        return self.hardly_stood_out(chosen) or self.holds_one(chosen)


def quoted_intervals(model: RiskTerrainModel) -> QuotedIntervals:
    """The intervals that allow for what neighbours share where the diagnostics have them, else the model's own.

    Neighbouring cells are rarely independent, so that the model's own intervals are too narrow.
    """
    names = [chosen.variable.name for chosen in model.selected]
    rows = alike_rows(model)
    beside = {name: row for name, row in _rows(model, "rrv_beside").items() if name in names}
    shrunken = {name: row["rrv_shrunk"] for name, row in rows.items() if "rrv_shrunk" in row}
    if names and set(names) <= set(rows):
        limits = {name: (rows[name]["rrv_low"], rows[name]["rrv_high"]) for name in names}
        return QuotedIntervals(True, limits, beside, shrunken)
    limits = {chosen.variable.name: chosen.rrv_interval for chosen in model.selected}
    return QuotedIntervals(False, limits, beside, shrunken)


def alike_rows(model: RiskTerrainModel) -> dict[str, dict]:
    """What the diagnostics found of each selected variable, by name, neighbours being alike."""
    return _rows(model, "alike_std_error")


def _rows(model: RiskTerrainModel, key: str) -> dict[str, dict]:
    """By variable, the rows of the finding that has such a value of each."""
    for finding in model.inputs.get("diagnostics", ()):
        rows = {row["variable"]: row for row in finding["values"].get("variables", ()) if key in row}
        if rows:
            return rows
    return {}
