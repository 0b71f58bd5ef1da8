"""The validation as one page: who won, the capture curve, every figure beside its baselines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..rounding import signed
from ..translation import tr
from ..trust import validation as figures
from ..trust.validation import Figure, Validation
from ..trust.validation_words import capital, left_out, level_name, level_words, scoreboard, surface_words, verdict
from . import charts
from .content import ReportTable, Section, rounded, with_limits
from .render import page_environment

_FOLDER = Path(__file__).resolve().parent
_FARTHEST = 0.3  # share of the area that the chart shows: nobody patrols more
_DASHES = ("-", (0, (6, 2)), (0, (4, 1, 1, 1)), (0, (2, 1.5)), (0, (1, 1)))


@dataclass(frozen=True)
class FigureTable:
    """A table: ``rows`` are (name, cells), a cell being (text, interval, whether it is beyond chance)."""

    caption: str
    headers: tuple
    rows: tuple


def render_validation(result: Validation, title: str, sources: Sequence[tuple[str, str]], command: str = "") -> str:
    """A :class:`Validation` as HTML text that needs no other file; the same result gives the same text.

    Parameters
    ----------
    result : Validation
    title : str
    sources : sequence of (what, which)
        The layers that went in.
    command : str
        What to type to make the same result again.

    Raises
    ------
    MissingPackageError
        Jinja2 cannot be used. Without matplotlib the page comes without its chart, and says so.
    """
    return (
        page_environment()
        .get_template("validation.html")
        .render(
            title=title,
            result=result,
            left_out=left_out(result) if result.n_left_out else "",
            verdicts=[(verdict(result, name), scoreboard(result, name)) for name in result.names(figures.MODEL)],
            no_charts=charts.why_none(),
            chart="" if charts.why_none() else capture_chart(result),
            tables=tables(result),
            sources=sources,
            command=command,
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def tables(result: Validation) -> tuple[FigureTable, ...]:
    """One table for each measure, of every surface at every level, and one of the differences in hit rate."""
    levels = [name for name, _ in result.levels]
    headers = tuple(
        name if name.endswith("%") else f"{capital(level_name(name))} ({100 * share:.1f}%)"
        for name, share in result.levels
    )
    names = [surface.name for surface in result.surfaces]
    apart = [
        (
            tr("{model} minus {other}").format(model=capital(model), other=surface_words(other)),
            [result.difference(model, other, "hit rate", level) for level in levels],
        )
        for model in result.names(figures.MODEL)
        for other in names
        if any((one.surface, one.minus) == (model, other) for one in result.differences)
    ]
    hit, pai, pei, recovery = (
        [(capital(surface_words(name)), [result.figure(name, measure, level) for level in levels]) for name in names]
        for measure in figures.MEASURES
    )
    auc = [(capital(surface_words(name)), [result.figure(name, figures.AUC)]) for name in names]
    return (
        _table(tr("Hit rate: percent of the incidents, by flagged area"), headers, hit, _percent),
        _table(tr("Difference in hit rate, in points; bold where it is more than chance"), headers, apart, _points),
        _table(tr("PAI: hit rate over share of area; 1 is chance"), headers, pai, rounded),
        _table(tr("PEI: PAI over the best that was possible"), headers, pei, rounded),
        _table(tr("Recovery rate: predicted over observed incidents"), headers, recovery, rounded),
        _table(tr("AUC: chance that a cell with incidents outranks one without"), ("AUC",), auc, _three),
    )


def _table(
    caption: str,
    headers: tuple[str, ...],
    rows: Sequence[tuple[str, Sequence[Figure]]],
    shown: Callable[[float], str],
) -> FigureTable:
    cells = tuple((name, tuple(_cell(one, shown) for one in row)) for name, row in rows)
    return FigureTable(caption, headers, cells)


def _cell(figure: Figure, shown: Callable[[float], str]) -> tuple[str, str, bool]:
    if not np.isfinite(figure.value):
        return "–", "", False
    interval = ""
    if np.isfinite(figure.low):
        interval = tr("{low} to {high}").format(low=shown(figure.low), high=shown(figure.high))
    return shown(figure.value), interval, bool(figure.minus and figure.beyond_chance)


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


def _points(value: float) -> str:
    return signed(100 * value)


def _three(value: float) -> str:
    return f"{value:.3f}"


def capture_chart(result: Validation) -> str:
    """Capture curves of all surfaces as SVG: black for what is judged, grey for the baselines."""
    with charts.drawing("capture", 7.0, 4.0) as (figure, finish):
        axes = figure.add_axes((0.09, 0.12, 0.88, 0.85))
        styles = {figures.MODEL: iter(_DASHES * 9), figures.BASELINE: iter(_DASHES * 9)}
        top = 0.0
        for surface in result.surfaces:
            share, captured = result.curves[surface.name]
            inside = share <= _FARTHEST
            top = max(top, captured[inside].max())
            model = surface.role == figures.MODEL
            axes.plot(
                100 * share[inside],
                100 * captured[inside],
                color=charts.INK if model else charts.GREY,
                linewidth=2.0 if model else 1.1,
                linestyle=next(styles[surface.role]),
                label=charts.plain(capital(surface_words(surface.name))),
            )
        for _, share in result.levels:
            if share < _FARTHEST:
                axes.axvline(100 * share, color="#dddddd", linewidth=0.6, zorder=0)
        axes.set_xlim(0, 100 * _FARTHEST)
        axes.set_ylim(0, 105 * top)
        axes.set_xlabel(tr("Percent of the area, riskiest cells first"), fontsize=8.5)
        axes.set_ylabel(tr("Percent of the later incidents"), fontsize=8.5)
        axes.tick_params(labelsize=8)
        axes.legend(fontsize=8, frameon=False, loc="lower right")
        level, _ = result.levels[-1]
        captured = "; ".join(
            f"{surface_words(surface.name)} {_percent(result.figure(surface.name, 'hit rate', level).value)}%"
            for surface in result.surfaces
        )
        return finish(
            tr("Capture curves. Captured in {level_words}: {captured}.").format(
                level_words=level_words(level), captured=captured
            )
        )


def section(result: Validation, later_from: str) -> Section:
    """The validation as a part of a model's report."""
    levels = [name for name, _ in result.levels]
    rows = tuple(
        (
            capital(surface_words(surface.name)),
            *(_in_brackets(result.figure(surface.name, "hit rate", level)) for level in levels),
        )
        for surface in result.surfaces
    )
    return Section(
        tr("Judged by what happened later"),
        (
            tr("The model was made from the incidents before {later_from} only, and judged by the later ones.").format(
                later_from=later_from
            ),
            *([left_out(result)] if result.n_left_out else []),
            *(f"{verdict(result, name)} {scoreboard(result, name)}".strip() for name in result.names(figures.MODEL)),
            tr(
                "A risk terrain is made to say why places are risky. For saying where incidents happen next, "
                "past incidents are hard to beat."
            ),
        ),
        (
            ReportTable(
                tr("Percent of the {n_incidents:,} later incidents, by flagged area (95% interval)").format(
                    n_incidents=result.n_incidents
                ),
                (tr("Ranked by"), *(capital(level_name(level)) for level in levels)),
                rows,
                tuple(range(1, len(levels) + 1)),
            ),
        ),
    )


def _in_brackets(figure: Figure) -> str:
    if not np.isfinite(figure.low):
        return _percent(figure.value)
    return with_limits(_percent(figure.value), _percent(figure.low), _percent(figure.high))
