"""The report's charts as SVG text, drawn by matplotlib: black and white, one look, the same bytes each time.

Texts stay texts, in the reader's own font; what people typed is never read as a formula.
"""

from __future__ import annotations

import re
import textwrap
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from io import StringIO
from math import ceil
from typing import TYPE_CHECKING, Any

from ..packages import why_not
from ..rounding import rounded_limit, sum_and_parts
from ..translation import tr
from ..variables.operationalisations import KINDS
from .content import rounded, with_limits
from .words import ratio, where

if TYPE_CHECKING:
    from ..model.risk_terrain_model import CandidateRecord, SelectedVariable
    from ..trust.intervals import QuotedIntervals
    from .content import Units


_STYLE = {
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "text.parse_math": False,
}
INK, GREY = "#111111", "#767676"
_DIGITS, _MORE_DIGITS = (1, 2, 5), (1, 1.5, 2, 3, 4, 5, 7)  # at which a logarithmic axis is labelled
_NARROW = 5.0  # highest over lowest value of an axis that has room for more labels
_FARTHEST = 1000.0  # a ratio beyond this, either way, is cut off at the edge
_LABEL_WIDTH, _NARROW_LABEL, _LABEL_LINES = 30, 22, 3  # letters, and lines
_LADDER_TICKS = 4
_LETTERS = 8.5  # points, of the words beside a chart
_BESIDE_AXES = 1.04  # where they begin, in widths of the axes


def why_none() -> str:
    """Why there are no charts, as a sentence for page and log; '' where there are. Tables stand for them."""
    problem = why_not("matplotlib")
    if not problem:
        return ""
    return tr(
        "The charts are left out, because the Python package 'matplotlib' {problem}; the tables hold their numbers."
    ).format(problem=problem)


def influence_chart(selected: Sequence, quoted: QuotedIntervals, units: Units, front: bool = False) -> str:
    """The selected variables with their ratios and 95% intervals, as SVG.

    Parameters
    ----------
    selected : sequence of SelectedVariable, not empty
    quoted : QuotedIntervals
    units : Units
    front : bool
        Drawn for half the width of a page, without the axis' words.
    """
    labels = [_label(chosen, units, _NARROW_LABEL if front else _LABEL_WIDTH) for chosen in selected]
    heights = [0.16 * (label.count("\n") + 1) + 0.12 for label in labels]
    total = sum(heights)
    middles = [sum(heights[:row]) + heights[row] / 2 for row in range(len(heights))]
    ratios = [[min(max(value, 1 / _FARTHEST), _FARTHEST) for value in ratio(chosen, quoted)] for chosen in selected]
    width, margin, left, share = (4.2, 0.3, 0.40, 0.30) if front else (7.0, 0.6, 0.35, 0.38)
    margin += 0.15 if quoted.beside and not front else 0.0
    said = [with_limits(f"{rounded(value)} ", rounded_limit(low), rounded_limit(high)) for value, low, high in ratios]
    with drawing("front" if front else "influence", width, total + margin) as (figure, finish):
        share = min(share, (1 - left - _widest(said) / width) / _BESIDE_AXES)  # the words beside are never cut
        axes = figure.add_axes((left, (margin - 0.1) / (total + margin), share, total / (total + margin)))
        axes.set_xscale("log")
        ends = [] if front else [_beside(chosen, quoted) for chosen in selected]
        lowest = min(1.0, *(low for _, low, _ in ratios), *(min(each) for each in ends if each))
        highest = max(1.0, *(high for _, _, high in ratios), *(max(each) for each in ends if each))
        axes.set_xlim(lowest / 1.15, highest * 1.15)
        axes.set_ylim(total, 0)
        axes.axvline(1, color=GREY, linewidth=0.8)
        for place, (chosen, middle, (value, low, high)) in enumerate(zip(selected, middles, ratios)):
            ink = GREY if quoted.is_in_doubt(chosen) else INK
            axes.plot((low, high), (middle, middle), color=ink, linewidth=1.4, solid_capstyle="butt")
            marker = "o" if chosen.variable.sign > 0 else "D"
            axes.plot(value, middle, marker, color=ink, markersize=6)
            if ends and ends[place]:  # below the line, to hide nothing
                below = middle + 0.09
                axes.plot(ends[place], [below] * len(ends[place]), color=GREY, linewidth=0.8)
                axes.plot(ends[place][0], below, marker, color=GREY, markersize=4)
                axes.plot(ends[place][-1], below, marker, markeredgecolor=INK, markerfacecolor="white", markersize=4)
            axes.annotate(
                said[place],
                (_BESIDE_AXES, middle),
                xycoords=axes.get_yaxis_transform(),
                va="center",
                fontsize=_LETTERS,
                annotation_clip=False,
            )
        axes.set_yticks(middles, [plain(label) for label in labels], fontsize=8.5)
        axes.tick_params(axis="y", length=0, pad=8)
        log_ticks(axes.xaxis, lowest / 1.15, highest * 1.15, 8)
        if not front:
            scale = tr("Times the expected incidents of an otherwise equal cell")
            if quoted.beside:
                scale = tr(
                    "{said}\n(below the lines: from without to beside a smooth surface of what cells share, hollow)"
                ).format(said=scale)
            axes.set_xlabel(scale, fontsize=8.5)
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color="#dddddd", linewidth=0.5)
        axes.set_axisbelow(True)
        description = "; ".join(
            f"{label.replace(chr(10), ' ')}: {with_limits(rounded(value), rounded_limit(low), rounded_limit(high))}"
            for label, (value, low, high) in zip(labels, ratios)
        )
        return finish(tr("Chart of the risk factors in the model. {description}.").format(description=description))


