"""Many models on one page: which factors matter in how many areas, and how strongly in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from math import exp, log
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from ..names import listed, readable
from ..rounding import plain_number, rounded, rounded_limit
from ..translation import tr
from ..trust.intervals import QuotedIntervals, quoted_intervals
from ..variables.operationalisations import KINDS
from . import words
from .content import ReportTable, Units
from .render import page_environment

if TYPE_CHECKING:
    from ..model.risk_terrain_model import RiskTerrainModel, SelectedVariable
    from ..model.settings import Settings
    from ..variables.factors import Variable

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
    quoted : QuotedIntervals
        What is quoted of the relative risk values.
    later_from : str
        The day from which on incidents are not in the model, but judge it; empty where all are.
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
    quoted: QuotedIntervals = field(default_factory=partial(QuotedIntervals, False, {}))
    later_from: str = ""
    problem: str = ""

    @property
    def by_factor(self) -> dict[str, SelectedVariable]:
        return {one.variable.factor: one for one in self.chosen}

    @property
    def strongest(self) -> SelectedVariable | None:
        """The variable of the highest RRV, of those not in doubt if there are any; None where there is none."""
        return max(self.chosen, key=lambda one: (not self.quoted.is_in_doubt(one), one.rrv), default=None)


@dataclass(frozen=True)
class FactorCount:
    """In how many areas one factor matters.

    Attributes
    ----------
    factor, shown : str
        Its name, and what people call it.
    n_areas, n_tried : int
        Areas in whose model it is, of those in which it was tried.
    median : float or None
        That of its RRV in the areas where it is not in doubt, of an even number of them the geometric mean of the two
        in the middle; None where it is in doubt in all.
    low, high : float or None
        Its lowest and highest RRV there.
    where : str
        How it acts, in words: in how many areas as it does most often, or where no way is more frequent than all
        others, in how many by each kind of influence, and how far.
    n_protective : int
        In how many of them it lowers the risk.
    n_in_doubt : int
        In how many of them it is in doubt: see :meth:`.QuotedIntervals.is_in_doubt`.
    """

    factor: str
    shown: str
    n_areas: int
    n_tried: int
    median: float | None
    low: float | None
    high: float | None
    where: str
    n_protective: int
    n_in_doubt: int


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
        quoted_intervals(model),
        model.inputs.get("later_from", ""),
    )


def count_factors(runs: Sequence[AreaRun], units: Units) -> tuple[FactorCount, ...]:
    """The factors that are in some model: those of most areas first, then by falling median RRV and by name."""
    found = []
    for factor in {one.variable.factor for run in runs for one in run.chosen}:
        with_it = [run for run in runs if factor in run.by_factor]
        chosen = [run.by_factor[factor] for run in with_it]
        doubts = [run.quoted.is_in_doubt(one) for run, one in zip(with_it, chosen)]
        values = [one.rrv for one, is_in_doubt in zip(chosen, doubts) if not is_in_doubt]
        found.append(
            FactorCount(
                factor,
                chosen[0].variable.shown,
                len(chosen),
                sum(factor in run.tried for run in runs),
                exp(median(map(log, values))) if values else None,
                min(values, default=None),
                max(values, default=None),
                _where([one.variable for one in chosen], units),
                sum(one.variable.sign < 0 for one in chosen),
                sum(doubts),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.n_areas, -(one.median or 0.0), one.factor)))


def _where(variables: Sequence[Variable], units: Units) -> str:
    """How one factor acts in several areas."""
    ways = Counter((one.operationalisation, one.distance) for one in variables)
    (usual, n_usual), *others = ways.most_common()
    n_areas = len(variables)
    if not others or n_usual > others[0][1]:
        variable = next(one for one in variables if (one.operationalisation, one.distance) == usual)
        if not others:
            return words.where(variable, units)
        return tr("most often {where}, in {n} of {all}").format(
            where=words.where(variable, units), n=n_usual, all=n_areas
        )
    kinds = Counter(one.operationalisation for one in variables)
    said = ", ".join(KINDS[kind].count_words(kinds[kind], n_areas) for kind in KINDS if kind in kinds)
    distances = [one.distance for one in variables]
    reach = units.length(max(distances))
    if min(distances) < max(distances):
        reach = tr("{low} to {high}").format(low=plain_number(round(min(distances), 1)), high=reach)
    return f"{said}; {reach}"


def render_batch(runs: Sequence[AreaRun], title: str, units: Units, sources: Sequence[tuple[str, str]]) -> str:
    """The runs of a batch as HTML text; the same runs give the same text.

    Parameters
    ----------
    runs : sequence of AreaRun
        In any order; types of incidents are shown in that of their first run, areas by name.
    title : str
    units : Units
    sources : sequence of (what, which)
        What went in.

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
                "counts": _count_table(counted, units),
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
            judged=_judged(runs),
            parts=parts,
            failed=[run for run in runs if run.problem],
            sources=sources,
            command="",
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def _summary(runs: Sequence[AreaRun]) -> str:
    n_failed = sum(bool(run.problem) for run in runs)
    if n_failed:
        return tr("{n} runs, of which {failed} failed: why is said below.").format(n=len(runs), failed=n_failed)
    return tr("{n} runs, all of which are complete.").format(n=len(runs))


def _judged(runs: Sequence[AreaRun]) -> str:
    """Where models are made from a part of the incidents, which; '' where they are made from all."""
    days = sorted({run.later_from for run in runs if run.later_from})
    if not days:
        return ""
    said = (
        tr("The models are made from the incidents before {day}, and judged by those from then on.").format(day=days[0])
        if len(days) == 1
        else tr(
            "Each model is made from the incidents before a day of its own ({first} to {last}), and judged by those "
            "from then on."
        ).format(first=days[0], last=days[-1])
    )
    return said + " " + tr("Each report says how well its model foretells them.")


