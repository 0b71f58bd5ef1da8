"""Many models on one page: which factors matter in how many areas, and how strongly in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from ..names import listed, readable
from ..rounding import rounded
from ..translation import tr
from . import words
from .content import ReportTable, Units
from .render import page_environment

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel, SelectedVariable

_FOLDER = Path(__file__).resolve().parent
_STRONG = 4.0  # RRV from which a cell of the matrix has the full tint
_STEPS = 5


@dataclass(frozen=True)
class AreaRun:
    """What one run of a batch has found, or why it failed.

    Attributes
    ----------
    area, incidents : str
        Names of the study area and of the type of incidents.
    folder : str
        Its folder, from that of the batch, with ``/`` between the parts.
    files : tuple of str
        Names of what lies there.
    chosen : tuple of SelectedVariable
        By falling RRV.
    tried, absent : tuple of str
        Names of the factors that were offered, and of those without a feature within reach.
    n_incidents, n_cells : int or None
    problem : str
        Why it failed; empty where it did not.
    """

    area: str
    incidents: str
    folder: str
    files: tuple[str, ...] = ()
    chosen: tuple[SelectedVariable, ...] = ()
    tried: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    n_incidents: int | None = None
    n_cells: int | None = None
    problem: str = ""

    @property
    def by_factor(self) -> dict[str, SelectedVariable]:
        return {one.variable.factor: one for one in self.chosen}


@dataclass(frozen=True)
class FactorCount:
    """In how many areas one factor matters.

    Attributes
    ----------
    factor, shown : str
        Its name, and what people call it.
    n_areas, n_tried : int
        Areas in whose model it is, of those in which it was tried.
    typical : float
        Median of its RRV in these areas, of an even number of them the geometric mean of the two in the middle.
    low, high : float
        Its lowest and highest RRV.
    where : str
        Its most frequent operationalisation and distance in words, the first by these of several.
    n_where : int
        In how many areas it acts so.
    n_protective : int
        In how many of them it lowers the risk.
    """

    factor: str
    shown: str
    n_areas: int
    n_tried: int
    typical: float
    low: float
    high: float
    where: str
    n_where: int
    n_protective: int


def area_run(area: str, incidents: str, folder: str, files: Sequence[str], model: RiskTerrainModel) -> AreaRun:
    """What a run has found, from its model."""
    return AreaRun(
        area,
        incidents,
        folder,
        tuple(files),
        model.selected,
        tuple(spec.name for spec in model.specs),
        tuple(model.inputs.get("left_out", ())),
        model.n_incidents,
        model.frame.n_cells,
    )


def count_factors(runs: Sequence[AreaRun], units: Units) -> tuple[FactorCount, ...]:
    """The factors that are in some model: those of most areas first, then by falling typical RRV and by name."""
    found = []
    for factor in {one.variable.factor for run in runs for one in run.chosen}:
        chosen = [run.by_factor[factor] for run in runs if factor in run.by_factor]
        values = [one.rrv for one in chosen]
        ways = Counter((one.variable.operationalisation, one.variable.distance) for one in chosen)
        usual = min(ways, key=lambda way: (-ways[way], way))
        variable = next(
            one.variable for one in chosen if (one.variable.operationalisation, one.variable.distance) == usual
        )
        found.append(
            FactorCount(
                factor,
                variable.shown,
                len(chosen),
                sum(factor in run.tried for run in runs),
                exp(median(map(log, values))),
                min(values),
                max(values),
                words.where(variable, units),
                ways[usual],
                sum(one.variable.sign < 0 for one in chosen),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.n_areas, -one.typical, one.factor)))


def render_batch(
    runs: Sequence[AreaRun], title: str, units: Units, sources: Sequence[tuple[str, str]], command: str = ""
) -> str:
    """The runs of a batch as HTML text; the same runs give the same text.

    Parameters
    ----------
    runs : sequence of AreaRun
        In any order; types of incidents are shown in that of their first run, areas by name.
    title : str
    units : Units
    sources : sequence of (what, which)
        What went in.
    command : str
        What to type to make the same again.

    Raises
    ------
    MissingPackageError
        Jinja2 cannot be used.
    """
    types = list(dict.fromkeys(run.incidents for run in runs))
    parts = []
    for incidents in types:
        of_type = [run for run in runs if run.incidents == incidents]
        counted = count_factors(of_type, units)
        parts.append(
            {
                "incidents": incidents,
                "heading": readable(incidents) if len(types) > 1 else "",
                "sentence": _sentence(of_type, counted),
                "counts": _count_table(counted),
                "counted": counted,
                "nowhere": _nowhere(of_type, counted),
                "rows": [_matrix_row(run, counted, units) for run in sorted(of_type, key=lambda one: one.area)],
            }
        )
    return (
        page_environment()
        .get_template("batch.html")
        .render(
            title=title,
            summary=_summary(runs),
            parts=parts,
            failed=[run for run in runs if run.problem],
            sources=sources,
            command=command,
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def _summary(runs: Sequence[AreaRun]) -> str:
    n_failed = sum(bool(run.problem) for run in runs)
    if n_failed:
        return tr("{n} runs, of which {failed} failed: why is said below.").format(n=len(runs), failed=n_failed)
    return tr("{n} runs, all of which are complete.").format(n=len(runs))


def _sentence(runs: Sequence[AreaRun], counted: Sequence[FactorCount]) -> str:
    """What most areas have in common, in a sentence to quote."""
    n_done = sum(not run.problem for run in runs)
    if not n_done:
        return tr("No run is complete.")
    if not counted:
        if n_done == 1:
            return tr("No risk factor met the criteria in the one area that is complete.")
        return tr("No risk factor met the criteria in any of {n} areas.").format(n=n_done)
    most = counted[0]
    return tr(
        "The factor that matters in most areas is {factor}: in {n_areas} of {n_done}, with a typical relative risk "
        "value of {typical}, most often {where}."
    ).format(factor=most.shown, n_areas=most.n_areas, n_done=n_done, where=most.where, typical=rounded(most.typical))


def _nowhere(runs: Sequence[AreaRun], counted: Sequence[FactorCount]) -> str:
    """Which factors were tried and are in no model; '' where there is none."""
    names = sorted({name for run in runs for name in run.tried} - {one.factor for one in counted})
    if not names:
        return ""
    return tr("Tried, and in no area's model: {names}.").format(names=listed([readable(name) for name in names]))


def _count_table(counted: Sequence[FactorCount]) -> ReportTable:
    protects = any(one.n_protective for one in counted)
    return ReportTable(
        tr("Risk factors by the number of areas in whose model they are"),
        (
            tr("Risk factor"),
            tr("Areas"),
            tr("of those where it was tried"),
            tr("Typical RRV"),
            tr("Lowest to highest"),
            tr("Most often it acts"),
            *((tr("Lowers the risk in"),) if protects else ()),
        ),
        tuple(
            (
                one.shown,
                str(one.n_areas),
                str(one.n_tried),
                rounded(one.typical),
                rounded(one.low)
                if one.n_areas == 1
                else tr("{low} to {high}").format(low=rounded(one.low), high=rounded(one.high)),
                tr("{where} ({n} of {all})").format(where=one.where, n=one.n_where, all=one.n_areas),
                *((str(one.n_protective) if one.n_protective else "–",) if protects else ()),
            )
            for one in counted
        ),
        (1, 2, 3, 4, 6),
    )


def _matrix_row(run: AreaRun, counted: Sequence[FactorCount], units: Units) -> dict:
    cells = []
    for one in counted:
        chosen = run.by_factor.get(one.factor)
        if chosen is not None:
            strength = min(log(chosen.rrv) / log(_STRONG), 1.0)
            cells.append(
                {
                    "text": ("÷" if chosen.variable.sign < 0 else "") + rounded(chosen.rrv),
                    "where": words.where(chosen.variable, units),
                    "tint": max(1, round(_STEPS * strength)),
                }
            )
        elif one.factor in run.tried:
            cells.append({"text": "·", "where": tr("tried, and not in the model"), "tint": 0})
        else:
            cells.append({"text": "", "where": tr("no feature within reach"), "tint": 0})
    return {"run": run, "cells": cells}