def _widest(texts: Sequence[str]) -> float:
    """Inches that the widest of the texts beside a chart needs, and a letter's width to spare."""
    from matplotlib.textpath import TextPath

    return (max(TextPath((0, 0), text, size=_LETTERS).get_extents().x1 for text in texts) + _LETTERS) / 72


def _beside(chosen: SelectedVariable, quoted: QuotedIntervals) -> list[float]:
    """The ratio of a variable without and beside a smooth surface, as far as these were looked at."""
    row = quoted.beside.get(chosen.variable.name, {})
    ratios = [row[key] ** chosen.variable.sign for key in ("rrv_unshared", "rrv_beside") if key in row]
    return [min(max(one, 1 / _FARTHEST), _FARTHEST) for one in ratios]


def waterfall_chart(base: float, steps: Sequence[tuple[SelectedVariable, float]], units: Units) -> str:
    """How a place's score comes about: from that of a cell where nothing acts, factor by factor, as SVG.

    Parameters
    ----------
    base : float
        Relative risk score where nothing acts.
    steps : sequence of (SelectedVariable, float)
        What acts, and what it multiplies the score by: base times all of them is the place's score.
    units : Units
    """
    labels = [tr("Nothing acts"), *(_label(chosen, units, _NARROW_LABEL) for chosen, _ in steps), tr("This place")]
    heights = [0.16 * (label.count("\n") + 1) + 0.14 for label in labels]
    total = sum(heights)
    middles = [sum(heights[:row]) + heights[row] / 2 for row in range(len(heights))]
    scores = [base]
    for _, multiplier in steps:
        scores.append(scores[-1] * multiplier)
    said = [rounded(base), *(f"×{rounded(multiplier)}" for _, multiplier in steps), rounded(scores[-1])]
    margin = 0.3
    with drawing("waterfall", 4.2, total + margin) as (figure, finish):
        axes = figure.add_axes((0.42, (margin - 0.05) / (total + margin), 0.44, total / (total + margin)))
        axes.set_xscale("log")
        low, high = min(scores) / 1.25, max(scores) * 1.25
        axes.set_xlim(low, high)
        axes.set_ylim(total, 0)
        for row, (before, after) in enumerate(zip(scores, scores[1:]), 1):
            left, width = min(before, after), abs(after - before)
            fill = INK if after >= before else "white"
            axes.barh(middles[row], width, 0.2, left, color=fill, edgecolor=INK, linewidth=0.8)
            axes.plot((before, before), (middles[row - 1], middles[row]), color=GREY, linewidth=0.6, zorder=0)
        last = middles[-2:] if steps else middles[:1] + middles[-1:]
        axes.plot((scores[-1], scores[-1]), last, color=GREY, linewidth=0.6, zorder=0)
        axes.plot(scores[0], middles[0], "o", color=INK, markersize=5)
        axes.plot(scores[-1], middles[-1], "D", color=INK, markersize=5)
        for middle, text in zip(middles, said):
            axes.annotate(
                text,
                (1.03, middle),
                xycoords=axes.get_yaxis_transform(),
                va="center",
                fontsize=8.5,
                annotation_clip=False,
            )
        axes.set_yticks(middles, [plain(label) for label in labels], fontsize=8.5)
        axes.tick_params(axis="y", length=0, pad=8)
        log_ticks(axes.xaxis, low, high, 8)
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color="#dddddd", linewidth=0.5)
        axes.set_axisbelow(True)
        pairs = "; ".join(f"{label.replace(chr(10), ' ')}: {text}" for label, text in zip(labels, said))
        return finish(tr("Chart of how the score comes about. {pairs}.").format(pairs=pairs))