def _sentence(runs: Sequence[AreaRun], counted: Sequence[FactorCount]) -> str:
    """What most areas have in common, in a sentence to quote."""
    n_done = sum(not run.problem for run in runs)
    if not n_done:
        return tr("No run is complete.")
    if not counted:
        if n_done == 1:
            return tr("No risk factor met the criteria in the one area that is complete.")
        return tr("No risk factor met the criteria in any of {n} areas.").format(n=n_done)
    most = [one for one in counted if one.n_areas == counted[0].n_areas]
    if len(most) == 1 and most[0].median is not None:
        (one,) = most
        return tr(
            "Found in more areas than any other factor: {factor}, in {n_areas} of {n_done}, with a median relative "
            "risk value of {median}; {where}."
        ).format(factor=one.shown, n_areas=one.n_areas, n_done=n_done, median=_signed(one), where=one.where)
    if n_done > 1 and most[0].n_areas == 1:
        return tr("No factor is found in more than one of {n} areas.").format(n=n_done)
    return tr("Found in more areas than any other factor: {factors}, each in {n_areas} of {n_done}.").format(
        factors=listed([one.shown for one in most]), n_areas=most[0].n_areas, n_done=n_done
    )


def _signed(one: FactorCount) -> str:
    """Median of the relative risk values, with ÷ where the factor lowers the risk."""
    return ("÷" if one.n_protective == one.n_areas else "") + rounded(one.median)


def _nowhere(runs: Sequence[AreaRun], counted: Sequence[FactorCount]) -> str:
    """Which factors were tried and are in no model; '' where there is none."""
    names = sorted({name for run in runs for name in run.tried} - {one.factor for one in counted})
    if not names:
        return ""
    return tr("Tried, and in no area's model: {names}.").format(names=listed([readable(name) for name in names]))


def _count_table(counted: Sequence[FactorCount], units: Units) -> ReportTable:
    doubts, protects = any(one.n_in_doubt for one in counted), any(one.n_protective for one in counted)
    headers = (
        tr("Risk factor"),
        tr("Areas"),
        tr("of those where it was tried"),
        *((tr("In doubt in"),) if doubts else ()),
        *((tr("Lowers the risk in"),) if protects else ()),
        tr("Median RRV"),
        tr("Lowest to highest"),
        tr("How it acts"),
    )
    rows = tuple(
        (
            one.shown,
            str(one.n_areas),
            str(one.n_tried),
            *((_or_dash(one.n_in_doubt),) if doubts else ()),
            *((_or_dash(one.n_protective),) if protects else ()),
            rounded(one.median),
            rounded(one.low)
            if one.low == one.high
            else tr("{low} to {high}").format(low=rounded(one.low), high=rounded(one.high)),
            _unbroken(one.where, units),
        )
        for one in counted
    )
    caption = tr("Risk factors by the number of areas in whose model they are")
    return ReportTable(caption, headers, rows, tuple(range(1, len(headers) - 1)))


def _unbroken(text: str, units: Units) -> str:
    """A text whose lengths stay on one line."""
    return text.replace(f" {units.name}", f"\N{NO-BREAK SPACE}{units.name}")


def _or_dash(number: int) -> str:
    return str(number) if number else "–"


def _matrix_row(run: AreaRun, counted: Sequence[FactorCount], units: Units) -> dict:
    cells = []
    for one in counted:
        chosen = run.by_factor.get(one.factor)
        cell = {"text": "", "where": "", "interval": "", "left": "", "doubt": False, "tint": 0, "hint": ""}
        if chosen is not None:
            cell["doubt"] = run.quoted.is_in_doubt(chosen)
            strength = min(log(run.quoted.left_of(chosen)) / log(_STRONG), 1.0)
            cell["text"] = ("÷" if chosen.variable.sign < 0 else "") + rounded(chosen.rrv)
            cell["where"] = _unbroken(words.where(chosen.variable, units), units)
            cell["interval"] = _interval(run, chosen)
            if run.quoted.hardly_stood_out(chosen):
                cell["left"] = tr("shrunken {value}").format(value=rounded(run.quoted.left_of(chosen)))
            cell["tint"] = 0 if cell["doubt"] else max(1, round(_STEPS * strength))
        elif one.factor in run.tried:
            cell["text"], cell["hint"] = "·", tr("tried, and not in the model")
        else:
            cell["hint"] = tr("no feature within reach")
        cells.append(cell)
    return {"run": run, "cells": cells}


def settings_words(settings: Settings, units: Units) -> str:
    """What the models were made with, in a line."""
    said = tr(
        "blocks of {block}, cells of {cell}; count models {families}; largest p-value {p_limit}; seed {seed}"
    ).format(
        block=units.length(settings.block_length),
        cell=units.length(settings.cell_size),
        families=", ".join(settings.families),
        p_limit=plain_number(settings.p_limit),
        seed=settings.seed,
    )
    if settings.spatial_test == "none":
        return said
    return tr("{settings}; with the spatial test by random shifts").format(settings=said)


def _interval(run: AreaRun, chosen: SelectedVariable) -> str:
    """The 95% interval of a relative risk value; '' where it is not known."""
    if chosen.variable.name not in run.quoted.limits:
        return ""
    low, high = run.quoted.limits[chosen.variable.name]
    return tr("{low} to {high}").format(low=rounded_limit(low), high=rounded_limit(high))
