"""Why a place has its score, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..rounding import plain_number, sum_and_parts
from ..translation import tr

if TYPE_CHECKING:
    from ..variables.factors import Variable
    from .explanation import Contribution, PlaceExplanation

_DIGITS = 2
_MOSTLY_HERE = 0.9  # of what is to be expected of a place


def influence_words(variable: Variable, unit: str = "map units") -> str:
    """How a variable acts: ``bars, density within 250 m``."""
    return f"{variable.shown}, {variable.kind.influence_words(f'{plain_number(variable.distance)} {unit}')}"


def contribution_words(contribution: Contribution, unit: str = "map units") -> str:
    """``bars, density within 250 m: ×2.2``, or ``×1.6 (×2.2 in 40% of cells)`` where it acts in some only."""
    words = _multiplier_words(contribution, unit)
    if contribution.share < 1:
        words += tr(" (×{where_acts} in {percent} of cells)").format(
            where_acts=digits(contribution.where_acts), percent=_percent(contribution.share)
        )
    return words


def _multiplier_words(contribution: Contribution, unit: str) -> str:
    return f"{influence_words(contribution.chosen.variable, unit)}: ×{digits(contribution.multiplier)}"


def place_words(explanation: PlaceExplanation, unit: str = "map units", most: int | None = None) -> str:
    """What acts in a place, in order and in one line, at ``most`` so many factors; '' where nothing does.

    ``bus stops, within 100 m: ×1.5 (62% of cells)``, where the multiplier is that of the place.
    """
    said = [
        _multiplier_words(one, unit)
        + ("" if one.share == 1 else tr(" ({percent} of cells)").format(percent=_percent(one.share)))
        for one in explanation.acting
    ]
    if most is not None and len(said) > most:
        said[most:] = [tr("and {n} more").format(n=len(said) - most)]
    return "; ".join(said)


def place_sentences(explanation: PlaceExplanation, name: str, unit: str = "map units") -> str:
    """The explanation in sentences, for people who see no coefficient.

    Parameters
    ----------
    explanation : PlaceExplanation
    name : str
        What the place is called: ``Place 3``.
    unit : str
        Of lengths.
    """
    score = digits(explanation.score)
    if explanation.n_cells == 1:
        head = tr("{name} has a relative risk score of {score}: ")
        least = tr("the least risky cell")
    else:
        head = tr("{name}, {n_cells} cells, has a mean relative risk score of {score}: ")
        least = tr("as many of the least risky cells")
    if score == "1":
        tail = tr("as few expected incidents as {least}.")
    else:
        tail = tr("{score} times the expected incidents of {least}.")
    said = [(head + tail).format(name=name, n_cells=explanation.n_cells, score=score, least=least)]
    if not explanation.contributions:
        said.append(tr("The model has no risk factor, so the score is the same everywhere."))
    elif not explanation.acting:
        said.append(tr("None of the model's risk factors acts here."))
    for one in explanation.acting:
        said.append(_acting_sentence(one, unit))
    absent = [_absent_words(one, unit) for one in explanation.contributions if not one.acts]
    if absent:
        said.append(tr("Without effect here: {absent}.").format(absent="; ".join(absent)))
    said.append(tr("This is correlation, not cause."))
    return " ".join(said)


def is_own_past(landscape: float, around: float, here: float) -> bool:
    """Whether nearly all that is expected of a place is what was recorded in it."""
    return here > _MOSTLY_HERE * (landscape + around + here)


def history_sentence(landscape: float, around: float, here: float) -> str:
    """What terrain and history expect of a place, split into its parts."""
    total, *parts = sum_and_parts((landscape, around, here))
    said = tr(
        "Given terrain and history, {total} incidents are to be expected here in a period as long as the model's: "
        "{landscape} by the landscape, {around} by what was recorded around, {here} by what was recorded here."
    ).format(total=total, landscape=parts[0], around=parts[1], here=parts[2])
    if is_own_past(landscape, around, here):
        said += " " + tr("Nearly all of that is its own past: it says where again, and nothing of why.")
    return said


def _acting_sentence(one: Contribution, unit: str) -> str:
    variable = one.chosen.variable
    reach = f"{plain_number(variable.distance)} {unit}"
    is_known = variable.kind.is_length and one.measured is not None
    nearest = tr(" (nearest: {length})").format(length=_length(one.measured, unit)) if is_known else ""
    where = ""
    if one.share < 1:
        where = tr(" where it acts, in {percent} of the cells, and by {multiplier} for the place").format(
            percent=_percent(one.share), multiplier=digits(one.multiplier)
        )
    return tr(
        "{what} multiplies the score by {where_acts}{where}; without it the score would be {score_without}."
    ).format(
        what=variable.kind.acting_words(variable.shown, reach, nearest),
        where_acts=digits(one.where_acts),
        where=where,
        score_without=digits(one.score_without),
    )


def _absent_words(one: Contribution, unit: str) -> str:
    variable = one.chosen.variable
    if not variable.kind.is_length or one.measured is None:
        return influence_words(variable, unit)
    nearest = tr("no feature")
    if math.isfinite(one.measured):
        nearest = tr("nearest {length}").format(length=_length(one.measured, unit))
    return f"{influence_words(variable, unit)} ({nearest})"


def digits(value: float) -> str:
    """A number to two digits, as people say it: 2.2, 21, 0.48, 180."""
    return plain_number(float(f"{value:.{_DIGITS}g}"))


def _length(value: float, unit: str) -> str:
    return f"{plain_number(round(value))} {unit}"


def _percent(share: float) -> str:
    return f"{digits(100 * share)}%"
