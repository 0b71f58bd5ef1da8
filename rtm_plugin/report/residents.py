"""Who lives in or near flagged places as one page: sentences, charts, every figure, what it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from ..rounding import rounded
from ..translation import tr
from ..use import residents_words as words
from ..use.residents import Residents
from . import charts
from .content import ReportTable, with_limits
from .render import page_environment

_FOLDER = Path(__file__).resolve().parent
_DASHES = ("-", (0, (6, 2)), (0, (4, 1, 1, 1)), (0, (2, 1.5)))
# for the colour-blind, too (Okabe and Ito 2008); grey rather than their yellow, which is faint on white
_COLOURS = ("#000000", "#e69f00", "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", charts.GREY)
_MOST_CURVES = len(_COLOURS)  # groups that a reader can tell apart
_FARTHEST = 50.0  # a ratio beyond this, either way, is cut off at the edge of a chart


def render_residents(
    found: Residents, title: str, sources: Sequence[tuple[str, str]], command: str = "", driven_by: str = ""
) -> str:
    """A :class:`Residents` as HTML text that needs no other file; the same result gives the same text.

    Parameters
    ----------
    found : Residents
    title : str
    sources : sequence of (what, which)
        The layers that went in, and what is flagged.
    command : str
        What to type to make the same result again.
    driven_by : str
        What the ratios with and without each factor are of, where they are known.

    Raises
    ------
    MissingPackageError
        Jinja2 cannot be used. Without matplotlib the page comes without its charts, and says so.
    """
    drawn = not charts.why_none() and found.n_hidden < len(found.names)
    return (
        page_environment()
        .get_template("residents.html")
        .render(
            title=title,
            found=found,
            words=words,
            groups=words.group_sentences(found),
            no_charts=charts.why_none(),
            ratio_chart=ratio_chart(found) if drawn else "",
            curve_chart=curve_chart(found) if drawn and np.isfinite(found.curve).any() else "",
            curve_words=curve_words(found),
            table=group_table(found),
            drivers=driver_table(found),
            driven_by=driven_by,
            sources=sources,
            command=command,
            style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        )
    )


def group_table(found: Residents) -> ReportTable:
    """All people, and every group: how many there are, how many live there, share, ratio."""
    names = [tr("All people"), *found.names]
    if words.tells_nothing(found):
        counted = tuple((name, _people(people)) for name, people in zip(names, found.people))
        return ReportTable(tr("People in the study area"), (tr("Group"), tr("People")), counted, (1,))
    rows = []
    for place, name in enumerate(names):
        ratio = "" if place == 0 else _with_interval(found, place - 1)
        rows.append(
            (
                name,
                _people(found.people[place]),
                _people(found.inside[place]),
                _told(found.share[place], lambda share: f"{rounded(100 * share, 3)}%"),
                ratio,
            )
        )
    headers = (tr("Group"), tr("People"), tr("of these there"), tr("Share"), tr("Ratio to all people"))
    if found.area_near > found.area_flagged:
        caption = tr("People in the study area, and in or near flagged places; – is not told")
    else:
        caption = tr("People in the study area, and in flagged places; – is not told")
    return ReportTable(caption, headers, tuple(rows), (1, 2, 3, 4))


def driver_table(found: Residents) -> ReportTable | None:
    """Ratios with all factors, and with the relative risk value of each set to 1, of the groups of which one is told;
    None where there is none."""
    if found.drivers is None:
        return None
    every = [found.drivers.ratio, *(one.ratio for one in found.drivers.factors)]
    shown = np.flatnonzero(np.isfinite(every).any(axis=0)).tolist()
    if not shown:
        return None
    headers = (tr("Group"), tr("All factors"), *(one.factor for one in found.drivers.factors))
    rows = [
        (
            found.names[group],
            _told(found.drivers.ratio[group], words.times),
            *(_told(one.ratio[group], words.times) for one in found.drivers.factors),
        )
        for group in shown
    ]
    caption = tr("Ratio with all factors, and with the relative risk value of one factor set to 1")
    return ReportTable(caption, headers, tuple(rows), tuple(range(1, len(headers))))


def ratio_chart(found: Residents) -> str:
    """Ratios of the groups with their intervals, as SVG; groups that are not told are left out."""
    shown = [group for group in range(len(found.names)) if np.isfinite(found.ratio[group])]
    total, margin = 0.28 * len(shown), 0.55
    values = [_limits(found, group) for group in shown]
    with charts.drawing("ratios", 7.0, total + margin) as (figure, finish):
        axes = figure.add_axes((0.35, (margin - 0.08) / (total + margin), 0.40, total / (total + margin)))
        axes.set_xscale("log")
        lowest, highest = min(0.8, *(low for _, low, _ in values)), max(1.25, *(high for _, _, high in values))
        axes.set_xlim(lowest / 1.1, highest * 1.1)
        axes.set_ylim(len(shown) - 0.5, -0.5)
        axes.axvline(1, color=charts.GREY, linewidth=0.8)
        described = []
        for place, (group, (ratio, low, high)) in enumerate(zip(shown, values)):
            axes.plot((low, high), (place, place), color=charts.INK, linewidth=1.4, solid_capstyle="butt")
            axes.plot(ratio, place, "o", color=charts.INK, markersize=6)
            text = _with_interval(found, group)
            axes.annotate(
                text,
                (1.04, place),
                xycoords=axes.get_yaxis_transform(),
                va="center",
                fontsize=8.5,
                annotation_clip=False,
            )
            described.append(f"{found.names[group]}: {text}")
        labels = [charts.plain(charts.short_label(found.names[group])) for group in shown]
        axes.set_yticks(range(len(shown)), labels, fontsize=8.5)
        axes.tick_params(axis="y", length=0, pad=8)
        charts.log_ticks(axes.xaxis, lowest / 1.1, highest * 1.1, 8)
        axes.set_xlabel(tr("Share of the group over the share of all people"), fontsize=8.5)
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color="#dddddd", linewidth=0.5)
        axes.set_axisbelow(True)
        return finish(tr("Chart of the ratios. {described}.").format(described="; ".join(described)))


def _by_interest(found: Residents) -> list[int]:
    """Groups with a curve: clear differences first, then those of enough areas, then what lies farthest from 1."""
    logs = np.log(np.where(found.curve > 0, found.curve, 1.0))
    enough = found.areas >= words.FEW_AREAS
    clear = np.logical_or(*words.clear(found))
    order = np.lexsort((-np.abs(logs).max(axis=0), ~enough, ~clear)).tolist()
    return [group for group in order if np.isfinite(found.curve[:, group]).any()]


def curve_words(found: Residents) -> str:
    """Which groups the curves show, and by what rule."""
    n_curves, n_groups = len(_by_interest(found)), len(found.names)
    if n_curves <= _MOST_CURVES:
        if n_curves == n_groups:
            return tr("Shown are all groups.")
        return tr("Shown are the {n} of {all} groups of which a point is told.").format(n=n_curves, all=n_groups)
    return tr(
        "Shown are {most} of the {n} groups of which a point is told: of those of {fewest} or more areas first those "
        "whose interval does not hold 1, then the others; last those whose ratio is farthest from 1 anywhere."
    ).format(most=_MOST_CURVES, n=n_curves, fewest=words.FEW_AREAS)


def curve_chart(found: Residents) -> str:
    """How the ratios change with the share of the area that is flagged, as SVG."""
    shown = sorted(_by_interest(found)[:_MOST_CURVES])
    with charts.drawing("curve", 7.0, 3.4) as (figure, finish):
        axes = figure.add_axes((0.09, 0.14, 0.60, 0.82))
        values = np.clip(found.curve[:, shown], 1 / _FARTHEST, _FARTHEST)
        lowest, highest = min(0.8, np.nanmin(values)) / 1.1, max(1.25, np.nanmax(values)) * 1.1
        axes.set_yscale("log")
        axes.set_ylim(lowest, highest)
        axes.axhline(1, color=charts.GREY, linewidth=0.8)
        for number, group in enumerate(shown):
            axes.plot(
                100 * found.levels,
                values[:, number],
                color=_COLOURS[number],
                linewidth=1.4,
                linestyle=_DASHES[number % len(_DASHES)],
                marker="o",
                markersize=2.5,
                label=charts.plain(charts.short_label(found.names[group])),
            )
        axes.axvline(100 * found.area_flagged, color="#bbbbbb", linewidth=0.8, zorder=0)
        charts.log_ticks(axes.yaxis, lowest, highest, 8)
        axes.set_xlim(0, 100 * found.levels.max())
        axes.set_xlabel(tr("Percent of the area that is flagged, riskiest cells first"), fontsize=8.5)
        axes.set_ylabel(tr("Ratio to all people"), fontsize=8.5)
        axes.tick_params(axis="x", labelsize=8)
        axes.legend(fontsize=8, frameon=False, loc="center left", bbox_to_anchor=(1.01, 0.5))
        ends = "; ".join(
            f"{found.names[group]} {_told(found.curve[one, group], words.times)}"
            for group in shown
            for one in [int(np.argmax(np.isfinite(found.curve[:, group])))]
        )
        return finish(tr("Curves of the ratios, at the smallest share that is told: {ends}.").format(ends=ends))


def _limits(found: Residents, group: int) -> tuple[float, float, float]:
    """Ratio and interval within what a chart can show; the ratio alone where there is no interval."""
    ratio = found.ratio[group]
    low, high = found.low[group], found.high[group]
    low, high = (ratio, ratio) if np.isnan(low) else (low, high)
    ratio, low, high = (float(min(max(value, 1 / _FARTHEST), _FARTHEST)) for value in (ratio, low, high))
    return ratio, low, high


def _with_interval(found: Residents, group: int) -> str:
    ratio, low, high = found.ratio[group], found.low[group], found.high[group]
    if not np.isfinite(ratio):
        return "–"
    ratio, low, high = (words.times(value) if np.isfinite(value) else "" for value in (ratio, low, high))
    return with_limits(ratio, low, high) if low else ratio


def _people(value: float) -> str:
    return _told(value, lambda people: f"{people:,.0f}")


def _told(value: float, shown: Callable[[float], str]) -> str:
    return shown(value) if np.isfinite(value) else "–"
