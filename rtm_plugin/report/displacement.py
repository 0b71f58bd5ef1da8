"""What the report says about moved incidents, from what a model's file remembers of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rounding import plain_number
from ..translation import tr
from ..trust.displacement import HALF, MOSTLY, Displacement
from ..trust.displacement_words import fate, percent, shown_names, verdict
from .content import ReportTable, Section, rounded

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel


def displacement_section(model: RiskTerrainModel, unit: str) -> Section:
    """Verdict, factors and riskiest cells; the model's inputs hold a ``displacement``."""
    found = Displacement.from_plain(model.inputs["displacement"])
    shown = shown_names(model)
    factors = tuple(
        (
            shown.get(one.factor, one.factor),
            tr("{selected:,} of {n_draws:,}").format(selected=one.selected, n_draws=found.n_draws),
            rounded(one.rrv, 3),
            f"{rounded(one.rrv_low, 3)} – {rounded(one.rrv_high, 3)}",
            fate(one, found.n_draws),
        )
        for one in found.factors
    )
    places = tuple(
        (
            tr("Riskiest {level} of the area").format(level=percent(one.level)),
            percent(one.stays),
            f"{percent(one.low)} – {percent(one.high)}",
            percent(one.sure),
            tr("survive") if one.survives else tr("do not survive"),
        )
        for one in found.levels
    )
    text = tr(
        "Each incident was moved {n_draws:,} times by up to {length} {unit}, near more often than far and within the "
        "study area, and the whole selection was done again. A factor survives if it is found again in at least "
        "{mostly} of the draws, and half of them leave it at least {half} of its effect (the logarithm of its value); "
        "the riskiest places survive if at least {mostly} of them stay on average. These limits are conventions. "
        "Moving blurs what is true as well, so that somewhat lower values are to be expected."
    ).format(
        n_draws=found.n_draws,
        length=plain_number(found.width),
        unit=unit,
        mostly=percent(MOSTLY),
        half=percent(HALF),
    )
    in_draws = tr("RRV in the draws")
    headers = (tr("Risk factor"), tr("Found again"), tr("RRV"), in_draws, tr("Verdict"))
    place_headers = (
        tr("Places"),
        tr("Stay on average"),
        tr("Lowest and highest"),
        tr("Stay in nearly all draws"),
        tr("Verdict"),
    )
    return Section(
        tr("If incidents happened elsewhere nearby"),
        (verdict(found, shown, unit), text),
        (
            ReportTable(tr("Factors where incidents are moved"), headers, factors, (1, 2, 3)),
            ReportTable(tr("Riskiest places where incidents are moved"), place_headers, places, (1, 2, 3)),
        ),
    )
