"""From a report's values to one HTML page that needs nothing else: no network, no script, no other file."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..packages import require
from ..rounding import plain_number, sum_and_parts
from ..translation import tr
from ..trust.intervals import QuotedIntervals, alike_rows, quoted_intervals
from ..variables.factors import direction_words
from ..variables.operationalisations import KINDS
from . import charts, words
from .content import rounded
from .small_counts import printable_records

if TYPE_CHECKING:
    from ..model.risk_terrain_model import CandidateRecord
    from .content import MapPicture, Report


_FOLDER = Path(__file__).resolve().parent
_FRONT_FACTORS = 5
_PICTURE_START = "data:image/png;base64,"


def page_environment() -> Any:
    """Jinja2's environment for this folder's pages: everything escaped, nothing undefined passed over.

    Raises :class:`MissingPackageError` where Jinja2 cannot be used.
    """
    require("jinja2", tr("The report"))
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        loader=FileSystemLoader(_FOLDER),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(rounded=rounded, plain=plain_number)
    translate = tr
    environment.install_gettext_callables(  # type: ignore[attr-defined] # the extension adds it
        translate, lambda one, many, n: translate(one if n == 1 else many), newstyle=True
    )
    return environment


def render_report(report: Report) -> str:
    """The report as HTML text; the same report gives the same text.

    Parameters
    ----------
    report : Report

    Returns
    -------
    str

    Raises
    ------
    MissingPackageError
        Jinja2 cannot be used. Without matplotlib the page comes with tables in place of charts, and says so.
    """
    environment = page_environment()
    environment.filters.update(
        sum_and_parts=sum_and_parts,
        percent=words.percent,
        direction=direction_words,
        distance=report.units.length,
        area=report.units.area,
    )
    environment.globals.update(words=words, count=words.count)
    quoted = quoted_intervals(report.model)
    return environment.get_template("report.html").render(
        report=report,
        model=report.model,
        units=report.units,
        style=(_FOLDER / "report.css").read_text(encoding="utf-8"),
        picture=_data_uri(report.picture),
        no_charts=charts.why_none(),
        quoted=quoted,
        doubtful=any(map(quoted.is_in_doubt, report.model.selected)),
        alike=alike_rows(report.model),
        kinds=list(KINDS.values()),
        front_chart=_influence_chart(report, quoted, _FRONT_FACTORS),
        influence_chart=_influence_chart(report, quoted),
        ladders=_ladders(report),
    )


def _data_uri(picture: MapPicture | None) -> str:
    return "" if picture is None else _PICTURE_START + base64.b64encode(picture.png).decode("ascii")


def _influence_chart(report: Report, quoted: QuotedIntervals, most: int | None = None) -> str:
    """SVG of the selected variables, or of the ``most`` strongest; empty where there is nothing to draw, or to
    draw with."""
    if not report.model.selected or charts.why_none():
        return ""
    return charts.influence_chart(report.model.selected[:most], quoted, report.units, front=most is not None)


def _ladders(report: Report) -> list[dict[str, str | list[tuple[CandidateRecord, str]]]]:
    """For each factor with candidates, selected ones first: its records and their incidents as they may be printed,
    what became of it, its chart."""
    records = {}
    for record in report.model.candidates:
        records.setdefault(record.variable.factor, []).append(record)
    place = {chosen.variable.factor: number for number, chosen in enumerate(report.model.selected)}
    order = sorted(records, key=lambda factor: (place.get(factor, len(place)), factor))
    told = {
        factor: printable_records(own, report.smallest, report.model.n_incidents) for factor, own in records.items()
    }
    limits = charts.ladder_limits(tuple(record for own in told.values() for record, _ in own))
    ladders = []
    for number, factor in enumerate(order):
        short, sentence = words.fate(records[factor], report.model.spatial)
        shown = [record for record, _ in told[factor]]
        chart = "" if charts.why_none() else charts.ladder_chart(number, shown, limits, report.units)
        ladders.append(
            {
                "factor": records[factor][0].variable.shown,
                "fate": short,
                "sentence": sentence,
                "records": told[factor],
                "chart": chart,
            }
        )
    return ladders