def parts_chart(landscape: float, around: float, here: float) -> str:
    """What the incidents to be expected at a place are made up of, as a bar in three parts, as SVG."""
    parts = (
        (tr("landscape"), landscape, INK),
        (tr("around"), around, GREY),
        (tr("here"), here, "white"),
    )
    with drawing("parts", 4.2, 0.62) as (figure, finish):
        axes = figure.add_axes((0.04, 0.45, 0.92, 0.30))
        axes.set_xlim(0, max(landscape + around + here, 1e-9))
        axes.set_axis_off()
        left = 0.0
        for _, value, fill in parts:
            axes.barh(0, value, 0.8, left, color=fill, edgecolor=INK, linewidth=0.8)
            left += value
        values = sum_and_parts([value for _, value, _ in parts])[1:]
        said = [f"{words} {value}" for (words, _, _), value in zip(parts, values)]
        x, room = 0.04, [len(text) + 4 for text in said]  # characters, with the square before them
        for (_, _, fill), text, taken in zip(parts, said, room):
            look = {"color": fill, "markeredgecolor": INK, "markersize": 6, "clip_on": False}
            axes.plot(x, -0.9, "s", transform=axes.transAxes, **look)
            where_to = {"xycoords": "axes fraction", "va": "center", "annotation_clip": False}
            axes.annotate(text, (x + 0.03, -0.9), fontsize=8.5, **where_to)
            x += 0.96 * taken / sum(room)
        return finish(tr("Chart of the incidents to be expected: {parts}.").format(parts="; ".join(said)))


def ladder_chart(number: int, records: list[CandidateRecord], limits: tuple[float, float], units: Units) -> str:
    """One factor's ladder: the RRV that each of its variables has alone, by distance, as SVG.

    Parameters
    ----------
    number : int
        Of the factor, for the ids in the SVG.
    records : sequence of CandidateRecord of one factor
    limits : (low, high)
        Of the RRV axis, shared by all factors so that the charts can be compared.
    units : Units
    """
    with drawing(f"ladder{number}", 2.5, 1.75) as (figure, finish):
        axes = figure.add_axes((0.15, 0.22, 0.80, 0.72))
        axes.set_yscale("log")
        axes.set_ylim(*limits)
        axes.axhline(1, color=GREY, linewidth=0.8)
        distances = sorted({record.variable.distance for record in records})
        for kind in KINDS.values():
            rungs = [
                (record, min(max(record.single_rrv, limits[0]), limits[1]))
                for record in records
                if record.variable.kind == kind and record.single_rrv is not None
            ]
            rungs.sort(key=lambda rung: rung[0].variable.distance)
            axes.plot(
                [record.variable.distance for record, _ in rungs],
                [rrv for _, rrv in rungs],
                color=INK,
                linewidth=0.9,
                linestyle=(0, kind.dashes) if kind.dashes else "-",
                clip_on=False,
            )
            for record, rrv in rungs:
                place = record.variable.distance, rrv
                fill = INK if record.survived else "white"
                axes.plot(
                    *place,
                    kind.marker,
                    color=fill,
                    markeredgecolor=INK,
                    markeredgewidth=0.8,
                    markersize=4,
                    clip_on=False,
                )
                if record.selected:
                    axes.plot(
                        *place,
                        "o",
                        color="none",
                        markeredgecolor=INK,
                        markeredgewidth=1.2,
                        markersize=10,
                        clip_on=False,
                    )
        span = (distances[-1] - distances[0]) or distances[0]
        axes.set_xlim(distances[0] - 0.06 * span, distances[-1] + 0.06 * span)
        shown = distances[:: -max(1, ceil(len(distances) / _LADDER_TICKS))]
        axes.set_xticks(shown, [f"{distance:.9g}" for distance in shown], fontsize=7)
        log_ticks(axes.yaxis, *limits, 7)
        axes.set_xlabel(tr("Distance ({unit})").format(unit=units.name), fontsize=7, labelpad=2)
        return finish(
            tr("Relative risk value alone, by distance: {ladder_words}.").format(
                ladder_words=_ladder_words(records, units)
            )
        )


