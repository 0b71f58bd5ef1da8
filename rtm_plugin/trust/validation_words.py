"""The validation in words."""

from __future__ import annotations

from ..names import listed
from ..rounding import signed
from ..translation import tr
from .validation import (
    CHANCE,
    HIGHEST_RISK,
    MEASURES,
    MODEL,
    PRIOR_COUNTS,
    Figure,
    Validation,
    best_baseline,
    headline,
)


def verdict(validation: Validation, model: str | None = None) -> str:
    """One plain sentence: who won at the headline level, by how much, and whether that is more than chance.

    The rival is the baseline (not chance, where there is another) that captured most at that level: a hard
    test, for it is chosen after the event.
    """
    model = model or validation.names(MODEL)[0]
    level = headline(validation)
    rival = best_baseline(validation, level)
    own, other = (validation.figure(name, MEASURES[0], level) for name in (model, rival))
    apart = validation.difference(model, rival, MEASURES[0], level)
    points = tr("{value} percentage points").format(value=signed(100 * apart.value))
    if apart.beyond_chance is None:
        outcome = tr("is ahead of") if apart.value > 0 else tr("is behind") if apart.value < 0 else tr("is level with")
        certainty = tr("whether that is more than chance was not examined")
    elif apart.beyond_chance:
        outcome = tr("wins against") if apart.value > 0 else tr("loses to")
        certainty = tr("more than chance ({interval})").format(interval=_interval(apart))
    else:
        outcome = tr("is level with")
        certainty = tr("no more than chance ({interval})").format(interval=_interval(apart))
    return tr(
        "{capital} {outcome} {rival}: in {level_words} it captures {value:.1f}% of the "
        "{n_incidents:,} later incidents against {rivals:.1f}%, a difference of {points}, "
        "{certainty}."
    ).format(
        capital=capital(model),
        outcome=outcome,
        rival=surface_words(rival),
        level_words=level_words(level),
        value=100 * own.value,
        n_incidents=validation.n_incidents,
        rivals=100 * other.value,
        points=points,
        certainty=certainty,
    )


def scoreboard(validation: Validation, model: str | None = None) -> str:
    """A sentence on all levels: where a model wins, is level and loses; empty without intervals."""
    model = model or validation.names(MODEL)[0]
    won, level_at, lost = [], [], []
    for level, _ in validation.levels:
        apart = validation.difference(model, best_baseline(validation, level), MEASURES[0], level)
        if apart.beyond_chance is None:
            return ""
        outcome = level_at if not apart.beyond_chance else won if apart.value > 0 else lost
        outcome.append(level_words(level) if level == HIGHEST_RISK else level)
    words = ((won, tr("wins at {levels}")), (level_at, tr("is level at {levels}")), (lost, tr("loses at {levels}")))
    parts = [text.format(levels=listed(levels)) for levels, text in words if levels]
    if best_baseline(validation, headline(validation)) == CHANCE:  # there is no other at any level
        return tr("Against chance, {model} {outcome}.").format(model=model, outcome=listed(parts))
    return tr("Against the best baseline of each level, {model} {outcome}.").format(model=model, outcome=listed(parts))


def left_out(validation: Validation) -> str:
    """A sentence on the later incidents that do not count."""
    if not validation.n_outside:
        where = tr("in no cell")
    elif not validation.n_in_no_cell:
        where = tr("outside the study area")
    else:
        where = tr("outside the study area or in no cell")
    return tr("{n_left_out:,} of {n_given:,} later incidents lie {where} and are left out.").format(
        n_left_out=validation.n_left_out, n_given=validation.n_incidents + validation.n_left_out, where=where
    )


def all_cells_count() -> str:
    """What counts where only a raster is known."""
    return tr(
        "No study area is given: incidents count in all cells of the risk terrain, also where those reach beyond the "
        "study area."
    )


def level_words(level: str) -> str:
    return tr("the highest-risk class") if level == HIGHEST_RISK else tr("{level} of the area").format(level=level)


def level_name(level: str) -> str:
    """A level at the head of a column: what is no percentage has a word."""
    return tr("highest-risk class") if level == HIGHEST_RISK else level


def surface_words(name: str) -> str:
    """What a surface is called: the simplest ways to rank cells have codes for names, others go by their own."""
    return {CHANCE: tr("chance"), PRIOR_COUNTS: tr("prior counts")}.get(name, name)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _interval(apart: Figure) -> str:
    return tr("95% interval {low} to {high} points").format(low=signed(100 * apart.low), high=signed(100 * apart.high))
