"""Where a model applies, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..translation import tr
from .explanation_words import digits, influence_words

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel
    from ..variables.factors import Variable
    from .applicability import Applicability

_MOST_NAMED = 3


def applicability_sentences(found: Applicability, model: RiskTerrainModel, unit: str = "map units") -> list[str]:
    """What differs from what the model has seen, and what that means for the scores; most important first."""
    n, outside = len(found.outside), int(found.outside.sum())
    if not found.variables:
        return [tr("The model has no risk factor, so there is nothing in which this place could differ from its own.")]
    if found.is_own:
        said = _of_own_cells(found, unit)
    elif not outside:
        said = [
            tr(
                "All {n} cells are like those that the model was fitted to: at least {fewest} of them had the same "
                "combination of factors, and all distances and densities are within theirs."
            ).format(n=f"{n:,}", fewest=found.fewest)
        ]
    else:
        said = [
            tr(
                "{outside} of {n} cells ({percent}) are unlike those that the model was fitted to: {unseen} have a "
                "combination of factors that fewer than {fewest} of these had, {beyond} lie beyond the distances or "
                "densities measured there."
            ).format(
                outside=f"{outside:,}",
                n=f"{n:,}",
                percent=_percent(outside / n),
                unseen=f"{int(found.unseen.sum()):,}",
                fewest=found.fewest,
                beyond=f"{int((found.beyond > 0).sum()):,}",
            ),
            tr("Of the fitted cells themselves {percent} have such a combination.").format(
                percent=_percent(found.fitted_outside)
            ),
            tr(
                "What makes most of the difference, and in how many of them: {drivers}. Their scores are extrapolated."
            ).format(drivers=_drivers(found.drivers, unit)),
        ]
    if found.above.any():
        said.append(
            tr(
                "{n_above} cells have a score above {highest}, the highest of the model's own study area: whether risk "
                "goes on multiplying there, nobody has seen."
            ).format(n_above=f"{int(found.above.sum()):,}", highest=digits(model.rrs_max))
        )
    return said


def _of_own_cells(found: Applicability, unit: str) -> list[str]:
    """Of the cells of the fit, which were seen: which of them have company, and what changed layers make new."""
    n, n_new, n_rare = len(found.outside), int(found.outside.sum()), int(found.rare.sum())
    said = []
    if not n_new:
        said.append(
            tr("These {n} cells are those that the model was fitted to: it has seen them all.").format(n=f"{n:,}")
        )
    if n_rare:
        said.append(
            tr(
                "{rare} of {n} cells ({percent}) have a combination of factors that was seen, but in fewer than "
                "{fewest} of the fitted cells: what the model says of them rests on few."
            ).format(rare=f"{n_rare:,}", n=f"{n:,}", percent=_percent(n_rare / n), fewest=found.fewest)
        )
    if n_new:
        said.append(
            tr(
                "With these layers {new} of {n} cells ({percent}) have a combination of factors that no cell had when "
                "the model was fitted, or lie beyond the distances or densities measured then. What makes most of the "
                "difference, and in how many of them: {drivers}. Their scores are extrapolated."
            ).format(
                new=f"{n_new:,}",
                n=f"{n:,}",
                percent=_percent(n_new / n),
                drivers=_drivers(found.drivers, unit),
            )
        )
    return said


def _drivers(drivers: list[tuple[Variable, int]], unit: str) -> str:
    """``bars, within 100 m (240); shops, within 50 m (70); and 2 more``."""
    said = [
        tr("{factor} ({n_cells})").format(factor=influence_words(variable, unit), n_cells=f"{n_cells:,}")
        for variable, n_cells in drivers[:_MOST_NAMED]
    ]
    if len(drivers) > _MOST_NAMED:
        said.append(tr("and {n} more").format(n=len(drivers) - _MOST_NAMED))
    return "; ".join(said)


def _percent(share: float) -> str:
    return f"{digits(100 * share)}%"