def ladder_limits(records: tuple[CandidateRecord, ...]) -> tuple[float, float]:
    """Limits (low, high) of the RRV axis that hold every record, however far the outliers."""
    values = [record.single_rrv for record in records if record.single_rrv]
    return max(min([0.8, *values]) / 1.1, 1 / _FARTHEST), min(max([2.0, *values]) * 1.15, _FARTHEST)


def _ladder_words(records: list[CandidateRecord], units: Units) -> str:
    in_model = tr(" (in the model)")
    return "; ".join(
        f"{where(record.variable, units)} {rounded(record.single_rrv)}{in_model if record.selected else ''}"
        for record in records
    )


def short_label(name: str, width: int = _LABEL_WIDTH, lines: int = 1) -> str:
    """A name on so many short lines, whatever somebody called it."""
    return "\n".join(textwrap.wrap(name, width, max_lines=lines, placeholder=" …", break_on_hyphens=False) or [name])


def _label(chosen: SelectedVariable, units: Units, width: int = _LABEL_WIDTH) -> str:
    """Name and reach of a variable on a few short lines."""
    name = short_label(chosen.variable.shown, width, _LABEL_LINES)
    protects = tr(", protective") if chosen.variable.sign < 0 else ""
    return f"{name}\n{where(chosen.variable, units)}{protects}"


def plain(text: str) -> str:
    """Text that matplotlib does not read as a formula: before 3.6 only a backslash keeps it from that."""
    import matplotlib

    return text if "text.parse_math" in matplotlib.rcParams else text.replace("$", r"\$")


def log_ticks(axis: Any, low: float, high: float, size: int) -> None:
    """Label a logarithmic axis with plain numbers."""
    from matplotlib.ticker import FixedLocator, NullLocator

    digits = _MORE_DIGITS if high / low < _NARROW else _DIGITS
    ticks = [digit * 10.0**power for power in range(-3, 4) for digit in digits]
    inside = [tick for tick in ticks if low <= tick <= high]
    axis.set_major_locator(FixedLocator(inside))
    axis.set_minor_locator(NullLocator())
    axis.set_ticklabels([f"{tick:g}" for tick in inside], fontsize=size)


@contextmanager
def drawing(name: str, width: float, height: float) -> Iterator[tuple[Any, Callable]]:
    """A figure (inches), and the function that makes it SVG with a description for who cannot see it."""
    import matplotlib
    from matplotlib.figure import Figure

    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        known = {key: value for key, value in _STYLE.items() if key in matplotlib.rcParams}
        matplotlib.rcParams.update({**known, "svg.hashsalt": name})
        figure = Figure(figsize=(width, height))

        def finish(description: str) -> str:
            text = StringIO()
            with warnings.catch_warnings():  # signs that our font lacks are shown in the reader's
                warnings.filterwarnings("ignore", "Glyph .* missing")
                figure.savefig(text, format="svg", metadata={"Date": None}, transparent=True)
            return _inline(text.getvalue(), name, description)

        yield figure, finish


def _inline(svg: str, name: str, description: str) -> str:
    """An SVG file as part of a page: no prolog, style or data of its own, ids that are unique there."""
    svg = svg[svg.index("<svg") :]
    for part in ("metadata", "style"):
        svg = re.sub(rf"<{part}\b.*?</{part}>", "", svg, count=1, flags=re.DOTALL)
    svg = re.sub(r"<[^>]+>", lambda tag: re.sub(r'(\bid="|xlink:href="#|url\(#)', rf"\g<1>{name}-", tag.group()), svg)
    return svg.replace("<svg ", f'<svg aria-label="{escape(description)}" role="img" ', 1)
