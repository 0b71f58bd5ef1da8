"""Which intervals to quote: one rule for sentences, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel


@dataclass(frozen=True)
class QuotedIntervals:
    """95% intervals of the relative risk values.

    Attributes
    ----------
    alike : bool
        Whether they allow for what neighbouring cells share, or are the model's own.
    limits : dict of variable's name to (low, high)
    beside : dict of variable's name to what was found of it beside a smooth surface, where that was looked at
    """

    alike: bool
    limits: dict[str, tuple[float, float]]
    beside: dict[str, dict] = field(default_factory=dict)


def quoted_intervals(model: RiskTerrainModel) -> QuotedIntervals:
    """The intervals that allow for what neighbours share where the diagnostics have them, else the model's own.

    Neighbouring cells are rarely independent, so that the model's own intervals are too narrow.
    """
    names = [chosen.variable.name for chosen in model.selected]
    rows = alike_rows(model)
    beside = {name: row for name, row in _rows(model, "rrv_beside").items() if name in names}
    if names and set(names) <= set(rows):
        limits = {name: (rows[name]["rrv_low"], rows[name]["rrv_high"]) for name in names}
        return QuotedIntervals(True, limits, beside)
    return QuotedIntervals(False, {chosen.variable.name: chosen.rrv_interval for chosen in model.selected}, beside)


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
