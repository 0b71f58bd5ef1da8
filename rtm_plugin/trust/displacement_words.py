"""What moved incidents leave of factors and places, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..rounding import plain_number
from ..translation import tr
from .displacement import MOSTLY

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel
    from .displacement import Displacement, FactorDisplacement

_DIGITS = 2


def shown_names(model: RiskTerrainModel) -> dict[str, str]:
    """What factors are called for people."""
    return {spec.name: spec.shown for spec in model.specs}


def verdict(found: Displacement, shown: dict[str, str], unit: str = "map units") -> str:
    """Which factors survive and which do not, and how many of the riskiest cells stay, in a few sentences."""
    said = [
        tr(
            "Had incidents happened up to {length} {unit} from where they were recorded ({n_draws:,} draws), {n} of "
            "{all} risk factors would be found again with most of their effect."
        ).format(
            length=plain_number(found.width),
            unit=unit,
            n_draws=found.n_draws,
            n=len(found.factors) - len(found.lost),
            all=len(found.factors),
        )
    ]
    if found.lost:
        lost = ", ".join(
            f"{shown.get(one.factor, one.factor)} ({factor_words(one, found.n_draws)})" for one in found.lost
        )
        said.append(tr("Not so: {lost}.").format(lost=lost))
    levels = "; ".join(
        tr("of the riskiest {level} of the area {stays} would stay").format(
            level=percent(one.level), stays=percent(one.stays)
        )
        for one in found.levels
    )
    said.append(f"{levels[:1].upper()}{levels[1:]}.")
    if not found.survives:
        said.append(
            tr(
                "What does not survive hangs on exactly where incidents were recorded, and may be made by the places "
                "that they were moved to: use exact coordinates, or larger cells and influences."
            )
        )
    return " ".join(said)


def factor_words(one: FactorDisplacement, n_draws: int) -> str:
    """``found in 3 of 20 draws``, with its values where it was found and is weaker: ``×1.2 and not ×2.4``."""
    said = tr("found in {selected:,} of {n_draws:,} draws").format(selected=one.selected, n_draws=n_draws)
    if not one.is_weaker or one.rrv_middle is None:
        return said
    return tr("{said}, by ×{middle} and not ×{rrv}").format(
        said=said, middle=_digits(one.rrv_middle), rrv=_digits(one.rrv)
    )


def factor_sentence(one: FactorDisplacement, n_draws: int, shown: dict[str, str]) -> str:
    """For the log: ``phone boxes: found in 3 of 20 draws, ×1.2 to ×1.5 (×1.9 in the model).``"""
    words = tr("found in {selected:,} of {n_draws:,} draws").format(selected=one.selected, n_draws=n_draws)
    if one.rrv_low is None or one.rrv_high is None:
        return tr("{factor}: {words} (×{rrv} in the model).").format(
            factor=shown.get(one.factor, one.factor), words=words, rrv=_digits(one.rrv)
        )
    return tr("{factor}: {words}, ×{low} to ×{high} (×{rrv} in the model).").format(
        factor=shown.get(one.factor, one.factor),
        words=words,
        low=_digits(one.rrv_low),
        high=_digits(one.rrv_high),
        rrv=_digits(one.rrv),
    )


def fate(one: FactorDisplacement, n_draws: int) -> str:
    """What became of a factor, in a word or two."""
    return {"survives": tr("survives"), "weaker": tr("much weaker"), "lost": tr("lost")}[one.fate(n_draws)]


def place_words(stays: float | None) -> str:
    """What became of a place, from the share of its riskiest cells that stays; empty where it has none."""
    if stays is None:
        return ""
    said = tr("Where incidents are moved, {stays} of it stays").format(stays=percent(stays))
    return f"{said}." if stays >= MOSTLY else tr("{said}: it does not survive.").format(said=said)


def percent(share: float) -> str:
    return f"{_digits(100 * share)}%"


def _digits(value: float) -> str:
    return plain_number(float(f"{value:.{_DIGITS}g}"))
